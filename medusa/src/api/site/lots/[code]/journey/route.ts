import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** The public journey of a lot in at most 12 steps, oldest first; 404 when it is not registered. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const journey = await traceability.traceEvents.lotJourney(req.params.code ?? '');
  if (!journey) {
    res.status(404).json({ reason: 'unknown-lot' });
    return;
  }
  res.json(journey);
}
