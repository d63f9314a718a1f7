import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import { orderById } from './bank-transfers.ts';

/** A payment whose money is known to be there. */
export interface PaidSession {
  cartId: string;
  sessionId: string;
  orderId: string | null;
}

/**
 * Has Medusa hold a payment: payment, capture, and the order's line for it. Called under the lock of its cart; done
 * again, nothing is done twice. The money of an order that was cancelled in that moment goes back the way it came.
 * @returns whether it went back
 */
export async function bookPayment(
  container: MedusaContainer,
  { cartId, sessionId, orderId }: PaidSession,
): Promise<boolean> {
  const payments = container.resolve(Modules.PAYMENT);
  if (orderId === null) throw new Error(`The money of cart ${cartId} came, and there is no order.`);
  const authorised = await payments.authorizePaymentSession(sessionId, {});
  if (!authorised) throw new Error(`Payment session ${sessionId} does not know that its money came.`);
  // Captured by its session already; this brings the collection in line where that was not reached.
  await payments.capturePayment({ payment_id: authorised.id });
  const read = () => payments.retrievePayment(authorised.id, { relations: ['captures', 'refunds'] });
  const payment = await read();
  const isCancelled = (await orderById(container, orderId))?.canceledAt != null;
  if (isCancelled && (payment.refunds ?? []).length === 0) {
    await payments.refundPayment({ payment_id: payment.id });
  }
  const { captures, refunds } = await read();
  await addMissingLines(container, orderId, payment.currency_code, [
    ...(captures ?? []).map(({ id, amount }) => ({ id, amount: Number(amount), reference: 'capture' })),
    ...(refunds ?? []).map(({ id, amount }) => ({ id, amount: -Number(amount), reference: 'refund' })),
  ]);
  return isCancelled;
}

/** A movement of an order's money; `amount` in đồng, below zero where it went back. */
export interface MoneyLine {
  id: string;
  amount: number;
  reference: string;
}

/** Writes into an order's own books the movements that are not there. */
export async function addMissingLines(
  container: MedusaContainer,
  orderId: string,
  currency: string,
  lines: readonly MoneyLine[],
): Promise<void> {
  const orders = container.resolve(Modules.ORDER);
  const known = await orders.listOrderTransactions({ order_id: orderId });
  const missing = lines.filter(({ id }) => !known.some(({ reference_id }) => reference_id === id));
  if (missing.length === 0) return;
  await orders.addOrderTransactions(
    missing.map(({ id, amount, reference }) => ({
      ...{ order_id: orderId, currency_code: currency, amount, reference },
      reference_id: id,
    })),
  );
}
