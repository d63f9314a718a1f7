import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** A range issued earlier, so that its codes can be built again; 404 when there is none. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const order = await traceability.stampOrder(Number(req.params.range));
  if (!order) {
    res.status(404).json({
      reason: 'unknown-range',
      message: `No stamps were ever issued under range ${req.params.range}.`,
    });
    return;
  }
  res.json(order);
}
