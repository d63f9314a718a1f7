import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../modules/traceability/service.ts';
import type { ScanBody } from './schema.ts';

/** Records a scan and answers with the stamp's state, lot and history; 404 when never issued. */
export async function POST(req: MedusaRequest<ScanBody>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { at, ...position } = req.validatedBody;
  const answer = await traceability.recordScan({ ...position, at: at ? new Date(at) : new Date() });
  if (!answer.ok) {
    res.status(404).json({ reason: answer.reason });
    return;
  }
  const { ok: _, ...seen } = answer;
  res.json(seen);
}
