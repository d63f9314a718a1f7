import { model } from '@medusajs/framework/utils';

/**
 * That an order is paid by card, from before it is placed (@ocop/rules/payment/order-money). `booked_at`: when Medusa
 * held the payment; a row that is captured and not booked is booked by the next run.
 */
export const CardPaymentRecord = model.define(
  { name: 'CardPaymentRecord', tableName: 'card_payment' },
  {
    id: model.id({ prefix: 'cpay' }).primaryKey(),
    cart_id: model.text(),
    session_id: model.text(),
    checkout_id: model.text(),
    url: model.text(),
    order_id: model.text().nullable(),
    amount: model.number(),
    money: model.enum(['awaiting', 'captured', 'refunded', 'cancelled', 'expired', 'unclear']),
    confirming: model.boolean().default(false),
    received: model.number().nullable(),
    intent_id: model.text().nullable(),
    doubt: model.text().nullable(),
    due_at: model.dateTime(),
    asked_at: model.dateTime().nullable(),
    captured_at: model.dateTime().nullable(),
    booked_at: model.dateTime().nullable(),
    remark: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  },
);
