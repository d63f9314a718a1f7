import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { SignInRequest } from '@ocop/contract/people';
import { signInByPassword } from '../../../../people/sign-in.ts';

/** Signs somebody in by login and password, see `@ocop/contract/people`. */
export async function POST(req: MedusaRequest<SignInRequest>, res: MedusaResponse): Promise<void> {
  res.json(await signInByPassword(req.scope, req.validatedBody));
}
