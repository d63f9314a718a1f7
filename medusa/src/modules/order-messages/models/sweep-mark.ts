import { model } from '@medusajs/framework/utils';

/** How far orders were looked through for what is to be told; one row. */
export const OrderMessageSweep = model.define(
  { name: 'OrderMessageSweep', tableName: 'order_message_sweep' },
  {
    id: model.id().primaryKey(),
    /** When messages were switched on: nothing from before is told. */
    since: model.dateTime(),
    seen_until: model.dateTime(),
    /** When all orders changed of late were last looked through again. */
    all_seen_at: model.dateTime(),
  },
);
