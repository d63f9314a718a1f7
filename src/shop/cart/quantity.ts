/** The most pieces of one pack a buyer may put into a cart through the site. */
export const MAX_QUANTITY = 99;

/** The most characters of an amount; more than the largest has, so that one too large is told, not cut. */
export const QUANTITY_LENGTH = 9;

/** A quantity as read from a form, or why it could not be read. */
export type QuantityReading =
  { ok: true; quantity: number } | { ok: false; reason: 'not-a-number' | 'too-many' };

/**
 * Reads a quantity typed by a person: whole pieces, 0 to `MAX_QUANTITY`. An empty or absent field
 * means one piece. Full-width digits (East Asian keyboards) count as digits.
 */
export function readQuantity(text: string | null | undefined): QuantityReading {
  const typed = (text ?? '').normalize('NFKC').trim();
  if (typed === '') return { ok: true, quantity: 1 };
  if (!/^\d+$/.test(typed) || typed.length > QUANTITY_LENGTH) return { ok: false, reason: 'not-a-number' };
  const quantity = Number(typed);
  return quantity > MAX_QUANTITY ? { ok: false, reason: 'too-many' } : { ok: true, quantity };
}
