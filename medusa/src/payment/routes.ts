import { once } from 'node:events';
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from '@medusajs/framework/http';
import {
  bankNotification,
  refundPaidBack,
  transferClosed,
  transferSeen,
  transferSettled,
} from '@ocop/contract/bank-transfers';
import { mayPack } from '@ocop/rules/payment/order-money';
import { validBody } from '../api/body.ts';
import { bankTransfers, decidingMoney, moneyOf, orderById } from './bank-transfers.ts';

/**
 * Lets Medusa's own routes that decide about an order run under the lock of its money: a transfer that comes in the
 * moment staff cancel is booked before, or owed after, and never lost between the two.
 */
async function underMoneyLock(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  let passedOn = false;
  try {
    const order = await orderById(req.scope, req.params.id ?? '');
    if (order?.cartId == null) return next();
    await decidingMoney(req.scope, order.cartId, async () => {
      // Whoever asked went away while this waited: nothing is done for nobody, and nothing would end the lock.
      if (res.closed) return;
      const answered = once(res, 'close');
      passedOn = true;
      next();
      await answered;
    });
  } catch (error) {
    if (!passedOn) next(error);
  }
}

/** Refuses to pack what is not paid yet; cash on delivery is paid when it is handed over. */
async function onlyWhenPaid(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const order = await orderById(req.scope, req.params.id ?? '');
    const awaited = order?.cartId == null ? null : await bankTransfers(req.scope).ofCart(order.cartId);
    if (!order || !awaited || mayPack(moneyOf(order, awaited))) return next();
    res.status(409).json({
      type: 'not_allowed',
      reason: 'money-awaited',
      message:
        'Đơn chưa nhận được tiền chuyển khoản nên chưa được đóng gói. Xem mục Chuyển khoản. / The transfer for this ' +
        'order has not come, so nothing can be packed yet. See Transfers. Nothing was changed.',
    });
  } catch (error) {
    next(error);
  }
}

/** Medusa's own way to ask a provider again books a payment twice when it is asked twice at once. */
function onlyByTransfers(_req: MedusaRequest, res: MedusaResponse): void {
  res.status(404).json({
    reason: 'not-offered',
    message: 'Transfers are confirmed under Transfers (/admin/bank-transfers).',
  });
}

const posted = (
  matcher: string,
  ...middlewares: MiddlewareRoute['middlewares'] & object[]
): MiddlewareRoute => ({
  matcher,
  methods: ['POST'],
  middlewares,
});

/** What stands before the routes of money, and before those of Medusa's own that could pass it by. */
export const moneyRoutes: MiddlewareRoute[] = [
  {
    ...posted('/site/bank-notifications/:service', validBody(bankNotification)),
    bodyParser: { sizeLimit: '128kb' },
  },
  posted('/admin/bank-transfers/orders/:orderId/confirm', validBody(transferSeen)),
  posted('/admin/bank-transfers/:id/settle', validBody(transferSettled)),
  posted('/admin/bank-transfers/:id/close', validBody(transferClosed)),
  posted('/admin/bank-transfers/refunds/:id/paid-back', validBody(refundPaidBack)),
  posted('/admin/orders/:id/cancel', underMoneyLock),
  // Under the lock as well: a producer may press “packed” in the same moment.
  posted('/admin/orders/:id/fulfillments', underMoneyLock, onlyWhenPaid),
  posted('/admin/orders/:id/payment-sessions/authorize', onlyByTransfers),
];
