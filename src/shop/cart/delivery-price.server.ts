import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchDeliveryPrice } from '../../medusa-client/orders.ts';

const CACHE_MS = 60_000;
/** After a failure Medusa is left alone for a while, and pages do without. */
const REST_MS = 5_000;

let known: { amount: number | null; at: number; restsUntil: number } = { amount: null, at: 0, restsUntil: 0 };

/**
 * The price of delivery in đồng, the cheapest way there is. One flat price serves every cart, so it
 * is asked at most once a minute; an order asks again before it is placed.
 * @returns `null` when Medusa does not say and never said
 */
export async function deliveryPrice(): Promise<number | null> {
  const now = Date.now();
  if (now - known.at < CACHE_MS || now < known.restsUntil) return known.amount;
  const answer = await fetchDeliveryPrice(medusa());
  if (answer.ok) known = { amount: answer.data, at: now, restsUntil: 0 };
  else known = { ...known, restsUntil: now + REST_MS };
  return known.amount;
}

/** Forgets the remembered price: an order came to another total than was shown. */
export function forgetDeliveryPrice(): void {
  known = { ...known, at: 0, restsUntil: 0 };
}
