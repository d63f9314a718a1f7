import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { slipQuery } from '@ocop/contract/producer-desk';
import { packingSlip } from '../../../../../../order-desk/packing-slip.ts';
import { notHers } from '../../../../../../people/refusals.ts';
import type { SignedInRequest } from '../../../../../../people/session.ts';
import { herPart, readParcel } from '../../../../../../producer-desk/read-parcel.ts';

/** The slip of her part, as a page; 404 where it is not hers, or its buyer is not shown any more. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { actor } = (req as SignedInRequest).signedIn;
  const found = await readParcel(req.scope, actor, req.params.orderId ?? '');
  const asked = slipQuery.safeParse(req.query);
  if (!found?.parcel.buyer || !asked.success) {
    notHers(res);
    return;
  }
  const { lang, size, from } = asked.data;
  const sheet = herPart(found.sheet, actor);
  const options = { lang, size, producer: null, sender: from ?? null, parcels: found.parcel.parcels };
  res.json({ html: packingSlip(sheet, options) });
}
