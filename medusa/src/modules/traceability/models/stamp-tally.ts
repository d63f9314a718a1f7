import { model } from '@medusajs/framework/utils';

/**
 * How often a scanned stamp was scanned, kept apart from the scan log so that it outlives the log's
 * erasure. `id` is `range-index`; the row's lock is what makes concurrent scans count exactly.
 */
export const StampTally = model.define(
  { name: 'StampTally', tableName: 'trace_stamp_tally' },
  {
    id: model.text().primaryKey(),
    range: model.number(),
    index: model.number(),
    count: model.number(),
    first_at: model.dateTime().nullable(),
    last_at: model.dateTime().nullable(),
  },
);
