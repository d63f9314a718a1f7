/** Single stamps as SVG for print houses: true to size, letters as outlines, no font needed. */
import { addAbortSignal, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { MM_PER_POINT } from './label-text.ts';
import { codeGroups, codePlace, type SheetPlan, type StampLabel } from './plan.ts';
import { qrSymbol, QUIET_MODULES } from './qr.ts';
import { setCode, type SetText } from './typeface.ts';

/** Units of the drawing in a millimetre: a unit is the dot of an imagesetter of 2540 dpi. */
const UNITS = 100;

const sharedOutlines = new WeakMap<SheetPlan, string>();

/** One label in its true size in millimetres, black on white. */
export function stampSvg(label: StampLabel, plan: SheetPlan): string {
  const { width, height } = plan.layout.label;
  let shared = sharedOutlines.get(plan);
  if (shared === undefined) {
    shared = plan.labelText.lines
      .map(({ set, size, x, baseline, condense }) => outlines(set, size, x, baseline, condense))
      .join('');
    sharedOutlines.set(plan, shared);
  }
  const groups = codeGroups(label.code);
  const code = plan.labelText.code.map((line) => {
    const set = setCode(groups.slice(line.from, line.to).join(' '));
    const place = codePlace(set.width, line, plan);
    return outlines(set, line.size, place.x, line.baseline, place.condense);
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${Math.round(width * UNITS)} ${Math.round(height * UNITS)}"><title>${groups.join(' ')}</title>` +
    `<path fill="#fff" d="M0 0H${Math.round(width * UNITS)}V${Math.round(height * UNITS)}H0z"/>` +
    `${symbol(label.url, plan)}<path d="${shared}${code.join('')}"/></svg>\n`
  );
}

/** The symbol in whole modules, put in its place by a transform so that none is rounded. */
function symbol(url: string, plan: SheetPlan): string {
  const module = plan.module * UNITS;
  const corner = (at: number) => Number((at * UNITS + QUIET_MODULES * module).toFixed(4));
  const path = qrSymbol(url)
    .rects.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`)
    .join('');
  return (
    `<path shape-rendering="crispEdges" transform="translate(${corner(plan.qr.x)} ${corner(plan.qr.y)}) ` +
    `scale(${Number(module.toFixed(6))})" d="${path}"/>`
  );
}

/** The letters of a text as one path. */
function outlines(text: SetText, size: number, x: number, baseline: number, condense = 1): string {
  const em = size * MM_PER_POINT * UNITS;
  let path = '';
  for (const { face, glyphs } of text.runs) {
    for (const { glyph, at } of glyphs) {
      const scale = em / face.font.unitsPerEm;
      const left = x * UNITS + at * em * condense;
      path += glyphOutline(glyph.path.commands, left, baseline * UNITS, scale * condense, scale);
    }
  }
  return path;
}

const LETTERS = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
};

/**
 * One letter in whole units. Steps are counted from the rounded point before, so that the
 * roundings do not add up; they take half the room that places take.
 */
function glyphOutline(
  commands: readonly { command: keyof typeof LETTERS; args: number[] }[],
  x: number,
  y: number,
  scaleX: number,
  scaleY: number,
): string {
  let path = '';
  // A closed contour leaves the pen at its start, which the next one counts from.
  let pen = { x: 0, y: 0 };
  let start = pen;
  commands.forEach(({ command, args }, i) => {
    const steps: number[] = [];
    let last = pen;
    for (let at = 0; at < args.length; at += 2) {
      // Letters are drawn with y upwards, the page with y downwards.
      last = { x: Math.round(x + (args[at] ?? 0) * scaleX), y: Math.round(y - (args[at + 1] ?? 0) * scaleY) };
      steps.push(last.x - pen.x, last.y - pen.y);
    }
    pen = command === 'closePath' ? start : last;
    if (command === 'moveTo') start = pen;
    // The first step of a letter is a place: letters do not hang on each other.
    const letter = i === 0 ? 'M' : LETTERS[command];
    path += letter + steps.join(' ').replaceAll(' -', '-');
  });
  return path;
}

/** The first day a ZIP can write: the same stamps give the same archive, whenever it is made. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * A ZIP with one SVG for each stamp, named after its code. Drawn only as fast as it is read; what
 * is kept of a stamp that is written is its line in the archive's directory.
 */
export function stampSvgZip(labels: Iterable<StampLabel>, plan: SheetPlan, signal?: AbortSignal): Readable {
  const zip = new ZipFile();
  const rest = labels[Symbol.iterator]();
  const addNext = (): void => {
    const next = rest.next();
    if (next.done) return zip.end();
    const label = next.value;
    zip.addReadStreamLazy(`${label.code}.svg`, { mtime: NO_DATE }, (give) => {
      // Only now that this one is wanted is the next one looked for.
      addNext();
      give(null, Readable.from([stampSvg(label, plan)], { objectMode: false }));
    });
  };
  addNext();
  const archive = Readable.from(zip.outputStream, { objectMode: false });
  return signal ? addAbortSignal(signal, archive) : archive;
}
