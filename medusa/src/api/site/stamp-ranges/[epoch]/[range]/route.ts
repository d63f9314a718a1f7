import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { StampRangeAnswer } from '@ocop/contract/stamp-range';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/**
 * Which trade item the stamps of a range are for: a person types the 20 characters of a code only,
 * and its tag can be checked only together with the GTIN. Counts no scan.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const issued = await traceability.stamps.findOrder(Number(req.params.range));
  if (!issued || issued.epoch !== req.params.epoch) {
    res.json({ issued: false } satisfies StampRangeAnswer);
    return;
  }
  res.json({ issued: true, gtin: issued.gtin } satisfies StampRangeAnswer);
}
