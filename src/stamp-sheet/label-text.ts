/** The text of a label: which lines, in which size, where. All stamps of an order share it. */
import type { Box, SheetLayout, TypeSizes } from './layout.ts';
import { setCode, setText, type SetText, type Weight } from './typeface.ts';
import { lotText, SAMPLE_MARK, useByText } from './label-messages.ts';
import { wrapName, wrapWhole } from './wrap.ts';

export interface SheetText {
  product: string;
  lot: string | null;
  /** YYYY-MM-DD. */
  useBy: string | null;
  range: number;
  /** Day of the order, YYYY-MM-DD. */
  orderedOn: string | null;
  /** Name of the site as people should read it in the address. */
  site: string;
  /** Made-up goods: every label says so. */
  sample: boolean;
}

/** A line of the label. Places are millimetres from its top left corner, sizes points. */
export interface TextLine {
  set: SetText;
  size: number;
  /** Factor on its width, 1 or a little less. */
  condense: number;
  x: number;
  baseline: number;
}

/** A line of the readable code; its letters are another for each stamp. */
export interface CodeLine {
  /** Which groups of five stand here: from, and the first that does not. */
  from: number;
  to: number;
  size: number;
  baseline: number;
}

export interface LabelText {
  lines: TextLine[];
  code: CodeLine[];
  /** Column of the text, for the code lines. */
  x: number;
  width: number;
  centred: boolean;
  /** Parts the label says less than whole: the name cut short, the site left off. */
  shortened: ('product' | 'site')[];
}

export const MM_PER_POINT = 25.4 / 72;

/**
 * Smallest type in points: its x-height is 0.93 mm, above the 0.9 mm that NĐ 43/2017/NĐ-CP, Đ.6
 * asks of labels smaller than 80 cm².
 */
export const SMALLEST_TYPE = 5;

const SCALES = [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.52];
/** Sizes of the name and of the rest as factors, the best first: what is smallest counts most. */
const TYPE_SCALES = SCALES.flatMap((name) => SCALES.map((rest) => ({ name, rest }))).sort(
  (a, b) => Math.min(b.name, b.rest) - Math.min(a.name, a.rest) || b.name + b.rest - a.name - a.rest,
);
/** A name that must be cut is set smaller, to keep more of its words. */
const CUT_NAME_SCALE = 0.85;

interface Spacing {
  /** From baseline to baseline, in em. */
  leading: number;
  /** Factor on the white between parts. */
  gaps: number;
}
const ROOMY: Spacing = { leading: 1.18, gaps: 1 };
/** For a label so full that its type is small. */
const TIGHT: Spacing = { leading: 1.04, gaps: 0.5 };
/** White between the ink of two lines, in em, where tall tone marks meet descending letters. */
const INK_GAP = 0.06;
/** Wider than nearly all codes; a code of many M and W is condensed when it is printed. */
const CODE_EM = 0.78;
const GROUPS_A_LINE = 2;

/** How narrow a lot, a date or a domain name may be set to stay on one line. */
const NARROWEST = 0.84;

/** What may give way, in the order it does. Lot and use-by always stand there whole. */
const COMPROMISES = [
  { narrow: 1, cut: false, wholeLines: 1, oneLine: false, site: true },
  { narrow: NARROWEST, cut: false, wholeLines: 1, oneLine: false, site: true },
  { narrow: NARROWEST, cut: true, wholeLines: 1, oneLine: false, site: true },
  { narrow: NARROWEST, cut: true, wholeLines: 1, oneLine: true, site: true },
  { narrow: NARROWEST, cut: true, wholeLines: 2, oneLine: false, site: true },
  { narrow: NARROWEST, cut: true, wholeLines: 2, oneLine: true, site: true },
  { narrow: NARROWEST, cut: true, wholeLines: 2, oneLine: true, site: false },
];
type Compromise = (typeof COMPROMISES)[number];

interface Element {
  set: SetText;
  size: number;
  condense: number;
  /** White before it on top of the leading, in em. */
  gap: number;
  groups?: { from: number; to: number };
}

