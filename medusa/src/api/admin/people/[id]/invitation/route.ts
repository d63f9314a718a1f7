import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { drawInvitation, invitationMade } from '../../../../../people/invite.ts';
import { unknownMember } from '../../../../../people/refusals.ts';
import { peopleIn } from '../../../../../people/session.ts';

/** A new code for somebody who lost the first one, or the password; an earlier code opens nothing any more. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { members, settings } = peopleIn(req.scope);
  const memberId = req.params.id ?? '';
  const code = drawInvitation();
  const expiresAt = await members.inviteAgain(memberId, code, req.auth_context.actor_id);
  if (expiresAt === null) unknownMember(res);
  else res.json(invitationMade(settings.siteUrl, { memberId, code, expiresAt }));
}
