import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { stampsOfRange } from '@ocop/rules/stamp-range';
import { TRACEABILITY } from '../../../../../modules/traceability/index.ts';
import type { SuspiciousStamp } from '../../../../../modules/traceability/scan-statistics.ts';
import type { TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { stampSettings } from '../../../../../stamp-settings.ts';
import type { SuspiciousQuery } from '../routes.ts';

/** Stamps whose scans look like those of many copies; `code` is null on a server without keys. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const page = req.validatedQuery as SuspiciousQuery;
  const { items, count } = await traceability.suspiciousStamps(page);
  res.json({ stamps: items.map((stamp) => ({ ...stamp, code: codeOf(stamp) })), count });
}

function codeOf({ range, index, epoch, gtin, form }: SuspiciousStamp): string | null {
  const settings = stampSettings();
  if (!settings || !Object.hasOwn(settings.keyring.epochs, epoch)) return null;
  const one = { number: range, first: index, count: 1, epoch, gtin, form };
  const [stamp] = stampsOfRange(one, settings.keyring, settings.siteUrl);
  return stamp?.code ?? null;
}
