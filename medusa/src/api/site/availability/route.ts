import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { AvailabilityAnswer } from '@ocop/contract/availability';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';
import { offersToTell } from './offers.ts';

/** Price and stock of every pack on sale, in one query. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ offers: offersToTell(await traceability.selling.offers()) } satisfies AvailabilityAnswer);
}
