import { randomUUID } from 'node:crypto';
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from '@medusajs/framework/http';
import { Modules } from '@medusajs/framework/utils';
import {
  bankNotification,
  refundPaidBack,
  transferClosed,
  transferSeen,
  transferSettled,
} from '@ocop/contract/bank-transfers';
import { mayPack } from '@ocop/rules/payment/order-money';
import { validBody } from '../api/body.ts';
import { bankTransfers, moneyOf, orderById } from './bank-transfers.ts';

/** As long as Medusa's own screens wait for an answer. */
const WAIT_MS = 10_000;
const RETRY_MS = 100;

/**
 * Lets Medusa's own routes that decide about an order run under the lock of its money: a transfer that comes in the
 * moment staff cancel is booked before, or owed after, and never lost between the two.
 */
async function underMoneyLock(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const order = await orderById(req.scope, req.params.id ?? '');
    if (order?.cartId == null) return next();
    const key = order.cartId;
    const locking = req.scope.resolve(Modules.LOCKING);
    const ownerId = `request:${randomUUID()}`;
    for (const giveUpAt = Date.now() + WAIT_MS; ;) {
      try {
        await locking.acquire(key, { ownerId, expire: 60 });
        break;
      } catch (error) {
        if (Date.now() >= giveUpAt) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    res.once('close', () => void locking.release(key, { ownerId }).catch(() => {}));
    next();
  } catch (error) {
    next(error);
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
  posted('/admin/orders/:id/fulfillments', onlyWhenPaid),
  posted('/admin/orders/:id/payment-sessions/authorize', onlyByTransfers),
];
