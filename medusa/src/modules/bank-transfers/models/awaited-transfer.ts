import { model } from '@medusajs/framework/utils';

/**
 * That an order is paid by a transfer, from before it is placed (@ocop/rules/payment/order-money). `booked_at`: when
 * Medusa held the payment; a row that is captured and not booked is booked by the next run.
 */
export const AwaitedTransfer = model.define(
  { name: 'AwaitedTransfer', tableName: 'awaited_transfer' },
  {
    id: model.id({ prefix: 'awtr' }).primaryKey(),
    cart_id: model.text(),
    session_id: model.text(),
    order_id: model.text().nullable(),
    amount: model.number(),
    money: model.enum(['awaiting', 'captured', 'cancelled', 'expired']),
    due_at: model.dateTime(),
    captured_at: model.dateTime().nullable(),
    booked_at: model.dateTime().nullable(),
  },
);
