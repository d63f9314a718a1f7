/**
 * How far the money of an order has come, whichever way it is paid. Whatever tells of money (a bank, staff, a
 * buyer who cancels, time that is over) is an event; what an event does to a state stands in one table, and what
 * stands not in it does not happen.
 */

/** The ways to pay: on delivery to the courier, by a transfer to the seller's bank account, or by card. */
export const payWays = ['cod', 'transfer', 'card'] as const;
export type PayWay = (typeof payWays)[number];

/** How long an order waits for its transfer, hours, unless a shop sets another time. */
export const TRANSFER_WITHIN_HOURS = 24;

/**
 * `awaiting`: nothing has come yet. `authorised`: it is promised, and taken later: by the courier, from a card.
 * `captured`: it is the seller's. `partly-refunded`, `refunded`: it went back. `cancelled`, `expired`: the order was
 * taken back before it was paid, by somebody or because its time was over. `unclear`: money is there that nobody
 * can put down to the order as it stands; a person decides.
 */
export const moneyStates = [
  'awaiting',
  'authorised',
  'captured',
  'partly-refunded',
  'refunded',
  'cancelled',
  'expired',
  'unclear',
] as const;
export type MoneyState = (typeof moneyStates)[number];

/**
 * `capture`: the exact sum came. `doubt`: money came that is not the exact sum, or not in time. `refund-part`,
 * `refund`: some or all that came went back. `expire`: the time to pay is over.
 */
export type MoneyEvent = 'authorise' | 'capture' | 'refund-part' | 'refund' | 'cancel' | 'expire' | 'doubt';

const transitions: Readonly<Record<MoneyState, Partial<Record<MoneyEvent, MoneyState>>>> = {
  awaiting: {
    authorise: 'authorised',
    capture: 'captured',
    cancel: 'cancelled',
    expire: 'expired',
    doubt: 'unclear',
  },
  authorised: { capture: 'captured', cancel: 'cancelled', doubt: 'unclear' },
  captured: { 'refund-part': 'partly-refunded', refund: 'refunded' },
  'partly-refunded': { 'refund-part': 'partly-refunded', refund: 'refunded' },
  refunded: {},
  // Money that comes after the end belongs to no order any more: it is never booked by itself.
  cancelled: { capture: 'unclear', doubt: 'unclear' },
  expired: { capture: 'unclear', doubt: 'unclear' },
  unclear: {
    capture: 'captured',
    refund: 'refunded',
    cancel: 'cancelled',
    expire: 'expired',
    doubt: 'unclear',
  },
};

/**
 * The state after an event.
 * @returns null where the event cannot happen to this state: a second capture, a refund of what never came.
 */
export function moneyAfter(state: MoneyState, event: MoneyEvent): MoneyState | null {
  return transitions[state][event] ?? null;
}

/** Whether goods may leave: the sum is there, or the courier takes it. */
export function mayPack(state: MoneyState): boolean {
  return state === 'authorised' || state === 'captured' || state === 'partly-refunded';
}

/**
 * What a buyer is told of money, by how far it got: nothing was taken and trying again is safe; it is being looked
 * for and must not be sent again; it is there; it went back; or a person has to look.
 */
export type MoneyTier = 'not-charged' | 'awaited' | 'on-delivery' | 'charged' | 'returned' | 'person-looks';

const tiers: Readonly<Record<MoneyState, MoneyTier>> = {
  awaiting: 'awaited',
  authorised: 'on-delivery',
  captured: 'charged',
  'partly-refunded': 'charged',
  refunded: 'returned',
  cancelled: 'not-charged',
  expired: 'not-charged',
  unclear: 'person-looks',
};

/** The kind of words for a state. */
export function moneyTier(state: MoneyState): MoneyTier {
  return tiers[state];
}
