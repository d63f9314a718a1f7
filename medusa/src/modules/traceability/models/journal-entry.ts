import { model } from '@medusajs/framework/utils';

/** Who did what to a lot or a range, and when. Entries are only ever added. */
export const JournalEntry = model.define(
  { name: 'JournalEntry', tableName: 'trace_journal' },
  {
    id: model.id({ prefix: 'trjour' }).primaryKey(),
    at: model.dateTime(),
    actor: model.text(),
    action: model.enum(['lot-registered', 'lot-corrected', 'stamps-ordered', 'stamps-activated']),
    lot_code: model.text().index(),
    range: model.number().nullable(),
    detail: model.json(),
  },
);
