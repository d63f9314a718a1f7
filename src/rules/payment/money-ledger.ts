/**
 * The shop's book of money: every sum that came, went back, or is to go back, and what it is for. Built from what
 * banks told, what was captured and what was refunded, never from an order's own summary, which Medusa leaves wrong
 * after money that came late and after some refunds. Amounts in whole đồng.
 */
import type { Dong } from '../money.ts';

/** How a sum moved: over the bank, on a card, in cash by the courier, or in a way this version does not know. */
export const moneyWays = ['transfer', 'card', 'cod', 'other'] as const;
export type MoneyWay = (typeof moneyWays)[number];

/**
 * What a sum is. `paid`: it pays an order. `doubted`: it came, and a person has to say what for. `kept`: it came and
 * is no money of an order, as a person said. `sent-back`: it came, paid no order, and was sent back. `unjudged`: it
 * came just now. `repeat`: a second telling of a sum that stands in the book already, no money of its own.
 * `refunded`: it went back to the buyer of an order. `owed`: it is to go back and did not yet.
 */
export const moneyUses = [
  'paid',
  'doubted',
  'kept',
  'sent-back',
  'unjudged',
  'repeat',
  'refunded',
  'owed',
] as const;
export type MoneyUse = (typeof moneyUses)[number];

/** One sum of the book. */
export interface MoneyEntry {
  id: string;
  /** When it moved, or was told or owed; ISO 8601. */
  at: string;
  way: MoneyWay;
  use: MoneyUse;
  amount: Dong;
  /** Code of the order it was put down to; null where there is none. */
  order: string | null;
  /** Who told of it (a bank's service, staff, a payment service), and under which number. */
  source: string;
  reference: string | null;
}

/** What is known of one order's money, of all times. */
export interface OrderAccount {
  order: string;
  canceled: boolean;
  /** What was taken by payments and given back through them. */
  captured: number;
  refunded: number;
  /** How many payments took something. */
  payments: number;
  /** What the order's own lines say: taken less given back. */
  booked: number;
  /** For an order paid by transfer; null else. */
  transfer: {
    /** What it waits or waited for. */
    asked: number;
    /** What pays it: sums of transfers, less what was too much and is owed. */
    came: number;
    /** That the whole sum came is noted. */
    settled: boolean;
  } | null;
}

/**
 * What must not be. `fraction`: a sum that is no whole number of đồng. `paid-twice`: two payments took money.
 * `over-refunded`: more went back than came. `cancelled-and-kept`: the order was taken back and its money was not
 * given back. `books-differ`: the order's lines do not say what its payments do. `not-booked`: transfers came that
 * its payments do not know. `other-sum`: transfers that pay it are not the sum asked.
 */
export type MoneyFault =
  | 'fraction'
  | 'paid-twice'
  | 'over-refunded'
  | 'cancelled-and-kept'
  | 'books-differ'
  | 'not-booked'
  | 'other-sum';

/** What is wrong with an order's money; nothing where each sum has its place. */
export function faultsOf({
  canceled,
  captured,
  refunded,
  payments,
  booked,
  transfer,
}: OrderAccount): MoneyFault[] {
  const sums = [captured, refunded, booked, ...(transfer ? [transfer.asked, transfer.came] : [])];
  const faults: [MoneyFault, boolean][] = [
    ['fraction', !sums.every(Number.isSafeInteger)],
    ['paid-twice', payments > 1],
    ['over-refunded', refunded > captured],
    ['cancelled-and-kept', canceled && captured > refunded],
    // Medusa writes no line for what is refunded on a cancelled order: there the payments alone are right.
    ['books-differ', !canceled && booked !== captured - refunded],
    ['not-booked', transfer !== null && transfer.settled && captured !== transfer.came],
    ['other-sum', transfer !== null && transfer.settled && transfer.came !== transfer.asked],
  ];
  return faults.flatMap(([fault, found]) => (found ? fault : []));
}

/** What came and where it went; `came` is the sum of the four that follow it. */
export interface MoneyTotals {
  came: Dong;
  /** Paid orders, and stayed with the seller. */
  orders: Dong;
  /** Went back, or is to go back. */
  back: Dong;
  /** Waits for a person or for the next run. */
  open: Dong;
  /** Came, and is no order's money. */
  kept: Dong;
}

/** The totals of some entries, whole or by way. What was owed is counted as going back from the day it is owed. */
export function totalsOf(entries: readonly Pick<MoneyEntry, 'use' | 'amount'>[]): MoneyTotals {
  const sum = (...uses: MoneyUse[]) =>
    entries.reduce((total, { use, amount }) => (uses.includes(use) ? total + amount : total), 0);
  const sentBack = sum('sent-back');
  const returned = sum('refunded', 'owed');
  const paid = sum('paid');
  return {
    came: paid + sentBack + sum('doubted', 'unjudged', 'kept'),
    orders: paid - returned,
    back: returned + sentBack,
    open: sum('doubted', 'unjudged'),
    kept: sum('kept'),
  };
}
