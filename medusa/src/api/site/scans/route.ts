import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';
import type { ScansBody } from './schema.ts';

/** Records scans, all or none; the same ones once more change nothing. */
export async function POST(req: MedusaRequest<ScansBody>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json(await traceability.scans.record(req.validatedBody.scans));
}
