/** Sheets of stamps as PDF: exact places, one path a symbol, letters embedded. */
import { Readable } from 'node:stream';
import { MM_PER_POINT, type CodeLine } from './label-text.ts';
import { labelBox, labelsPerPage } from './layout.ts';
import { num, packStream, PdfFile, pdfText, type PackedStream } from './pdf-file.ts';
import { PdfPages } from './pdf-pages.ts';
import { PdfType } from './pdf-type.ts';
import { codeGroups, codePlace, symbolBox, type SheetPlan, type StampLabel } from './plan.ts';
import { qrSymbol } from './qr.ts';
import { cropMarks, ruler, RULER_LENGTH, type Line } from './sheet-marks.ts';
import { setCode, setText } from './typeface.ts';
import { marginText, rulerText, sheetTitle } from './label-messages.ts';
import { wrapName } from './wrap.ts';

/** One run through an order. */
export interface SheetRun {
  /** How many labels will come; another number is an error at the end. */
  total: number;
  /** Called after every page. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends the stream with an AbortError. */
  signal?: AbortSignal | undefined;
}

/** Name of the text all labels share among the resources of the pages. */
const SHARED_TEXT = 'L';

const points = (millimetres: number) => millimetres / MM_PER_POINT;

/**
 * The sheets as a byte stream of PDF 1.4. Pages are made only as fast as they are read, the event
 * loop runs between any two, and no page is kept. The stream fails when `labels` do not fit the
 * plan or are not `total`.
 */
export function stampPdf(labels: Iterable<StampLabel>, plan: SheetPlan, run: SheetRun): Readable {
  return Readable.from(pdfBytes(labels, plan, run), { objectMode: false, signal: run.signal });
}

async function* pdfBytes(
  labels: Iterable<StampLabel>,
  plan: SheetPlan,
  run: SheetRun,
): AsyncGenerator<Buffer> {
  const file = new PdfFile();
  const type = new PdfType(file);
  const pages = new PdfPages(file);
  const [shared, resources] = [file.reserve(), file.reserve()];
  yield file.header();
  yield file.stream(shared, await sharedText(plan, type, resources));

  // The page before is compressed while this one is drawn.
  let packing: Promise<PackedStream> | null = null;
  for (const content of pageContents(labels, plan, run, type)) {
    const next = packStream(content);
    if (packing) yield* pages.page(await packing);
    packing = next;
  }
  if (packing) yield* pages.page(await packing);

  yield* type.end();
  yield file.object(resources, `<</Font${type.fonts()}/XObject<</${SHARED_TEXT} ${shared} 0 R>>>>`);
  const { width, height } = plan.layout.page;
  yield* pages.end(`/Resources ${resources} 0 R/MediaBox[0 0 ${num(points(width))} ${num(points(height))}]`);
  const [info, catalog] = [file.reserve(), file.reserve()];
  const title = pdfText(sheetTitle(plan.text.range, plan.text.product));
  yield file.object(info, `<</Title ${title}/Producer(OCOP)>>`);
  yield file.object(
    catalog,
    `<</Type/Catalog/Pages ${pages.root} 0 R/Lang(vi)` +
      '/ViewerPreferences<</PrintScaling/None/PickTrayByPDFSize true/DisplayDocTitle true>>>>',
  );
  yield* file.end(catalog, info);
}

/** The lines all labels share, drawn once for the file, with its origin at the label's top left. */
async function sharedText(plan: SheetPlan, type: PdfType, resources: number): Promise<PackedStream> {
  const { width, height } = plan.layout.label;
  const lines = plan.labelText.lines.map(({ set, size, x, baseline, condense }) =>
    type.show(set, size, points(x), -points(baseline), condense),
  );
  const box = `0 ${num(-points(height))} ${num(points(width))} 0`;
  const entries = `/Type/XObject/Subtype/Form/BBox[${box}]/Resources ${resources} 0 R`;
  return packStream(lines.join(''), entries);
}

