import { model } from '@medusajs/framework/utils';

/**
 * One thing a buyer is told of an order (@ocop/rules/order-messages): a row for each order and kind. It holds no
 * address: that is read from the order when the message is sent. `waiting`: to be sent, or tried again at
 * `next_try_at`. `sent`: taken by the mail server, the folder or the webhook. `failed`: given up, `problem` says why.
 * `skipped`: there was no address, or the order had gone on before it could be sent.
 */
export const OrderMessage = model.define(
  { name: 'OrderMessage', tableName: 'order_message' },
  {
    id: model.id({ prefix: 'omsg' }).primaryKey(),
    order_id: model.text(),
    kind: model.text(),
    state: model.enum(['waiting', 'sent', 'failed', 'skipped']),
    channel: model.enum(['email', 'sms']).nullable(),
    tries: model.number(),
    next_try_at: model.dateTime(),
    /** Until then one process is sending it. */
    leased_until: model.dateTime().nullable(),
    sent_at: model.dateTime().nullable(),
    problem: model.text().nullable(),
    /** Who had it sent again, when and why. */
    resends: model.json(),
  },
);
