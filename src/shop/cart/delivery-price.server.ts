import { medusa } from '../../medusa-client/medusa.server.ts';
import { shippingOptions } from '../../medusa-client/ordering.ts';

const CACHE_MS = 60_000;

let known: { amount: number; at: number } | null = null;

/**
 * The price of delivery in đồng, the cheapest way there is. One flat price serves every cart, so it
 * is asked at most once a minute; an order asks again before it is placed.
 * @returns `null` when Medusa does not say and never said
 */
export async function deliveryPrice(cartId: string): Promise<number | null> {
  if (known && Date.now() - known.at < CACHE_MS) return known.amount;
  const options = await shippingOptions(medusa(), cartId);
  const amounts = options.ok ? options.data.map((option) => option.amount) : [];
  if (amounts.length > 0) known = { amount: Math.min(...amounts), at: Date.now() };
  return known?.amount ?? null;
}

/** Forgets the remembered price: an order came to another total than was shown. */
export function forgetDeliveryPrice(): void {
  known = null;
}
