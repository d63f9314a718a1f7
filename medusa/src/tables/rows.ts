import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { Cell } from '@ocop/rules/epcis/event-table';
import { boundedSheet, SHEET_BOUNDS, TableTooLarge } from './sheet-bounds.ts';

/**
 * The cells of a CSV file (UTF-8; comma, semicolon or tab) or of the first sheet of an XLSX file. A time in
 * a spreadsheet has no zone and is given as it is read there. Throws {@link TableTooLarge}, or for a damaged
 * file whatever its reader throws. Runs in a worker thread: read-table.ts.
 */
export async function rowsOf(file: Uint8Array): Promise<Cell[][]> {
  return file[0] === 0x50 && file[1] === 0x4b ? sheetRows(file) : csvRows(file);
}

function csvRows(file: Uint8Array): Cell[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  let cells = 0;
  let rows = 0;
  return parse(text, {
    bom: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    skip_empty_lines: false,
    on_record(record: string[]) {
      rows += 1;
      cells += record.length;
      if (rows > SHEET_BOUNDS.rows || cells > SHEET_BOUNDS.cells) throw new TableTooLarge();
      return record;
    },
  });
}

async function sheetRows(file: Uint8Array): Promise<Cell[][]> {
  const rows = await readSheet(Buffer.from(boundedSheet(file)));
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
