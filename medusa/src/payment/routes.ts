import { once } from 'node:events';
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from '@medusajs/framework/http';
import {
  bankNotification,
  cardPaidBack,
  refundPaidBack,
  transferClosed,
  transferSeen,
  transferSettled,
} from '@ocop/contract/bank-transfers';
import { ledgerQuery } from '@ocop/contract/money-ledger';
import {
  noteEntry,
  statementFileQuery,
  statementsQuery,
  takeBackEntry,
} from '@ocop/contract/producer-statements';
import { validBody } from '../api/body.ts';
import { validQuery } from '../api/query.ts';
import { lacksMoney } from './awaited-money.ts';
import { decidingMoney, orderById } from './bank-transfers.ts';
import { endCard } from './card-settle.ts';
import { refundAsked, refundOfCancelled } from './refund-cancelled.ts';

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

const cardWords = {
  unknown:
    'Chưa hỏi được Stripe xem đơn đã trả bằng thẻ chưa, nên chưa huỷ. Thử lại sau ít phút. / Stripe does not answer ' +
    'whether the card was charged, so the order cannot be cancelled yet. Try again in some minutes.',
  confirming:
    'Ngân hàng đang xác nhận thẻ của đơn này, nên chưa huỷ. Thử lại sau ít phút. / The bank is confirming this ' +
    'order’s card, so it cannot be cancelled yet. Try again in some minutes.',
  unclear:
    'Thẻ đã bị trừ một số tiền cần người xem. Xem mục Chuyển khoản và thẻ: hoàn tiền ở đó thì đơn tự huỷ. / The card ' +
    'was charged with a sum that somebody has to look at. See Transfers and cards: paying it back there cancels the order.',
} as const;

/** Before an order is cancelled its page at Stripe is ended; refuses while nobody knows whether the card was charged. */
async function endingItsCard(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const order = await orderById(req.scope, req.params.id ?? '');
    const came = order?.cartId == null ? 'none' : await endCard(req.scope, order.cartId);
    // Of one that is paid Medusa pays the card back as it cancels.
    if (came === 'none' || came === 'ended' || came === 'captured') return next();
    res.status(409).json({
      type: 'not_allowed',
      reason: `card-${came}`,
      message: `${cardWords[came]} Nothing was changed.`,
    });
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
    if (!(await lacksMoney(req.scope, order))) return next();
    res.status(409).json({
      type: 'not_allowed',
      reason: 'money-awaited',
      message:
        'Đơn chưa nhận được tiền nên chưa được đóng gói. Xem mục Chuyển khoản và thẻ. / The money of this ' +
        'order has not come, so nothing can be packed yet. See Transfers and cards. Nothing was changed.',
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
  { matcher: '/admin/money-ledger', methods: ['GET'], middlewares: [validQuery(ledgerQuery)] },
  { matcher: '/admin/producer-statements', methods: ['GET'], middlewares: [validQuery(statementsQuery)] },
  {
    matcher: '/admin/producer-statements/:producer/file',
    methods: ['GET'],
    middlewares: [validQuery(statementFileQuery)],
  },
  posted('/admin/producer-statements/:producer/entries', validBody(noteEntry)),
  posted('/admin/producer-statements/:producer/entries/:entry/take-back', validBody(takeBackEntry)),
  posted('/admin/bank-transfers/cards/:id/paid-back', validBody(cardPaidBack)),
  posted('/admin/payments/:id/refund', validBody(refundAsked), refundOfCancelled),
  posted('/admin/orders/:id/cancel', underMoneyLock, endingItsCard),
  // Under the lock as well: a producer may press “packed” in the same moment.
  posted('/admin/orders/:id/fulfillments', underMoneyLock, onlyWhenPaid),
  posted('/admin/orders/:id/payment-sessions/authorize', onlyByTransfers),
];
