import { model } from '@medusajs/framework/utils';

/**
 * That an order is to be confirmed by telephone (@ocop/rules/order-confirmation), and what came of it.
 * `awaited`: nobody was reached yet. `confirmed`: staff spoke with the buyer, or packed it. `released`: nobody was
 * reached in time; the order is cancelled and its goods are free. `ended`: cancelled by staff, or never placed.
 */
export const OrderConfirmation = model.define(
  { name: 'OrderConfirmation', tableName: 'order_confirmation' },
  {
    id: model.id({ prefix: 'oconf' }).primaryKey(),
    cart_id: model.text(),
    order_id: model.text().nullable(),
    reasons: model.array(),
    due_at: model.dateTime(),
    state: model.enum(['awaited', 'confirmed', 'released', 'ended']),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  },
);
