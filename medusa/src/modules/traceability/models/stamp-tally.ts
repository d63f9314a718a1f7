import { model } from '@medusajs/framework/utils';

/**
 * How often a scanned stamp was scanned, kept apart from the scan log so that it outlives the log's
 * erasure. `id` is `range-index`; the row's lock is what makes concurrent scans count exactly.
 * `score` is the suspicion of its last reckoning (0 to 100, see @ocop/rules/suspicion), `reasons`
 * what it rests on; both null while there are too few scans to reckon. Once buyers are warned, `warned_on`
 * is the day in Vietnam it began, beside the score and reasons of then: null again when staff lift it.
 * Scans from before `cleared_at`, when staff last found the stamp genuine, are not reckoned any more.
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
      warned_on: model.text().nullable(),
      warned_score: model.number().nullable(),
      warned_reasons: model.json().nullable(),
      cleared_at: model.dateTime().nullable(),
    },
  )
  .indexes([{ on: ['score'] }, { on: ['warned_on'] }]);
