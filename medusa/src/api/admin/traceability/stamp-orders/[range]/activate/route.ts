import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { isCutOff } from '@ocop/rules/stamps/stamp-keys';
import { TRACEABILITY } from '../../../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { stampSettings } from '../../../../../../stamp-settings.ts';
import { refuse } from '../../../refusals.ts';
import type { ActivationBody } from '../../../schemas.ts';

/** Puts the stamps of a range, or of a part of it, on the goods of a lot. */
export async function POST(
  req: AuthenticatedMedusaRequest<ActivationBody>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const asked = { ...req.validatedBody, range: Number(req.params.range) };
  const keyring = stampSettings()?.keyring;
  const isRefusedKey = (epoch: string) =>
    keyring !== undefined && isCutOff(keyring, epoch, new Date().toISOString());
  const answer = await traceability.activateStamps(asked, isRefusedKey, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...asked, ...answer });
  res.json(answer.order);
}
