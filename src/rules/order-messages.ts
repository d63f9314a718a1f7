/** What a buyer is told of an order by message, in the order in which it comes. Each is told once. */
export const messageKinds = [
  'placed',
  'awaiting-transfer',
  'transfer-reminder',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** When what happened to an order; null for what did not. Milliseconds since 1970, by the clock that wrote the order. */
export interface OrderHistory {
  placedAt: number;
  /** Whether a bank transfer is waited for: a payment session is `pending_authorization` and nothing was paid. */
  awaitsTransfer: boolean;
  /** Whether it is paid by card; one whose card was not charged was never an order to its buyer. */
  card: 'none' | 'uncharged' | 'charged';
  /** When its whole sum had come in. */
  paidAt: number | null;
  /** Of the first parcel that was not taken back. */
  packedAt: number | null;
  shippedAt: number | null;
  /** Of the last parcel, once nothing of the order is still to come. */
  deliveredAt: number | null;
  cancelledAt: number | null;
  /** Of the first sum paid back. */
  refundedAt: number | null;
}

/**
 * Nothing is told later than so many days after it happened: by then the buyer knows, or a letter would only
 * confuse. It also bounds what is told after a long standstill.
 */
export const TELL_WITHIN_DAYS = 3;

const DAY_MS = 24 * 60 * 60_000;

/**
 * What of an order is still worth telling, whenever it happened. An end hides what led to it: a cancelled order was
 * not "received", goods that arrived were not "packed". Being asked for a transfer confirms the order as well, and so
 * does that its card was charged; until then nothing is told, not even its end.
 * @param known kinds the buyer is told already, or is about to be
 * @returns each with the moment it happened, in the order of {@link messageKinds}
 */
export function worthTelling(
  history: OrderHistory,
  known: ReadonlySet<MessageKind>,
): { kind: MessageKind; at: number }[] {
  const { placedAt, awaitsTransfer, paidAt, packedAt, shippedAt, deliveredAt, cancelledAt, refundedAt } =
    history;
  if (history.card === 'uncharged') return [];
  const ended = cancelledAt !== null;
  const isConfirmed = known.has('awaiting-transfer') || (history.card === 'charged' && paidAt !== null);
  const happened: Record<MessageKind, number | null> = {
    placed: ended || deliveredAt !== null || awaitsTransfer || isConfirmed ? null : placedAt,
    'awaiting-transfer': ended || !awaitsTransfer || known.has('placed') ? null : placedAt,
    // Time alone asks for it, not something that happened: whoever waits for the transfer puts it on the list.
    'transfer-reminder': ended || !awaitsTransfer || !known.has('transfer-reminder') ? null : placedAt,
    paid: ended || refundedAt !== null ? null : paidAt,
    packed: ended || shippedAt !== null || deliveredAt !== null ? null : packedAt,
    shipped: ended || deliveredAt !== null ? null : shippedAt,
    delivered: ended ? null : deliveredAt,
    cancelled: cancelledAt,
    refunded: refundedAt,
  };
  return messageKinds.flatMap((kind) => {
    const at = happened[kind];
    return at === null ? [] : [{ kind, at }];
  });
}

/**
 * The messages an order is due: worth telling, not told yet, and of late.
 * @param since when messages were switched on: nothing from before is told
 */
export function dueMessages(
  history: OrderHistory,
  known: ReadonlySet<MessageKind>,
  { now, since }: { now: number; since: number },
): MessageKind[] {
  const earliest = Math.max(since, now - TELL_WITHIN_DAYS * DAY_MS);
  return worthTelling(history, known)
    .filter(({ kind, at }) => !known.has(kind) && at >= earliest)
    .map(({ kind }) => kind);
}

/** Minutes until a message that could not be sent is tried again, by how often it was tried. */
const PAUSES_MIN = [1, 5, 15, 60, 180, 360, 720];

/** How often sending a message is tried before it is left to staff; over about 22 hours. */
export const MOST_TRIES = PAUSES_MIN.length + 1;

/** Minutes to wait after the given number of tries; null where there is no further one. */
export function pauseAfter(tries: number): number | null {
  return PAUSES_MIN[tries - 1] ?? null;
}
