import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { SheetQuery } from '@ocop/contract/stamp-sheets';
import { todayInVietnam } from '@ocop/rules/date';
import { segmentOf, without, type StampSegment } from '@ocop/rules/stamps/stamp-segment';
import { planOf, type SheetTask } from '../../../../../modules/stamp-sheets/sheet.ts';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import type { StampOrderHistory } from '../../../../../modules/traceability/stamps/order-history.ts';
import { refuse } from '../../refusals.ts';
import { labelFacts } from './label-facts.ts';

/**
 * The stamps of a range, or of a segment of it, as they are asked for in print; what is voided is left
 * out. Null when the request was answered with a refusal.
 */
export async function sheetTask(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
): Promise<SheetTask | null> {
  const refused = (...[reason, about]: [Parameters<typeof refuse>[1], Parameters<typeof refuse>[2]]) => {
    refuse(res, reason, about);
    return null;
  };
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const range = Number(req.params.range);
  const query = req.validatedQuery as SheetQuery;
  const settings = traceability.stamps.settings();
  if (!settings) return refused('no-keys', {});
  const history = await traceability.stamps.orderHistory(range);
  if (!history) return refused('unknown-range', { range });
  const { order } = history;
  const segments = printable(history, query);
  if (segments === null) return refused('outside-range', { range });
  if (segments.length === 0) return refused('voided', { range });

  const facts = await labelFacts(req.scope, order, query.name);
  if (!facts) return refused('unnamed-product', { product: order.product });
  const { epoch, gtin, form } = order;
  const { format, layout, dpi, cropMarks, startAt } = query;
  const { keyring, siteUrl } = settings;
  const task: SheetTask = {
    order: { range, epoch, gtin, form },
    segments,
    text: {
      ...facts,
      range,
      orderedOn: todayInVietnam(new Date(order.orderedAt)),
      site: new URL(siteUrl).host,
    },
    sheet: { format, layout, dpi, cropMarks, startAt },
    keyring,
    siteUrl,
  };
  const planned = format === 'csv' ? null : planOf(task);
  if (planned && !planned.ok) return refused('does-not-fit', { message: planned.message.en });
  return task;
}

/** The segments requested, without what is voided; null where they do not lie in the range. */
function printable({ order, spans }: StampOrderHistory, query: SheetQuery): StampSegment[] | null {
  const segment = segmentOf(query, order.count);
  if (segment === null) return null;
  if (order.state === 'voided') return [];
  return without(
    segment,
    spans.filter(({ kind }) => kind === 'voided'),
  );
}
