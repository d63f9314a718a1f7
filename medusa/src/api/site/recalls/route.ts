import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { PublicRecallsAnswer } from '@ocop/contract/public-recalls';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';

/** Recalls as everybody may know them, those in force first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ recalls: await traceability.recalls.findPublic() } satisfies PublicRecallsAnswer);
}
