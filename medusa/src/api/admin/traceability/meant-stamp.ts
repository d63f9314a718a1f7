import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../modules/traceability/service.ts';
import type { FoundStamp } from '../../../modules/traceability/stamps/find.ts';
import { stampSettings, type StampSettings } from '../../../stamp-settings.ts';
import { refuse } from './refusals.ts';

export interface MeantStamp {
  traceability: TraceabilityService;
  settings: StampSettings;
  stamp: FoundStamp;
}

/** The stamp the address names by `code`; null when the request was answered with a refusal. */
export async function meantStamp(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  code: string,
): Promise<MeantStamp | null> {
  const settings = stampSettings();
  if (!settings) {
    refuse(res, 'no-keys', {});
    return null;
  }
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const found = await traceability.findStamp(code, settings);
  if (found.ok) return { traceability, settings, stamp: found.stamp };
  refuse(res, found.reason, { code });
  return null;
}
