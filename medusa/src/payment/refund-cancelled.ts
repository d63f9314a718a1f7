import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { z } from '@medusajs/framework/zod';
import { decidingMoney, orderById, type CodedOrder } from './bank-transfers.ts';
import { addMissingLines } from './book.ts';

/** What Medusa's own route takes. */
export const refundAsked = z.strictObject({
  amount: z.number().positive().optional(),
  refund_reason_id: z.string().optional(),
  note: z.string().optional(),
});

/**
 * Pays back money of a cancelled order. Medusa's own route does it and answers 400, for it will not write it into
 * the books of an order that is cancelled, so that staff press again. Other orders go on to that route.
 */
export async function refundOfCancelled(
  req: MedusaRequest<z.output<typeof refundAsked>>,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const paymentId = req.params.id ?? '';
    const order = await orderOfPayment(req.scope, paymentId);
    if (!order || order.canceledAt === null) return next();
    const { amount, note, refund_reason_id: reason } = req.validatedBody;
    const payments = req.scope.resolve(Modules.PAYMENT);
    await decidingMoney(req.scope, order.cartId ?? order.orderId, async () => {
      await payments.refundPayment({
        payment_id: paymentId,
        ...(amount === undefined ? {} : { amount }),
        ...(note === undefined ? {} : { note }),
        ...(reason === undefined ? {} : { refund_reason_id: reason }),
      });
      const payment = await payments.retrievePayment(paymentId, { relations: ['captures', 'refunds'] });
      const lines = (payment.refunds ?? []).map((refund) => ({
        id: refund.id,
        amount: -Number(refund.amount),
        reference: 'refund',
      }));
      await addMissingLines(req.scope, order.orderId, payment.currency_code, lines);
      res.json({ payment });
    });
  } catch (error) {
    next(error);
  }
}

async function orderOfPayment(container: MedusaContainer, paymentId: string): Promise<CodedOrder | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'payment',
    fields: ['payment_collection.order.id'],
    filters: { id: paymentId },
  });
  const [payment] = data as unknown as { payment_collection: { order: { id: string } | null } | null }[];
  const orderId = payment?.payment_collection?.order?.id;
  return orderId === undefined ? null : orderById(container, orderId);
}
