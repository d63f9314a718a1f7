/** What the lines of a cart take from the same pieces, added up: Medusa looks at each line alone (decision 0056). */
import { shortagesOf, type DrawingLine, type StockDraw } from '@ocop/rules/gift-box';
import type { JudgedOffer } from '../modules/traceability/selling/held.ts';
import { refusal } from './refusal.ts';

/** A line of a cart as Medusa has it. */
export interface LineToOrder {
  variant_id?: string | null | undefined;
  quantity?: unknown;
}

/**
 * Refuses lines that together ask for more pieces than there are, naming those that are short.
 * @param offers what is on sale of the lines' variants; a line of anything else is refused elsewhere
 */
export function refuseShort(
  lines: readonly LineToOrder[],
  offers: readonly Pick<JudgedOffer, 'variantId' | 'sku' | 'draws' | 'available'>[],
): void {
  const byVariant = new Map(offers.map((offer) => [offer.variantId, drawsOf(offer)]));
  const drawing = lines.map(({ variant_id: id, quantity }): DrawingLine => ({
    quantity: Number(quantity ?? 1),
    draws: byVariant.get(id ?? '') ?? [],
  }));
  const [short] = shortagesOf(drawing);
  if (!short) return;
  const { sku, item, asked, left } = short;
  const named = sku ?? item;
  throw refusal(
    'pieces_short',
    `The cart takes ${asked} of ${named} in all its lines together, and ${left} are left. Take fewer`,
  );
}

/** A pack that shares its pieces with no other has its own: the same pack may still stand on two lines. */
function drawsOf({
  variantId,
  sku,
  draws,
  available,
}: Pick<JudgedOffer, 'variantId' | 'sku' | 'draws' | 'available'>): StockDraw[] {
  if (draws) return draws;
  return available === null ? [] : [{ item: variantId, sku, pieces: 1, left: available }];
}
