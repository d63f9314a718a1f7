import { unzipSync, zipSync } from 'fflate';

/**
 * What a spreadsheet may hold, looked at before anything is laid out: one cell at the far corner of a sheet
 * makes a reader lay out seventeen thousand million, and a kilobyte may unpack to a gigabyte. A table of
 * 1,000 steps has 1,000 rows of 12 columns and unpacks to about a megabyte.
 */
export const SHEET_BOUNDS = {
  entries: 200,
  unpackedBytes: 16 * 1024 * 1024,
  rows: 5_000,
  columns: 200,
  cells: 100_000,
};

/** The file is read, and holds more than {@link SHEET_BOUNDS}. */
export class TableTooLarge extends Error {}

/**
 * An XLSX file that keeps to {@link SHEET_BOUNDS}, packed anew from what was looked at: so nothing is read
 * that a ZIP file tells in one place and not in the other. Throws {@link TableTooLarge}, or whatever the
 * unpacking minds.
 */
export function boundedSheet(file: Uint8Array): Uint8Array {
  const { entries, unpackedBytes } = SHEET_BOUNDS;
  let unpacked = 0;
  let count = 0;
  // What an entry claims is all it may unpack to: the library refuses what goes beyond.
  const parts = unzipSync(file, {
    filter({ name, originalSize }) {
      unpacked += originalSize;
      count += 1;
      if (unpacked > unpackedBytes || count > entries) throw new TableTooLarge();
      return /\.(xml|rels)$/i.test(name);
    },
  });
  for (const [name, content] of Object.entries(parts)) {
    if (/worksheets\//i.test(name)) keepToBounds(Buffer.from(content).toString('latin1'));
  }
  return zipSync(parts, { level: 0 });
}

/** Every cell that is named, and the size a sheet claims of itself. */
const places =
  /<(?:\w+:)?(c|row|dimension)\b[^>]*?\br(?:ef)?\s*=\s*["'](?:[^"':]*:)?\$?([A-Z]*)\$?(\d+)["']/gi;

function keepToBounds(xml: string): void {
  const { rows, columns, cells } = SHEET_BOUNDS;
  let counted = 0;
  for (const [, element = '', letters = '', row = ''] of xml.matchAll(places)) {
    if (Number(row) > rows || columnOf(letters) > columns) throw new TableTooLarge();
    if (element.toLowerCase() === 'c') counted += 1;
  }
  // Cells without a place stand beside each other.
  const nameless = xml.match(/<(?:\w+:)?c\b/gi)?.length ?? 0;
  if (Math.max(counted, nameless) > cells) throw new TableTooLarge();
}

/** A is 1, Z 26, AA 27, XFD 16384. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
