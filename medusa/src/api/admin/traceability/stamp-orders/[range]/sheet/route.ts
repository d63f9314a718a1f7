import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { SheetQuery } from '@ocop/contract/stamp-sheets';
import { todayInVietnam } from '@ocop/rules/date';
import { partOf, without, type StampPart } from '@ocop/rules/stamps/stamp-segment';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import type { SheetText } from '@ocop/stamp-sheet/label-text';
import { planSheet, type SheetPlan, type StampLabel } from '@ocop/stamp-sheet/plan';
import { stampCsv } from '@ocop/stamp-sheet/sheet-csv';
import { stampPdf } from '@ocop/stamp-sheet/sheet-pdf';
import { stampSvgZip } from '@ocop/stamp-sheet/sheet-svg';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import type { StampOrderHistory } from '../../../../../../modules/traceability/stamps/order-history.ts';
import { refuse } from '../../../refusals.ts';
import { labelFacts } from './label-facts.ts';

const files = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  svg: { type: 'application/zip', ending: 'zip' },
} as const;

/**
 * The stamps of a range, or of a part of it, to print: sheets (pdf), a table (csv), or one drawing
 * a stamp in an archive (svg). What is voided is left out. Prints nothing by itself: that sheets
 * were printed is noted by the step.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const range = Number(req.params.range);
  const query = req.validatedQuery as SheetQuery;
  const settings = traceability.stamps.settings();
  if (!settings) return refuse(res, 'no-keys', {});
  const history = await traceability.stamps.orderHistory(range);
  if (!history) return refuse(res, 'unknown-range', { range });
  const { order } = history;
  const parts = printable(history, query);
  if (parts === null) return refuse(res, 'outside-range', { range });
  if (parts.length === 0) return refuse(res, 'voided', { range });

  const facts = await labelFacts(req.scope, order, query.name);
  if (!facts) return refuse(res, 'unnamed-product', { product: order.product });
  const text: SheetText = {
    ...facts,
    range,
    orderedOn: todayInVietnam(new Date(order.orderedAt)),
    site: new URL(settings.siteUrl).host,
  };
  const labels = (some: readonly StampPart[]) =>
    labelsOf(some, (first, count) =>
      stampsOfRange({ ...order, number: range, first, count }, settings.keyring, settings.siteUrl),
    );
  let body: Readable;
  if (query.format === 'csv') body = stampCsv(labels(parts), text);
  else {
    const [sample] = labels(parts);
    if (!sample) throw new Error(`A part of range ${range} has no stamps.`);
    const planned = planSheet(sample, text, query);
    if (!planned.ok) return refuse(res, 'does-not-fit', { message: planned.message.en });
    body = drawn(query.format, labels(parts), planned.plan, countOf(parts));
  }
  const { type, ending } = files[query.format];
  res.setHeader('content-type', type);
  res.setHeader('content-disposition', `attachment; filename="tem-${range}.${ending}"`);
  res.setHeader('cache-control', 'private, no-store');
  await send(body, res);
}

function drawn(
  format: 'pdf' | 'svg',
  labels: Iterable<StampLabel>,
  plan: SheetPlan,
  total: number,
): Readable {
  return format === 'pdf' ? stampPdf(labels, plan, { total }) : stampSvgZip(labels, plan);
}

/** The parts asked for without what is voided; null where they are no part of the range. */
function printable({ order, spans }: StampOrderHistory, query: SheetQuery): StampPart[] | null {
  const part = partOf(query, order.count);
  if (part === null) return null;
  if (order.state === 'voided') return [];
  return without(
    part,
    spans.filter(({ kind }) => kind === 'voided'),
  );
}

function* labelsOf(
  parts: readonly StampPart[],
  stamps: (first: number, count: number) => Iterable<StampLabel>,
): Generator<StampLabel> {
  for (const { first, last } of parts) yield* stamps(first, last - first + 1);
}

function countOf(parts: readonly StampPart[]): number {
  return parts.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

async function send(body: Readable, res: MedusaResponse): Promise<void> {
  try {
    await pipeline(body, res);
  } catch (error) {
    // Somebody who closes the page stops the download: nothing is wrong, and nobody is left to tell.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw error;
  }
}
