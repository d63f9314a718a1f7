import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { HandOverRequest } from '@ocop/contract/producer-desk';
import { notHers } from '../../../../../../people/refusals.ts';
import type { SignedInRequest } from '../../../../../../people/session.ts';
import { handParcelOver } from '../../../../../../producer-desk/pack.ts';

/** Notes that her part of an order was given to a carrier. */
export async function POST(req: MedusaRequest<HandOverRequest>, res: MedusaResponse): Promise<void> {
  const { actor } = (req as SignedInRequest).signedIn;
  const orderId = req.params.orderId ?? '';
  const answer =
    actor.kind === 'member' ? await handParcelOver(req.scope, actor, orderId, req.validatedBody) : null;
  if (answer) res.json(answer);
  else notHers(res);
}
