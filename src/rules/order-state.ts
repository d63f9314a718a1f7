/** How far the goods of an order have come. */
export type DeliveryStage = 'placed' | 'packed' | 'shipped' | 'delivered';

/** How far its money has come: `due` is collected by the courier, `awaited` is to be transferred first. */
export type PaymentStage = 'due' | 'awaited' | 'paid' | 'partly-refunded' | 'refunded';

/** What has become of an order, in the words buyers and clerks are told it. */
export interface OrderState {
  canceled: boolean;
  delivery: DeliveryStage;
  /** Whether only a part of the goods has come as far as `delivery`. */
  partly: boolean;
  payment: PaymentStage;
}

/** The states Medusa gives an order; its own names, and any it may come to give. */
export interface CommerceStates {
  status: string;
  fulfillmentStatus: string;
  paymentStatus: string;
}

const deliveries: Readonly<Record<string, [DeliveryStage, partly: boolean]>> = {
  partially_fulfilled: ['packed', true],
  fulfilled: ['packed', false],
  partially_shipped: ['shipped', true],
  shipped: ['shipped', false],
  partially_delivered: ['delivered', true],
  delivered: ['delivered', false],
};

/** An authorised payment is a promise to pay on delivery: nothing was taken yet. */
const payments: Readonly<Record<string, PaymentStage>> = {
  awaiting: 'awaited',
  captured: 'paid',
  partially_refunded: 'partly-refunded',
  refunded: 'refunded',
};

/**
 * What has become of an order. A state this version does not know counts as not that far: a buyer is never told
 * that goods were sent or money was taken by guess.
 */
export function orderStateOf({ status, fulfillmentStatus, paymentStatus }: CommerceStates): OrderState {
  const [delivery, partly] = deliveries[fulfillmentStatus] ?? (['placed', false] as const);
  return { canceled: status === 'canceled', delivery, partly, payment: payments[paymentStatus] ?? 'due' };
}

/** Whether a buyer may still take an order back: nothing of it was packed or paid. */
export function mayCancel({ canceled, delivery, payment }: OrderState): boolean {
  return !canceled && delivery === 'placed' && (payment === 'due' || payment === 'awaited');
}

/** What a buyer is told first of an order. */
export type OrderNews =
  'canceled' | 'refunded' | `${DeliveryStage}` | `partly-${Exclude<DeliveryStage, 'placed'>}`;

/** The one thing to say first: an end before a way, money that came back before goods that went. */
export function newsOf({ canceled, delivery, partly, payment }: OrderState): OrderNews {
  if (canceled) return 'canceled';
  if (payment === 'refunded') return 'refunded';
  return partly && delivery !== 'placed' ? `partly-${delivery}` : delivery;
}
