import { model } from '@medusajs/framework/utils';

/**
 * A transfer that somebody told of, once however often it was told. `new`: kept, not judged yet. `settled`: it pays
 * an order. `doubted`: a person has to look. `closed`: a person looked, or it was told by two.
 */
export const BankTransfer = model.define(
  { name: 'BankTransfer', tableName: 'bank_transfer' },
  {
    id: model.id({ prefix: 'btr' }).primaryKey(),
    source: model.text(),
    source_id: model.text(),
    account: model.text().nullable(),
    amount: model.number(),
    booked_at: model.dateTime(),
    note: model.text(),
    reference: model.text().nullable(),
    state: model.enum(['new', 'settled', 'doubted', 'closed']),
    doubt: model.text().nullable(),
    order_id: model.text().nullable(),
    awaited_id: model.text().nullable(),
    closing: model.text().nullable(),
    remark: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  },
);