/** Fits the text into `box`, null when even the smallest type does not fit. */
export function fitLabelText(
  layout: SheetLayout,
  box: Box,
  text: SheetText,
  codeGroups: string[],
): LabelText | null {
  for (const compromise of COMPROMISES) {
    for (const scale of TYPE_SCALES) {
      if (compromise.cut && scale.name > CUT_NAME_SCALE) continue;
      const type = scaled(layout.type, scale);
      const nameLines = compromise.oneLine ? 1 : layout.nameLines;
      const elements = elementsOf(text, codeGroups, type, points(box.width), nameLines, compromise);
      const stack = elements && stacked(elements, scale.rest > 0.8 ? ROOMY : TIGHT);
      if (!stack || stack.height > points(box.height)) continue;
      const top = box.y + (box.height - stack.height * MM_PER_POINT) / 2;
      return placed(elements, stack.baselines, box, top, layout.qr === 'top', compromise);
    }
  }
  return null;
}

const points = (millimetres: number) => millimetres / MM_PER_POINT;

function scaled(type: TypeSizes, scale: { name: number; rest: number }): TypeSizes {
  const size = (wanted: number) => Math.max(SMALLEST_TYPE, wanted * scale.rest);
  return {
    name: Math.max(SMALLEST_TYPE, type.name * scale.name),
    detail: size(type.detail),
    code: size(type.code),
    site: size(type.site),
  };
}

/** The lines from top to bottom; null when one of them is wider than the column (points). */
function elementsOf(
  text: SheetText,
  codeGroups: string[],
  type: TypeSizes,
  width: number,
  nameLines: number,
  { narrow, cut, wholeLines, site }: Compromise,
): Element[] | null {
  const elements: Element[] = [];
  const add = (lines: string[] | null, size: number, weight: Weight, gap: number): boolean => {
    lines?.forEach((line, i) => {
      const set = setText(line, weight);
      const condense = Math.min(1, width / (set.width * size));
      elements.push({ set, size, condense, gap: i === 0 ? gap : 0 });
    });
    return lines !== null;
  };
  const whole = (line: string, size: number, weight: Weight, gap: number) =>
    add(wrapWhole(line, weight, width / size / narrow, wholeLines), size, weight, gap);
  const name = wrapName(text.product, 'bold', width / type.name, nameLines, cut);

  const ok =
    (!text.sample || whole(SAMPLE_MARK, type.detail, 'bold', 0)) &&
    add(name, type.name, 'bold', 0) &&
    (!text.lot || whole(lotText(text.lot), type.detail, 'medium', 0.12)) &&
    (!text.useBy || whole(useByText(text.useBy), type.detail, 'medium', 0));
  if (!ok) return null;
  for (let from = 0; from < codeGroups.length; from += GROUPS_A_LINE) {
    const to = Math.min(from + GROUPS_A_LINE, codeGroups.length);
    const set = setCode(codeGroups.slice(from, to).join(' '));
    if (set.text.length * CODE_EM * type.code > width) return null;
    const gap = from === 0 ? 0.2 : 0;
    elements.push({ set, size: type.code, condense: 1, gap, groups: { from, to } });
  }
  return !site || whole(text.site, type.site, 'medium', 0.1) ? elements : null;
}

/** Baselines from the top of the first line's ink, and the height of all ink; in points. */
function stacked(elements: Element[], { leading, gaps }: Spacing): { baselines: number[]; height: number } {
  const baselines: number[] = [];
  let y = 0;
  let below = 0;
  elements.forEach(({ set, size, gap }, i) => {
    const above = set.inkAbove * size;
    if (i === 0) y = above;
    else y += Math.max(leading * size, below + above + INK_GAP * size) + gap * gaps * size;
    below = set.inkBelow * size;
    baselines.push(y);
  });
  return { baselines, height: y + below };
}

function placed(
  elements: Element[],
  baselines: number[],
  box: Box,
  top: number,
  centred: boolean,
  compromise: Compromise,
): LabelText {
  const lines: TextLine[] = [];
  const code: CodeLine[] = [];
  elements.forEach(({ set, size, condense, groups }, i) => {
    const baseline = top + (baselines[i] ?? 0) * MM_PER_POINT;
    if (groups) {
      code.push({ ...groups, size, baseline });
      return;
    }
    const width = set.width * condense * size * MM_PER_POINT;
    const slack = centred ? (box.width - width) / 2 : 0;
    lines.push({ set, size, condense, x: box.x + slack, baseline });
  });
  const shortened: LabelText['shortened'] = [];
  if (lines.some(({ set }) => set.text.endsWith('…'))) shortened.push('product');
  if (!compromise.site) shortened.push('site');
  return { lines, code, x: box.x, width: box.width, centred, shortened };
}
