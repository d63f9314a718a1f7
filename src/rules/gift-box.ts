/**
 * Goods that are put together of other goods (gift boxes, cases of bottles) and what that means for stock: what
 * several lines of one cart take from the same pieces is added up before it is compared with what is left.
 */

/** What one pack takes out of stock. */
export interface StockDraw {
  /** Tells pieces in stock apart; Medusa's inventory item. */
  item: string;
  /** SKU of the pieces, for words; null where they have none. */
  sku: string | null;
  /** Pieces that one pack takes, 1 or more. */
  pieces: number;
  /** Pieces left, for everybody. */
  left: number;
}

/** A line of a cart: so many packs, each with the same draws. */
export interface DrawingLine {
  quantity: number;
  draws: readonly StockDraw[];
}

/** How many whole packs can be made of what is left: as many as the scarcest part allows. No parts make none. */
export function boxesLeft(draws: readonly StockDraw[]): number {
  if (draws.length === 0) return 0;
  return Math.max(0, Math.min(...draws.map(({ left, pieces }) => Math.floor(left / pieces))));
}

/** Pieces that all lines together ask for, by item. */
export function piecesAskedFor(lines: readonly DrawingLine[]): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { quantity, draws } of lines) {
    for (const { item, pieces } of draws) asked.set(item, (asked.get(item) ?? 0) + quantity * pieces);
  }
  return asked;
}

/** Pieces that the lines of a cart ask for and that are not there. */
export interface Shortage {
  item: string;
  sku: string | null;
  asked: number;
  left: number;
}

/** Everything that the lines together ask more of than is left, in the order in which they ask for it. */
export function shortagesOf(lines: readonly DrawingLine[]): Shortage[] {
  const asked = piecesAskedFor(lines);
  const draws = new Map(lines.flatMap((line) => line.draws).map((draw) => [draw.item, draw] as const));
  return [...draws.values()].flatMap(({ item, sku, left }) => {
    const pieces = asked.get(item) ?? 0;
    return pieces > left ? [{ item, sku, asked: pieces, left }] : [];
  });
}

/** How many packs of one line there can be as long as the other lines stay as they are. */
export function packsBeside(draws: readonly StockDraw[], others: readonly DrawingLine[]): number {
  const taken = piecesAskedFor(others);
  return boxesLeft(draws.map((draw) => ({ ...draw, left: draw.left - (taken.get(draw.item) ?? 0) })));
}
