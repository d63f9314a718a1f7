import { model } from '@medusajs/framework/utils';

/** One counted scan. `device` is the site's opaque hash: nothing here says who a person is. */
export const StampScan = model
  .define(
    { name: 'StampScan', tableName: 'trace_stamp_scan' },
    {
      id: model.id({ prefix: 'stscan' }).primaryKey(),
      range: model.number(),
      index: model.number(),
      device: model.text().nullable(),
      at: model.dateTime(),
    },
  )
  .indexes([{ on: ['range', 'index', 'device', 'at'] }, { on: ['at'] }]);
