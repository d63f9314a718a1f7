import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { InviteMember, PeopleList } from '@ocop/contract/people';
import { drawInvitation, invitationMade, producersOfProducts } from '../../../people/invite.ts';
import { peopleIn } from '../../../people/session.ts';

/** Everybody with an account by invitation, and what was changed of late. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { members } = peopleIn(req.scope);
  res.json({
    members: await members.list(),
    producers: await producersOfProducts(req.scope),
    changes: await members.changes(),
  } satisfies PeopleList);
}

/** Invites somebody. The code is told in this answer and never again. */
export async function POST(
  req: AuthenticatedMedusaRequest<InviteMember>,
  res: MedusaResponse,
): Promise<void> {
  const { members, settings } = peopleIn(req.scope);
  const code = drawInvitation();
  const { id, expiresAt } = await members.add(req.validatedBody, code, req.auth_context.actor_id);
  res.json(invitationMade(settings.siteUrl, { memberId: id, code, expiresAt }));
}
