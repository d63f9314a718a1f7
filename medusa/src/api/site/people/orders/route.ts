import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { EarlierOrders } from '@ocop/contract/people';
import { addressOf, ordersOf } from '../../../../people/customers.ts';
import { notHers } from '../../../../people/refusals.ts';
import type { SignedInRequest } from '../../../../people/session.ts';

/** The earlier orders of a customer; 404 for anybody else. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { actor } = (req as SignedInRequest).signedIn;
  const email = actor.kind === 'customer' ? await addressOf(req.scope, actor.id) : null;
  if (email === null) {
    notHers(res);
    return;
  }
  res.json({ orders: await ordersOf(req.scope, email) } satisfies EarlierOrders);
}
