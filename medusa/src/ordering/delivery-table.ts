/** What delivery of an order costs, by the table that staff keep. */
import type { MedusaContainer } from '@medusajs/framework/types';
import type { OrderRequest } from '@ocop/contract/orders';
import {
  flatTable,
  parcelsOf,
  quoteDelivery,
  type DeliveryQuote,
  type DeliveryTable,
} from '@ocop/rules/delivery-price';
import { timesDong } from '@ocop/rules/money';
import { provinceCode } from '@ocop/rules/place/province-name';
import { DELIVERY_PRICES } from '../modules/delivery-prices/index.ts';
import type { DeliveryPricesService } from '../modules/delivery-prices/service.ts';
import { producerIn } from '../order-desk/order-sheet.ts';
import { offersOf } from './sale-hold.ts';

export function deliveryPrices(container: MedusaContainer): DeliveryPricesService {
  return container.resolve<DeliveryPricesService>(DELIVERY_PRICES);
}

/**
 * The table that orders are charged by: as long as staff saved none, one price for every order.
 * @param flat price of Medusa's own way of delivery, đồng
 */
export function tableInForce(saved: { table: DeliveryTable } | null, flat: number): DeliveryTable {
  return saved?.table ?? flatTable(Math.max(0, Math.round(flat)));
}

/**
 * What sending an order costs, reckoned from Medusa's own prices, weights and producers.
 * @param flat price of Medusa's own way of delivery, đồng, which serves as long as staff saved no table
 */
export async function priceDelivery(
  container: MedusaContainer,
  { lines, address }: Pick<OrderRequest, 'lines' | 'address'>,
  flat: number,
): Promise<DeliveryQuote> {
  const saved = await deliveryPrices(container).current();
  if (!saved) return { parcels: [], total: flat };
  const offers = new Map(
    (
      await offersOf(
        container,
        lines.map(({ variantId }) => variantId),
      )
    ).map((offer) => [offer.variantId, offer] as const),
  );
  // What is not on sale, or is held, is refused when the cart is made or completed.
  const parcels = parcelsOf(
    lines.flatMap(({ variantId, quantity }) => {
      const offer = offers.get(variantId);
      if (!offer || offer.held !== null) return [];
      const sender = producerIn(offer.metadata)?.id ?? null;
      return [{ sender, quantity, packGrams: offer.grams, total: timesDong(offer.price, quantity) }];
    }),
  );
  return quoteDelivery(saved.table, provinceCode(address.province) ?? '', parcels);
}

/** What a way of delivery on an order keeps of its parcels, for receipts, slips and statements. */
export const deliveryData = ({ parcels }: DeliveryQuote) => (parcels.length === 0 ? {} : { parcels });
