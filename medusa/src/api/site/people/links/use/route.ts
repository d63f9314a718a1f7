import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { LinkUse } from '@ocop/contract/people';
import { signInByLink } from '../../../../../people/sign-in.ts';

/** Signs in by a link, which is used up. */
export async function POST(req: MedusaRequest<LinkUse>, res: MedusaResponse): Promise<void> {
  res.json(await signInByLink(req.scope, req.validatedBody.token));
}
