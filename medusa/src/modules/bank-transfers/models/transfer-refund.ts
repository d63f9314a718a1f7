import { model } from '@medusajs/framework/utils';

/** Money to be transferred back by hand: no bank does it for a program. `key`: so that it is owed once. */
export const TransferRefund = model.define(
  { name: 'TransferRefund', tableName: 'transfer_refund' },
  {
    id: model.id({ prefix: 'trf' }).primaryKey(),
    key: model.text(),
    awaited_id: model.text(),
    amount: model.number(),
    why: model.enum(['refund', 'overpaid']),
    paid_back_at: model.dateTime().nullable(),
    paid_back_by: model.text().nullable(),
    remark: model.text().nullable(),
  },
);
