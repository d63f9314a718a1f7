import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ParcelList } from '@ocop/contract/producer-desk';
import type { SignedInRequest } from '../../../../people/session.ts';
import { parcelsOf } from '../../../../producer-desk/parcels.ts';

/** What whoever is signed in sends of orders; nothing for a customer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { actor } = (req as SignedInRequest).signedIn;
  res.json({ parcels: await parcelsOf(req.scope, actor) } satisfies ParcelList);
}
