import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { PasswordChange } from '@ocop/contract/people';
import type { SignedInRequest } from '../../../../people/session.ts';
import { changePassword } from '../../../../people/sign-in.ts';

/** A new password; every other session ends. */
export async function POST(req: MedusaRequest<PasswordChange>, res: MedusaResponse): Promise<void> {
  const { session } = (req as SignedInRequest).signedIn;
  res.json(await changePassword(req.scope, session, req.validatedBody));
}
