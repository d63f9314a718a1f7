/**
 * Names of administrative units as people write them. A name is compared at four strengths:
 * as written ('xã phù lãng'), without its kind ('phù lãng'), without marks ('phu lang'), and by its
 * sound, where spelling varies ('Qui Nhơn', 'Quy Nhơn').
 */
import { foldVietnamese } from '../vietnamese/vietnamese.ts';
import { officialOf } from './common-spellings.ts';

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
  // The letter beside P on machines that had no Vietnamese: 'F5'.
  f: 'phuong',
  h: 'huyen',
  t: 'tinh',
  q: 'quan',
  x: 'xa',
  ward: 'phuong',
  commune: 'xa',
  township: 'thi tran',
  district: 'quan',
  dist: 'quan',
  town: 'thi xa',
  city: 'thanh pho',
  province: 'tinh',
};

/** English puts the kind behind the name: 'Binh Thanh District', 'Da Lat City'. */
const KIND_LAST = / (ward|commune|township|district|town|city|province)$/;

/** A kind is a word before the name, or sits right before a number: 'p12', 'q5'. */
const KIND_FIRST = new RegExp(`^(${Object.keys(KINDS).join('|')})(?: |(?=\\d))(?=.)`);

export interface UnitName {
  /** The kind in its folded long spelling ('thi tran'), or null when none was written. */
  kind: string | null;
  /** Lower case with marks, without the kind. */
  marked: string;
  /** Lower case without marks, without the kind. */
  folded: string;
  /** By its sound, see {@link soundOf}: what a name is looked up by. */
  key: string;
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
 * A name by its sound, where official lists, signs and people differ: i or y ('Mĩ', 'Mỹ'; 'Qui', 'Quy'), c or k
 * ('Đắc Lắc', 'Đắk Lắk'; not 'kh'), syllables of highland names joined or apart ('Plei Ku', 'Pleiku'). Takes names with or without marks.
 */
export function soundOf(name: string): string {
  return name
    .replace(/y/gu, 'i')
    .replace(/k(?!h)/gu, 'c')
    .replace(/[^\p{L}\p{M}\d]/gu, '');
}

function named(kind: string | null, marked: string, folded: string, careful: boolean): UnitName {
  return { kind, marked: toneApart(marked), folded, key: soundOf(folded), careful };
}

const officialByKey = new Map(
  officialOf.map(([spelling, official]) => [soundOf(foldVietnamese(spelling)), official]),
);

/** Names that stand for another ('Sài Gòn') are read as that one too. */
function withOtherNames(readings: UnitName[]): UnitName[] {
  const others = readings.flatMap(({ kind, key }) => {
    const official = officialByKey.get(key);
    if (official === undefined) return [];
    const marked = official.toLowerCase();
    return [named(kind, marked, foldVietnamese(marked), true)];
  });
  return [...readings, ...others];
}

/**
 * The readings of a name: its first word (in English its last) taken as the kind where it may be one, then
 * the name as it stands ('Quận' may be a kind or part of a name), then the official name where people have
 * another for it.
 */
export function readUnitName(text: string): UnitName[] {
  const marked = tidy(text);
  const folded = foldVietnamese(marked);
  const careful = marked !== folded;
  const whole = named(null, marked, folded, careful);
  // Folding keeps the number of letters, so the same cut fits both spellings.
  const [before, written] = KIND_FIRST.exec(folded) ?? [];
  if (before && written) {
    const rest = before.length;
    const bare = named(KINDS[written] ?? null, marked.slice(rest), folded.slice(rest), careful);
    return withOtherNames([bare, whole]);
  }
  const [after, english] = KIND_LAST.exec(folded) ?? [];
  if (after && english) {
    const end = -after.length;
    const bare = named(KINDS[english] ?? null, marked.slice(0, end), folded.slice(0, end), careful);
    return withOtherNames([bare, whole]);
  }
  return withOtherNames([whole]);
}

/** The reading of a name from an official list, where the kind is always spelled out. */
export function officialUnitName(text: string): UnitName {
  return readUnitName(text)[0] as UnitName;
}

/**
 * How well a typed name fits an official one: 0 not at all, 0.5 by its sound, 1 by its letters, 3 by its
 * sound with its marks, 4 by its letters and marks, and 2 more when the kind was typed and is the same. A
 * buyer may take a ward for a commune, so a wrong kind only weighs less.
 */
export function fit(typed: readonly UnitName[], official: UnitName): number {
  let best = 0;
  for (const reading of typed) {
    if (reading.key !== official.key) continue;
    const kind = reading.kind !== null && reading.kind === official.kind ? 2 : 0;
    best = Math.max(best, fitOfName(reading, official) + kind);
  }
  return best;
}

function fitOfName(reading: UnitName, official: UnitName): number {
  if (reading.careful) {
    if (reading.marked === official.marked) return 4;
    if (soundOf(reading.marked) === soundOf(official.marked)) return 3;
  }
  return reading.folded === official.folded ? 1 : 0.5;
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
