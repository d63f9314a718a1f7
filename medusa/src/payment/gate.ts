import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import { refusal } from '../ordering/refusal.ts';
import { bankTransfers, TRANSFER_PROVIDER } from './bank-transfers.ts';
import { CARD_PROVIDER, cardPayments } from './cards.ts';

/** What of a cart says how it is paid. */
export interface CartToPay {
  id: string;
  total?: unknown;
  payment_collection?: {
    payment_sessions?: { id: string; provider_id: string; amount: unknown; status: string }[] | null;
  } | null;
}

/** States of a session with which Medusa completes a cart. */
const usable: ReadonlySet<string> = new Set([
  'pending',
  'requires_more',
  'authorized',
  'captured',
  'pending_authorization',
]);

/**
 * Refuses a cart whose money is not in order: a total that is no whole đồng, a payment of another sum than the
 * cart's, one that was taken back or paid back (Medusa would give the goods for it), and a transfer or a card that
 * nobody waits for.
 */
export async function refuseUnsoundPayment(container: MedusaContainer, cart: CartToPay): Promise<void> {
  const total = Number(cart.total);
  if (!Number.isSafeInteger(total) || total < 0) {
    throw refusal('not_whole_dong', 'The total is no whole number of đồng. Change the cart');
  }
  if (total === 0) return;
  // Of several Medusa takes the first.
  const session = cart.payment_collection?.payment_sessions?.find(({ status }) => usable.has(status));
  if (!session) return;
  if (Number(session.amount) !== total) {
    throw refusal('other_sum', 'The payment is of another sum than the cart. Choose how to pay anew');
  }
  const [payment] = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id: session.id }, { relations: ['refunds'] });
  if (payment && (payment.canceled_at != null || (payment.refunds ?? []).length > 0)) {
    throw refusal('paid_back', 'This payment was taken back. Choose how to pay anew');
  }
  const isAwaited = (row: { sessionId: string; amount: number; money: string } | null) =>
    row?.sessionId === session.id && row.amount === total && row.money === 'awaiting';
  if (
    session.provider_id === TRANSFER_PROVIDER &&
    !isAwaited(await bankTransfers(container).ofCart(cart.id))
  ) {
    throw refusal('transfer_not_awaited', 'Nobody waits for a transfer of this cart. Choose how to pay anew');
  }
  if (session.provider_id === CARD_PROVIDER && !isAwaited(await cardPayments(container).ofCart(cart.id))) {
    throw refusal('card_not_awaited', 'Nobody waits for a card to pay this cart. Choose how to pay anew');
  }
}
