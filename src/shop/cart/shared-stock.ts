import { packsBeside, shortagesOf, type DrawingLine } from '@ocop/rules/gift-box';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';

/** Something that all lines together take too much of. */
export interface SharedShortage {
  /** SKU of what is short; null where it has none. */
  part: string | null;
  /** Pieces of it that the cart asks for, and that there are. */
  asked: number;
  pieces: number;
  /** Packs of the line that can be had as long as the others stay as they are. */
  left: number;
}

interface Item {
  sku: string;
  quantity: number;
}

type Offers = ReadonlyMap<string, Pick<CurrentOffer, 'draws' | 'available' | 'held' | 'barred'>>;

/**
 * What of a line's goods the whole cart asks more of than there is: a gift box and single pieces take from the same
 * stock. Null where nothing is short, and for goods that share their stock with no other.
 */
export function sharedShortage(line: Item, items: readonly Item[], offers: Offers): SharedShortage | null {
  const draws = offers.get(line.sku)?.draws ?? [];
  const own = new Set(draws.map(({ item }) => item));
  const others = items.filter(({ sku }) => sku !== line.sku).flatMap((item) => drawingLine(item, offers));
  const short = shortagesOf([{ quantity: line.quantity, draws }, ...others]).find(({ item }) =>
    own.has(item),
  );
  if (!short) return null;
  return { part: short.sku, asked: short.asked, pieces: short.left, left: packsBeside(draws, others) };
}

/** A line that can only be taken out takes nothing from the others. */
function drawingLine({ sku, quantity }: Item, offers: Offers): DrawingLine[] {
  const offer = offers.get(sku);
  const isGone = !offer || offer.held || offer.barred || offer.available === 0;
  return isGone || !offer.draws ? [] : [{ quantity, draws: offer.draws }];
}
