import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { SuspiciousQuery } from '@ocop/contract/scan-statistics';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** Stamps whose scans look like those of many copies; `code` is null on a server without keys. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const page = req.validatedQuery as SuspiciousQuery;
  const { items, count } = await traceability.scans.suspicious(page);
  res.json({ stamps: items.map((stamp) => ({ ...stamp, code: traceability.stamps.codeOf(stamp) })), count });
}
