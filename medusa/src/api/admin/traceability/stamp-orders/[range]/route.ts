import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuse } from '../../refusals.ts';

/** A range issued earlier: how far it came, which parts of it, and what was done to it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const range = Number(req.params.range);
  const history = await traceability.stamps.orderHistory(range);
  if (!history) return refuse(res, 'unknown-range', { range });
  res.json(history);
}
