/** A transfer that a bank tells of, held against the orders that wait for one. */
import { moneyAfter, type MoneyState } from './order-money.ts';

/** What a notification of a bank, of a service that reads accounts, or staff tell of one transfer. */
export interface TransferNotice {
  /** Who tells, such as `sepay`. */
  source: string;
  /** The transfer's name there; told twice, it is one transfer. */
  sourceId: string;
  /** The account it came to; null where that is not told. */
  account: string | null;
  /** Whole đồng. */
  amount: number;
  direction: 'in' | 'out';
  /** When the bank booked it. */
  at: Date;
  /** What the payer wrote, as the bank passed it on. */
  note: string;
  /** The bank's own number of it, which services that read one account tell alike. */
  reference: string | null;
}

/** An order named by the code in a transfer's note. `amount`: what it is to be paid with, whole đồng. */
export interface NamedOrder {
  code: string;
  amount: number;
  /** Null for an order that is not paid by transfer. */
  money: MoneyState | null;
}

/**
 * Why a person has to look at a transfer: it names no order of ours; several; one that is paid otherwise; another
 * sum; an order that is over; one that was paid before; or it came to an account that is not the seller's.
 */
export const transferDoubts = [
  'no-order',
  'several-orders',
  'not-by-transfer',
  'wrong-sum',
  'too-late',
  'paid-before',
  'other-account',
] as const;
export type TransferDoubt = (typeof transferDoubts)[number];

/** What becomes of a transfer: it pays the order it names, or a person looks. */
export type TransferVerdict =
  { pays: string } | { doubt: TransferDoubt; /** The one order it names. */ order: string | null };

/**
 * Judges a transfer. Only one that came to the seller's account, names exactly one order and brings its exact sum
 * while it is awaited pays anything.
 * @param orders those named by the codes in its note, each once
 * @param ownAccounts the seller's account numbers
 */
export function judgeTransfer(
  { account, amount }: Pick<TransferNotice, 'account' | 'amount'>,
  orders: readonly NamedOrder[],
  ownAccounts: readonly string[],
): TransferVerdict {
  const [order, ...others] = orders;
  const doubt = (why: TransferDoubt): TransferVerdict => ({
    doubt: why,
    order: order && others.length === 0 ? order.code : null,
  });
  if (account !== null && !ownAccounts.some((own) => sameAccount(own, account)))
    return doubt('other-account');
  if (!order) return doubt('no-order');
  if (others.length > 0) return doubt('several-orders');
  if (order.money === null) return doubt('not-by-transfer');
  if (order.money === 'cancelled' || order.money === 'expired') return doubt('too-late');
  if (moneyAfter(order.money, 'capture') !== 'captured') return doubt('paid-before');
  return order.amount === amount ? { pays: order.code } : doubt('wrong-sum');
}

/** Banks and services write one account with and without separators and leading zeros. */
function sameAccount(one: string, other: string): boolean {
  const plain = (account: string) =>
    account
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replace(/^0+/, '');
  return plain(one) === plain(other);
}
