import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';

/** Records scans; those that never will be are named, see `@ocop/contract/scan`. */
export async function POST(req: MedusaRequest<{ scans: unknown[] }>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json(await traceability.scans.record(req.validatedBody.scans));
}
