import { model } from '@medusajs/framework/utils';

/**
 * One counted scan. `id` is made by the site when the scan happens, so that a scan handed over twice
 * is recorded once. `device` and `network` are the site's opaque hashes, which differ between stamps;
 * `province` is the code of the province the network names: nothing here says who a person is. Scans
 * from before there was a `network` have none. `redated`: the site's clock was wrong, and `at` is when the
 * scan arrived. Of one network a limited number of a day is stored (scans/record.ts).
 */
export const StampScan = model
  .define(
    { name: 'StampScan', tableName: 'trace_stamp_scan' },
    {
      id: model.text().primaryKey(),
      range: model.number(),
      index: model.number(),
      device: model.text().nullable(),
      network: model.text().nullable(),
      province: model.text().nullable(),
      at: model.dateTime(),
      redated: model.boolean().default(false),
    },
  )
  .indexes([
    { on: ['range', 'index', 'device', 'at'] },
    { on: ['range', 'index', 'network', 'at'] },
    { on: ['at'] },
  ]);
