import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { LinkRequest } from '@ocop/contract/people';
import { askForLink } from '../../../../people/sign-in.ts';

/** Sends a link to sign in; the same answer whatever the address. */
export async function POST(req: MedusaRequest<LinkRequest>, res: MedusaResponse): Promise<void> {
  res.json(await askForLink(req.scope, req.validatedBody));
}
