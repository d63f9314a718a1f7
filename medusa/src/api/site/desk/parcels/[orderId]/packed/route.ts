import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { notHers } from '../../../../../../people/refusals.ts';
import type { SignedInRequest } from '../../../../../../people/session.ts';
import { packParcel } from '../../../../../../producer-desk/pack.ts';

/** Notes that her part of an order is packed, see `@ocop/contract/producer-desk`. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { actor } = (req as SignedInRequest).signedIn;
  const answer =
    actor.kind === 'member' ? await packParcel(req.scope, actor, req.params.orderId ?? '') : null;
  if (answer) res.json(answer);
  else notHers(res);
}
