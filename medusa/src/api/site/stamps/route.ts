import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../modules/traceability/service.ts';
import type { StampsBody } from './schema.ts';

/**
 * State, lot and history of stamps, in the order asked; null where none was issued. The site asks
 * for all its readers of a moment at once, so the cost of a request is shared by them.
 */
export async function POST(req: MedusaRequest<StampsBody>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ stamps: await traceability.lookAtStamps(req.validatedBody.stamps) });
}
