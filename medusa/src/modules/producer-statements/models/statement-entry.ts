import { model } from '@medusajs/framework/utils';

/**
 * A fee the shop keeps, or money it paid to a producer, for a month (@ocop/rules/payment/producer-statement). A
 * mistake is taken back and stays, with who took it back and why.
 */
export const StatementEntry = model.define(
  { name: 'StatementEntry', tableName: 'statement_entry' },
  {
    /** Drawn by who noted it. */
    id: model.id().primaryKey(),
    /** Stable id of the producer. */
    producer: model.text(),
    month: model.text(),
    kind: model.enum(['fee', 'paid-out']),
    amount: model.number(),
    remark: model.text(),
    noted_by: model.text(),
    taken_back_at: model.dateTime().nullable(),
    taken_back_by: model.text().nullable(),
    taken_back_why: model.text().nullable(),
  },
);
