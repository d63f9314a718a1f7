/**
 * Names of administrative units as people write them. A name is compared at three strengths:
 * as written ('xã phù lãng'), without its kind ('phù lãng'), and without marks ('phu lang').
 */
import { foldVietnamese } from '../vietnamese/vietnamese.ts';

/** Kinds of units and their abbreviations, folded, each with the spelling it stands for. */
const KINDS: Readonly<Record<string, string>> = {
  'thanh pho': 'thanh pho',
  'thi tran': 'thi tran',
  'dac khu': 'dac khu',
  'thi xa': 'thi xa',
  phuong: 'phuong',
  huyen: 'huyen',
  tinh: 'tinh',
  quan: 'quan',
  xa: 'xa',
  tp: 'thanh pho',
  tt: 'thi tran',
  tx: 'thi xa',
  dk: 'dac khu',
  p: 'phuong',
  h: 'huyen',
  t: 'tinh',
  q: 'quan',
  x: 'xa',
};

/** A kind is a word before the name, or sits right before a number: 'p12', 'q5'. */
const KIND_FIRST = new RegExp(`^(${Object.keys(KINDS).join('|')})(?: |(?=\\d))(?=.)`);

export interface UnitName {
  /** The kind in its folded long spelling ('thi tran'), or null when none was written. */
  kind: string | null;
  /** Lower case with marks, without the kind. */
  marked: string;
  /** Lower case without marks, without the kind. */
  folded: string;
  /** False when nothing was typed with marks: then their absence says nothing about the name. */
  careful: boolean;
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();
}

/** Old and new tone placement ('hoà', 'hòa') are one spelling: compare letters, then the tones. */
function toneApart(text: string): string {
  return text
    .split(' ')
    .map((word) => {
      const tones: string[] = [];
      const rest = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (tone) => {
        tones.push(tone);
        return '';
      });
      return rest.normalize('NFC') + tones.join('');
    })
    .join(' ');
}

/**
 * The readings of a name, at most two: its first word taken as the kind where it may be one, then
 * the name as it stands ('Quận' may be a kind or part of a name).
 */
export function readUnitName(text: string): UnitName[] {
  const marked = tidy(text);
  const folded = foldVietnamese(marked);
  const careful = marked !== folded;
  const whole: UnitName = { kind: null, marked: toneApart(marked), folded, careful };
  const [before, written] = KIND_FIRST.exec(folded) ?? [];
  if (!before || !written) return [whole];
  // Folding keeps the number of letters, so the same cut fits both spellings.
  const rest = before.length;
  const bare: UnitName = {
    kind: KINDS[written] ?? null,
    marked: toneApart(marked.slice(rest)),
    folded: folded.slice(rest),
    careful,
  };
  return [bare, whole];
}

/** The reading of a name from an official list, where the kind is always spelled out. */
export function officialUnitName(text: string): UnitName {
  return readUnitName(text)[0] as UnitName;
}

/**
 * How well a typed name fits an official one: 0 not at all, 1 by its letters, 4 by its marks too,
 * and 2 more when the kind was typed and is the same. A buyer may take a ward for a commune, so a
 * wrong kind only weighs less.
 */
export function fit(typed: readonly UnitName[], official: UnitName): number {
  let best = 0;
  for (const reading of typed) {
    if (reading.folded !== official.folded) continue;
    const name = reading.careful && reading.marked === official.marked ? 4 : 1;
    const kind = reading.kind !== null && reading.kind === official.kind ? 2 : 0;
    best = Math.max(best, name + kind);
  }
  return best;
}

/**
 * True when two official lists mean one unit: same letters and marks, and the same kind where
 * both write it ('Bắc Ninh', 'Tỉnh Bắc Ninh').
 */
export function sameOfficialName(a: string, b: string): boolean {
  const [one, two] = [officialUnitName(a), officialUnitName(b)];
  const sameKind = one.kind === two.kind || one.kind === null || two.kind === null;
  return a === b || (sameKind && one.marked === two.marked);
}
