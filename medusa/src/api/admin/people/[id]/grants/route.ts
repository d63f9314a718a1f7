import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ChangeGrants } from '@ocop/contract/people';
import { unknownMember } from '../../../../../people/refusals.ts';
import { peopleIn } from '../../../../../people/session.ts';

/** What somebody may do; in force at the next request. */
export async function POST(
  req: AuthenticatedMedusaRequest<ChangeGrants>,
  res: MedusaResponse,
): Promise<void> {
  const { grants, note } = req.validatedBody;
  const noted = { by: req.auth_context.actor_id, text: note };
  if (await peopleIn(req.scope).members.changeGrants(req.params.id ?? '', grants, noted)) res.json({});
  else unknownMember(res);
}
