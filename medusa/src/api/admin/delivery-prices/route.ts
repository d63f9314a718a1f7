import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { DeliveryPricesAnswer, SaveDeliveryPrices } from '@ocop/contract/delivery-prices';
import { deliveryPrices, tableInForce } from '../../../ordering/delivery-table.ts';
import { cheapestDelivery, dongRegion } from '../../../ordering/delivery.ts';

/** The table of delivery prices in force, and who changed it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const saved = await deliveryPrices(req.scope).current();
  const flat = await cheapestDelivery(req.scope, await dongRegion(req.scope));
  res.json({
    version: saved?.version ?? 0,
    table: tableInForce(saved, flat?.amount ?? 0),
    changes: await deliveryPrices(req.scope).changes(),
  } satisfies DeliveryPricesAnswer);
}

/** Puts a table in force; 409 where another was saved since the one it was made from. */
export async function POST(
  req: AuthenticatedMedusaRequest<SaveDeliveryPrices>,
  res: MedusaResponse,
): Promise<void> {
  const { version, table } = req.validatedBody;
  if (await deliveryPrices(req.scope).save(version, table, req.auth_context.actor_id)) {
    res.json({ version: version + 1 });
    return;
  }
  res.status(409).json({
    reason: 'delivery-prices-moved',
    message:
      'Nothing was saved: somebody else has saved other prices since. Load them and change them again.',
  });
}
