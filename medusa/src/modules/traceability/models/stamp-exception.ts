import { model } from '@medusajs/framework/utils';

/**
 * A single stamp that no longer fares like the rest of its range, and why. `ended_at` takes the
 * exception back without erasing that it was there.
 */
export const StampException = model
  .define(
    { name: 'StampException', tableName: 'trace_stamp_exception' },
    {
      id: model.id({ prefix: 'stexc' }).primaryKey(),
      range: model.number(),
      index: model.number(),
      kind: model.enum(['sold', 'recalled', 'expired', 'voided', 'reported', 'frozen']),
      since: model.dateTime(),
      ended_at: model.dateTime().nullable(),
      note: model.text().nullable(),
    },
  )
  .indexes([
    { on: ['range', 'index', 'kind'], unique: true, where: 'ended_at is null and deleted_at is null' },
  ]);
