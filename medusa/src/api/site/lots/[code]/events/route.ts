import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { epcisDocument } from '@ocop/rules/epcis/document';
import { publicEvents } from '@ocop/rules/epcis/public-event';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** More than a lot has; one answer, so that nobody downstream has to page. */
const MOST_EVENTS = { limit: 2_000, offset: 0 };

/** What anybody may read of a lot's history, as an EPCISDocument; 404 when it is not registered. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const lot = req.params.code ?? '';
  const known = await traceability.traceEvents.lotJourney(lot);
  if (!known) {
    res.status(404).json({ reason: 'unknown-lot' });
    return;
  }
  const { items } = await traceability.traceEvents.find({ lot, ...MOST_EVENTS });
  res.json(epcisDocument(publicEvents(items), new Date().toISOString()));
}
