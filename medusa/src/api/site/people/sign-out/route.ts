import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { SignOutRequest } from '@ocop/contract/people';
import { peopleIn, type SignedInRequest } from '../../../../people/session.ts';

/** Ends the session, or all of the person's. */
export async function POST(req: MedusaRequest<SignOutRequest>, res: MedusaResponse): Promise<void> {
  const { session } = (req as SignedInRequest).signedIn;
  const { sessions } = peopleIn(req.scope);
  if (req.validatedBody.everywhere) await sessions.endAll(session.actor);
  else await sessions.end(session.id);
  res.json({});
}
