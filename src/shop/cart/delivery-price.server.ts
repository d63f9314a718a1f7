import type { DeliveryTable } from '@ocop/rules/delivery-price';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchDeliveryTable } from '../../medusa-client/orders.ts';

const CACHE_MS = 60_000;
/** After a failure Medusa is left alone for a while, and pages do without. */
const REST_MS = 5_000;

let known: { table: DeliveryTable | null; at: number; restsUntil: number } = {
  ...{ table: null, at: 0, restsUntil: 0 },
};

/**
 * What delivery costs. One table serves every cart, so it is asked at most once a minute; an order is priced
 * anew by Medusa before it is placed.
 * @returns `null` when Medusa does not say and never said, or delivers nothing
 */
export async function deliveryTable(): Promise<DeliveryTable | null> {
  const now = Date.now();
  if (now - known.at < CACHE_MS || now < known.restsUntil) return known.table;
  const answer = await fetchDeliveryTable(medusa());
  if (answer.ok) known = { table: answer.data, at: now, restsUntil: 0 };
  else known = { ...known, restsUntil: now + REST_MS };
  return known.table;
}

/** Forgets the remembered table: an order came to another total than was shown. */
export function forgetDeliveryPrice(): void {
  known = { ...known, at: 0, restsUntil: 0 };
}
