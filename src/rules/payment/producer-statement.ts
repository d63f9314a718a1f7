/**
 * What each producer's part of the shop's money is: every sum that came for an order, or went back, is divided
 * among those who sent its goods, by what each sent. Nothing is lost or made in dividing. Amounts in whole đồng.
 */
import { divideDong, type Dong } from '../money.ts';
import type { MoneyEntry, MoneyWay } from './money-ledger.ts';

/** What one producer sent of an order: goods after discounts, and what was charged for delivering them. */
export interface OrderPart {
  /** Stable id of the producer; null where nobody knows who sends it. */
  producer: string | null;
  goods: Dong;
  delivery: Dong;
}

/** One sum of a producer's statement. `share` is negative where it went back or is to go back. */
export interface StatementLine {
  id: string;
  at: string;
  order: string;
  way: MoneyWay;
  use: 'paid' | 'refunded' | 'owed';
  /** What the producer sent of that order. */
  goods: Dong;
  delivery: Dong;
  /** The whole sum, of all producers. */
  amount: Dong;
  share: number;
}

/**
 * The lines of every producer, in the order of the entries. Sums of orders nobody knows the parts of, and sums
 * that are not an order's, are none's and left out; the ledger has them.
 * @param partsOf what each producer sent, by the order's code
 */
export function statementLines(
  entries: readonly MoneyEntry[],
  partsOf: ReadonlyMap<string, readonly OrderPart[]>,
): Map<string | null, StatementLine[]> {
  const lines = new Map<string | null, StatementLine[]>();
  for (const { id, at, way, use, amount, order } of entries) {
    if (order === null || (use !== 'paid' && use !== 'refunded' && use !== 'owed')) continue;
    const parts = partsOf.get(order) ?? [];
    const shares = divideDong(
      amount,
      parts.map(({ goods, delivery }) => goods + delivery),
    );
    parts.forEach(({ producer, goods, delivery }, index) => {
      const share = shares[index] ?? 0;
      const line = {
        id,
        at,
        order,
        way,
        use,
        goods,
        delivery,
        amount,
        share: use === 'paid' ? share : -share,
      };
      const known = lines.get(producer);
      if (known) known.push(line);
      else lines.set(producer, [line]);
    });
  }
  return lines;
}

/** What a producer's month comes to. */
export interface StatementSums {
  /** Came in, by the way it came. */
  came: Record<MoneyWay, Dong>;
  /** Went back, or is to. */
  back: Dong;
  /** Kept by the shop for its work, and paid to the producer, as staff noted. */
  fees: Dong;
  paidOut: Dong;
  /** What is still to be paid to the producer of this month's money; negative where too much was. */
  balance: number;
}

/** A fee the shop keeps, or money paid to a producer, for a month. */
export interface StatementEntry {
  kind: 'fee' | 'paid-out';
  amount: Dong;
}

/** Adds up a producer's month. */
export function statementSums(
  lines: readonly StatementLine[],
  entries: readonly StatementEntry[],
): StatementSums {
  const came: Record<MoneyWay, Dong> = { transfer: 0, card: 0, cod: 0, other: 0 };
  let back = 0;
  for (const { way, share } of lines) {
    if (share >= 0) came[way] += share;
    else back -= share;
  }
  const sum = (kind: StatementEntry['kind']) =>
    entries.reduce((total, entry) => (entry.kind === kind ? total + entry.amount : total), 0);
  const [fees, paidOut] = [sum('fee'), sum('paid-out')];
  const all = came.transfer + came.card + came.cod + came.other;
  return { came, back, fees, paidOut, balance: all - back - fees - paidOut };
}
