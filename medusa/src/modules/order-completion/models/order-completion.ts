import { model } from '@medusajs/framework/utils';

/**
 * An attempt to turn a cart into an order. `begun`: under way, or torn by the end of its process. `done`: the
 * order is whole. `failed`: Medusa took its steps back. `undone`: torn, and taken back afterwards.
 * `stuck`: torn, and cannot be taken back without staff; `problem` says why.
 */
export const OrderCompletion = model.define(
  { name: 'OrderCompletion', tableName: 'order_completion' },
  {
    id: model.id({ prefix: 'ocomp' }).primaryKey(),
    cart_id: model.text(),
    state: model.enum(['begun', 'done', 'failed', 'undone', 'stuck']),
    order_id: model.text().nullable(),
    problem: model.text().nullable(),
  },
);
