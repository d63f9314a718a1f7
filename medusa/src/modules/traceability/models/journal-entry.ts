import { model } from '@medusajs/framework/utils';

/**
 * Who did what to a lot, a range or one stamp, and when. Entries are only ever added: the database
 * itself refuses to change or remove one.
 */
export const JournalEntry = model
  .define(
    { name: 'JournalEntry', tableName: 'trace_journal' },
    {
      id: model.id({ prefix: 'trjour' }).primaryKey(),
      at: model.dateTime(),
      actor: model.text(),
      action: model.text(),
      lot_code: model.text().index().nullable(),
      range: model.number().nullable(),
      index: model.number().nullable(),
      detail: model.json(),
    },
  )
  .indexes([{ on: ['range', 'at'] }, { on: ['at'] }]);
