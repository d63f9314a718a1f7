/**
 * Orders on which somebody calls the buyer before the goods are held for long. Cash on delivery binds nobody: one
 * anonymous order could take everything that is left, and never be accepted at the door.
 */

/** Why an order is to be confirmed: a large sum, or most of what was left of something. */
export type ConfirmationReason = 'large-sum' | 'scarce-stock';

/** Whole đồng above which an order is confirmed, unless a shop sets another sum. */
export const LARGE_SUM = 5_000_000;

/** How long goods are held for an order that nobody confirmed, hours, unless a shop sets another time. */
export const CONFIRM_WITHIN_HOURS = 24;

/** The last pieces of something are bought by one, two or three without anybody's asking. */
const FEW_PIECES = 3;

/** A line of an order. `available`: pieces there were before it, null where stock is not kept. */
export interface OrderedLine {
  quantity: number;
  available: number | null;
}

/**
 * Why an order is to be confirmed by telephone; nothing for most orders.
 * @param total whole đồng, delivery included
 * @param largeSum whole đồng; orders above it are confirmed
 */
export function confirmationReasons(
  { total, lines }: { total: number; lines: readonly OrderedLine[] },
  largeSum = LARGE_SUM,
): ConfirmationReason[] {
  const takesMost = ({ quantity, available }: OrderedLine) =>
    available !== null && quantity > FEW_PIECES && quantity * 2 > available;
  return [
    ...(total > largeSum ? (['large-sum'] as const) : []),
    ...(lines.some(takesMost) ? (['scarce-stock'] as const) : []),
  ];
}
