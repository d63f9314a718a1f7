import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { InvitationAcceptance } from '@ocop/contract/people';
import { acceptInvitation } from '../../../../../people/sign-in.ts';

/** Accepts an invitation, which is used up. */
export async function POST(req: MedusaRequest<InvitationAcceptance>, res: MedusaResponse): Promise<void> {
  res.json(await acceptInvitation(req.scope, req.validatedBody));
}
