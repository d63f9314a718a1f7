import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { DisableMember } from '@ocop/contract/people';
import { unknownMember } from '../../../../../people/refusals.ts';
import { peopleIn } from '../../../../../people/session.ts';

/** Closes an account, which ends its sessions at once, or opens it again. */
export async function POST(
  req: AuthenticatedMedusaRequest<DisableMember>,
  res: MedusaResponse,
): Promise<void> {
  const { disabled, note } = req.validatedBody;
  const noted = { by: req.auth_context.actor_id, text: note };
  if (await peopleIn(req.scope).members.setDisabled(req.params.id ?? '', disabled, noted)) res.json({});
  else unknownMember(res);
}
