import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuse } from '../../refusals.ts';

/** A lot with its orders of stamps, its recalls and what was done to it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const lot = req.params.code ?? '';
  const history = await traceability.lots.history(lot);
  if (!history) return refuse(res, 'unknown-lot', { lot });
  res.json(history);
}
