/**
 * Tables of steps, one row an event: which column is which, and rows to entries. Reading the file
 * itself (CSV, XLSX) is the edge's work; here it is cells.
 */
import { foldVietnamese } from '../vietnamese/vietnamese.ts';
import {
  ENTRY_FIELDS,
  readEntry,
  stepWord,
  type EntryField,
  type StepEntry,
  type Typed,
} from './step-entry.ts';

export type Cell = string | number | null;

/** The headings of the template, one a field. */
export const HEADINGS: Readonly<Record<EntryField, string>> = {
  lot: 'Mã lô',
  step: 'Việc',
  at: 'Lúc',
  province: 'Tỉnh',
  gln: 'GLN',
  quantity: 'Số lượng',
  unit: 'Đơn vị',
  rawLot: 'Lô nguyên liệu',
  result: 'Kết quả',
  container: 'Số kiện',
  otherProvince: 'Tỉnh đến/đi',
  otherGln: 'GLN đến/đi',
  overReason: 'Lý do vượt số gói',
};

/** Rows whose lot begins so explain the template and are no events. */
const EXAMPLE = 'VÍ DỤ';

/** The rows of the template: headings, then an example marked as one. */
export function templateRows(): string[][] {
  const example: Typed = {
    lot: `${EXAMPLE} – xóa dòng này: MAU-MN-260915`,
    step: stepWord('shipping'),
    at: '22/11/2026 09:30',
    province: 'Quảng Ninh',
    quantity: '120',
    otherProvince: 'Hà Nội',
  };
  return [
    ENTRY_FIELDS.map((field) => HEADINGS[field]),
    ENTRY_FIELDS.map((field) => String(example[field] ?? '')),
  ];
}

/** What is wrong with a table: `row` and `column` as a spreadsheet names them, rows from 1. */
export interface TableFault {
  row: number;
  column: string;
  message: string;
  /** What is wrong with a heading; a cell's fault is told by its column. */
  rule?: 'column-missing' | 'column-twice' | 'column-unknown';
}

export type TableAnswer =
  { ok: true; entries: { row: number; entry: StepEntry }[] } | { ok: false; faults: TableFault[] };

const fieldOf: ReadonlyMap<string, EntryField> = new Map(
  ENTRY_FIELDS.flatMap((field) => [
    [foldVietnamese(HEADINGS[field]), field],
    [foldVietnamese(field), field],
  ]),
);

/** Reads a table whose first row holds the headings, in any order; empty rows are skipped. */
export function readTable(rows: readonly (readonly Cell[])[]): TableAnswer {
  const headings = (rows[0] ?? []).map((cell) => fieldOf.get(foldVietnamese(String(cell ?? '').trim())));
  const faults: TableFault[] = [];
  for (const field of ['lot', 'step', 'at'] as const) {
    if (headings.includes(field)) continue;
    const message = `has no column '${HEADINGS[field]}': take the template, it has all of them`;
    faults.push({ row: 1, column: HEADINGS[field], rule: 'column-missing', message });
  }
  (rows[0] ?? []).forEach((cell, at) => {
    const heading = String(cell ?? '').trim();
    const field = headings[at];
    if (heading === '' || (field && headings.indexOf(field) === at)) return;
    const message = field ? 'stands twice' : 'is no column of the template: remove it';
    const rule = field ? 'column-twice' : 'column-unknown';
    faults.push({ row: 1, column: heading, rule, message });
  });
  if (faults.length > 0) return { ok: false, faults };

  const entries: { row: number; entry: StepEntry }[] = [];
  rows.slice(1).forEach((cells, at) => {
    const row = at + 2;
    const typed: Typed = {};
    headings.forEach((field, column) => {
      if (field) typed[field] = cells[column] ?? null;
    });
    const lot = String(typed.lot ?? '').trim();
    if (cells.every((cell) => String(cell ?? '').trim() === '') || lot.startsWith(EXAMPLE)) return;
    const read = readEntry(typed);
    if (read.ok) entries.push({ row, entry: read.entry });
    else faults.push(...read.faults.map(({ field, message }) => ({ row, column: HEADINGS[field], message })));
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entries };
}
