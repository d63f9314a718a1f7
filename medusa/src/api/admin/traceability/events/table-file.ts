import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from '@ocop/rules/epcis/event-table';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More than a table of 1,000 rows unpacks to; a small file may hold far more. */
const UNPACKED_BYTES = 40 * 1024 * 1024;

/**
 * The cells of a CSV file (UTF-8; comma, semicolon or tab) or of the first sheet of an XLSX file;
 * null for anything else. A time in a spreadsheet has no zone and is given as it is read there.
 */
export async function tableRows(file: Buffer): Promise<Cell[][] | null> {
  try {
    return file.subarray(0, 2).toString('latin1') === 'PK' ? await sheetRows(file) : csvRows(file);
  } catch {
    // Both readers tell a damaged file by throwing whatever comes to hand.
    return null;
  }
}

function csvRows(file: Buffer): Cell[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  return parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    skip_empty_lines: false,
  });
}

async function sheetRows(file: Buffer): Promise<Cell[][]> {
  if (unpackedSize(file) > UNPACKED_BYTES) throw new RangeError('Unpacks to too much');
  const rows = await readSheet(file);
  return rows.map((row) => row.map(cellOf));
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    // A sheet keeps times as fractions of a day, which miss whole seconds by a little.
    const second = new Date(Math.round(value.getTime() / 1000) * 1000);
    return second.toISOString().slice(0, 19).replace('T', ' ');
  }
  if (typeof value === 'number' || value === null) return value;
  return String(value);
}

/** What the entries of a ZIP file say they unpack to, from its directory at the end. */
function unpackedSize(file: Buffer): number {
  let total = 0;
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = file.indexOf(signature); at >= 0; at = file.indexOf(signature, at + 46)) {
    if (at + 46 > file.length) break;
    total += file.readUInt32LE(at + 24);
  }
  return total;
}

/** Rows as CSV that spreadsheets take for UTF-8. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Rows as a sheet whose first row is bold. */
export function xlsxFile(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = rows.map((row, at) =>
    row.map((value) => ({ value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  );
  return writeXlsxFile(data, { columns: (rows[0] ?? []).map(() => ({ width: 18 })) }).toBuffer();
}
