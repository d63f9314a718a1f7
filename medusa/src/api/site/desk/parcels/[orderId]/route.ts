import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { notHers } from '../../../../../people/refusals.ts';
import type { SignedInRequest } from '../../../../../people/session.ts';
import { readParcel } from '../../../../../producer-desk/read-parcel.ts';

/** One parcel; 404 where nothing of the order is hers. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const found = await readParcel(
    req.scope,
    (req as SignedInRequest).signedIn.actor,
    req.params.orderId ?? '',
  );
  if (found) res.json(found.parcel);
  else notHers(res);
}
