import type { Readable } from 'node:stream';
import type { SheetQuery } from '@ocop/contract/stamp-sheets';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { stampsOfRange, type StampForm } from '@ocop/rules/stamps/stamp-range';
import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import type { SheetText } from '@ocop/stamp-sheet/label-text';
import { planSheet, type PlannedSheet, type StampLabel } from '@ocop/stamp-sheet/plan';
import { stampCsv } from '@ocop/stamp-sheet/sheet-csv';
import { stampPdf } from '@ocop/stamp-sheet/sheet-pdf';
import { stampSvgZip } from '@ocop/stamp-sheet/sheet-svg';

export type SheetFormat = SheetQuery['format'];

/** Media type and ending of each format. */
export const sheetFiles = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  svg: { type: 'application/zip', ending: 'zip' },
} as const satisfies Record<SheetFormat, { type: string; ending: string }>;

/**
 * Bytes to have free on the disk for each stamp of a file. Measured on files of 2,000 stamps of every
 * form, layout and resolution, with short and long texts: a table takes 152 to 307 bytes a stamp, a PDF
 * 315 (a4-65) to 1,708 (roll-25x35), an archive of drawings 5,214 to 9,568 (a4-24). These are the largest
 * and some 30 % more; sheet.test.ts holds the code to them.
 */
export const BYTES_PER_STAMP: Record<SheetFormat, number> = { pdf: 2_200, csv: 400, svg: 12_500 };

/** Everything a file of stamps is made of, as plain data: it is handed to a worker thread as it is. */
export interface SheetTask {
  order: { range: number; epoch: string; gtin: string | null; form: StampForm };
  /** The segments of the range to print, in order; at least one stamp in all. */
  segments: readonly StampSegment[];
  text: SheetText;
  sheet: Pick<SheetQuery, 'format' | 'layout' | 'dpi' | 'cropMarks' | 'startAt'>;
  keyring: StampKeyring;
  siteUrl: string;
}

/** How many stamps a file will hold. */
export function stampsIn({ segments }: Pick<SheetTask, 'segments'>): number {
  return segments.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** How the stamps stand on the paper, or why they do not fit; a table needs no plan. */
export function planOf(task: SheetTask): PlannedSheet {
  const [sample] = labelsOf(task);
  if (!sample) throw new Error(`Nothing of range ${task.order.range} was asked for.`);
  return planSheet(sample, task.text, task.sheet);
}

/**
 * The file as a byte stream, made only as fast as it is read.
 * @param onStamp called for each stamp
 * @throws Error where the stamps do not fit the paper; {@link planOf} tells that beforehand
 */
export function sheetStream(task: SheetTask, onStamp: () => void = () => {}): Readable {
  const labels = counted(labelsOf(task), onStamp);
  if (task.sheet.format === 'csv') return stampCsv(labels, task.text);
  const planned = planOf(task);
  if (!planned.ok) throw new Error(planned.message.en);
  return task.sheet.format === 'pdf'
    ? stampPdf(labels, planned.plan, { total: stampsIn(task) })
    : stampSvgZip(labels, planned.plan);
}

function* labelsOf({ order, segments, keyring, siteUrl }: SheetTask): Generator<StampLabel> {
  for (const { first, last } of segments) {
    yield* stampsOfRange({ ...order, number: order.range, first, count: last - first + 1 }, keyring, siteUrl);
  }
}

function* counted<T>(items: Iterable<T>, onItem: () => void): Generator<T> {
  for (const item of items) {
    onItem();
    yield item;
  }
}