/** The drawing of one page after the other. */
function* pageContents(
  labels: Iterable<StampLabel>,
  plan: SheetPlan,
  run: SheetRun,
  type: PdfType,
): Generator<string> {
  const perPage = labelsPerPage(plan.layout);
  const pages = Math.ceil((plan.skipped + run.total) / perPage);
  let slot = plan.skipped;
  let page = 1;
  let first: number | null = null;
  let last = 0;
  let done = 0;
  let content = '';
  const finish = () => {
    const facts = { page, pages, first: (first ?? last) + 1, last: last + 1 };
    const whole = content + marginContent(plan, facts, type);
    run.onProgress?.(done, run.total);
    [slot, page, first, content] = [0, page + 1, null, ''];
    return whole;
  };
  for (const label of labels) {
    content += labelContent(label, plan, slot, type);
    first ??= label.index;
    last = label.index;
    slot += 1;
    done += 1;
    if (slot === perPage) yield finish();
  }
  if (content !== '') yield finish();
  if (done !== run.total) {
    throw new Error(`${run.total} labels were announced and ${done} came`);
  }
}

function labelContent(label: StampLabel, plan: SheetPlan, slot: number, type: PdfType): string {
  const box = labelBox(plan.layout, slot);
  const [x, y] = [points(box.x), points(plan.layout.page.height - box.y)];
  const groups = codeGroups(label.code);
  const code = plan.labelText.code.map((line) => codeLine(groups, line, plan, type)).join('');
  return `q 1 0 0 1 ${num(x)} ${num(y)} cm\n/${SHARED_TEXT} Do\n${code}Q\n${symbolContent(label.url, plan, slot)}`;
}

function codeLine(groups: string[], line: CodeLine, plan: SheetPlan, type: PdfType): string {
  const set = setCode(groups.slice(line.from, line.to).join(' '));
  const place = codePlace(set.width, line, plan);
  return type.show(set, line.size, points(place.x), -points(line.baseline), place.condense);
}

/** One path in whole modules, y downwards; the matrix gives them their size and place. */
function symbolContent(url: string, plan: SheetPlan, slot: number): string {
  const { size, rects } = qrSymbol(url);
  if (size !== plan.modules) {
    throw new Error(`The address ${url} needs ${size} modules, the sheet was planned for ${plan.modules}`);
  }
  const box = symbolBox(plan, slot);
  const module = points(plan.module).toFixed(5);
  const corner = `${num(points(box.x))} ${num(points(plan.layout.page.height - box.y))}`;
  let path = `q ${module} 0 0 -${module} ${corner} cm\n`;
  for (const { x, y, width, height } of rects) path += `${x} ${y} ${width} ${height} re\n`;
  return `${path}f Q\n`;
}

interface PageFacts {
  page: number;
  pages: number;
  first: number;
  last: number;
}

const MARGIN_TYPE = 6.5;

/** What stands around the labels of a sheet; a roll has no room around them. */
function marginContent(plan: SheetPlan, facts: PageFacts, type: PdfType): string {
  const { layout, text } = plan;
  if (labelsPerPage(layout) === 1) return '';
  const { width, height } = layout.page;
  const words = marginText({ ...text, ...facts });
  const room = points(width - 2 * layout.left) / MARGIN_TYPE;
  const head = wrapName(words, 'medium', room, 1, true)?.[0] ?? '';
  const at = (line: string, x: number, y: number) =>
    type.show(setText(line, 'medium'), MARGIN_TYPE, points(x), points(height - y));
  const foot = height - 5.5;
  const lines = ruler(layout.left, foot);
  if (plan.cropMarks) lines.push(...cropMarks(layout));
  return (
    at(head, layout.left, 6.5) +
    at(rulerText(RULER_LENGTH), layout.left + RULER_LENGTH + 3, foot) +
    strokes(lines, height)
  );
}

function strokes(lines: Line[], height: number): string {
  const path = lines.map(
    ({ x1, y1, x2, y2 }) =>
      `${num(points(x1))} ${num(points(height - y1))} m ${num(points(x2))} ${num(points(height - y2))} l\n`,
  );
  return `0.4 w\n${path.join('')}S\n`;
}
