import { model } from '@medusajs/framework/utils';

/**
 * How often a scanned stamp was scanned, kept apart from the scan log so that it outlives the log's
 * erasure. `id` is `range-index`; the row's lock is what makes concurrent scans count exactly.
 * `score` is the suspicion of its last reckoning (0 to 100, see @ocop/rules/suspicion), `reasons`
 * what it rests on; both null while there are too few scans to reckon.
 */
export const StampTally = model
  .define(
    { name: 'StampTally', tableName: 'trace_stamp_tally' },
    {
      id: model.text().primaryKey(),
      range: model.number(),
      index: model.number(),
      count: model.number(),
      first_at: model.dateTime().nullable(),
      last_at: model.dateTime().nullable(),
      score: model.number().nullable(),
      reasons: model.json().nullable(),
    },
  )
  .indexes([{ on: ['score'] }]);
