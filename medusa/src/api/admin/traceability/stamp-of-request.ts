import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';
import type { IssuedStamp } from '../../../modules/traceability/stamps/find.ts';
import { refuse } from './refusals.ts';

/** The stamp a request is about, and the service to do something with it. */
export interface RequestedStamp {
  traceability: TraceabilityService;
  stamp: IssuedStamp;
  /** The host of the address the stamp was named by, where it is somebody else's. */
  foreignHost: string | null;
}

/** The stamp the address names by `code`; null when the request was answered with a refusal. */
export async function stampOfRequest(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  code: string,
): Promise<RequestedStamp | null> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const found = await traceability.stamps.find(code);
  if (found.ok) return { traceability, stamp: found.stamp, foreignHost: found.foreignHost };
  refuse(res, found.reason, { code });
  return null;
}
