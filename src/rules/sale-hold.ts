/**
 * When goods that are on sale are not sold: a price that nobody can have meant, and goods that are being
 * called back. Both are held until staff decide (decision 0044).
 */
import { isDong, type Dong } from './money.ts';

/** Why a pack that is on sale is not sold at the moment; `part`: it is a gift box, and something in it is not sold. */
export type SaleHold = 'price' | 'recall' | 'part';

/**
 * The lowest and the highest price a pack can have, in đồng. Nothing of the programme costs less than
 * a thousand: below it stands a price typed with dots, '295.000', which a field for numbers reads as 295.
 */
export const LEAST_PRICE: Dong = 1_000;
export const MOST_PRICE: Dong = 500_000_000;

/** A price so many times higher or lower than the one before is asked about. */
export const PRICE_JUMP = 5;

/** Whether a pack can be sold at this price: whole đồng, not too little and not too much to be meant. */
export function isPlausiblePrice(price: unknown): price is Dong {
  return isDong(price) && price >= LEAST_PRICE && price <= MOST_PRICE;
}

/** What is wrong with a price as it stands. */
export type PriceFault = 'implausible' | 'jump';

/**
 * What keeps a pack from being sold at `price`; null where nothing does.
 * @param accepted the last price it was sold at, or that staff kept; null where it had none
 * @param factor from which change on a price is asked about, up and down alike
 */
export function priceFault(
  price: number,
  accepted: Dong | null,
  factor: number = PRICE_JUMP,
): PriceFault | null {
  if (!isPlausiblePrice(price)) return 'implausible';
  if (accepted === null) return null;
  return price > accepted * factor || price * factor < accepted ? 'jump' : null;
}
