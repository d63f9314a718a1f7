import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { InvitationLook } from '@ocop/contract/people';
import { lookAtInvitation } from '../../../../../people/sign-in.ts';

/** What an invitation offers. */
export async function POST(req: MedusaRequest<InvitationLook>, res: MedusaResponse): Promise<void> {
  res.json(await lookAtInvitation(req.scope, req.validatedBody));
}
