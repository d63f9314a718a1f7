import { model } from '@medusajs/framework/utils';

/**
 * A file of stamps that is written aside because it is too large for one answer. `file` is its name
 * in the folder of the server `host`; `request_hash` tells two requests for the same file.
 */
export const SheetJob = model.define(
  { name: 'SheetJob', tableName: 'stamp_sheet_job' },
  {
    id: model.id({ prefix: 'sheet' }).primaryKey(),
    range: model.number(),
    format: model.text(),
    request_hash: model.text(),
    state: model.enum(['waiting', 'writing', 'done', 'failed']),
    done: model.number(),
    total: model.number(),
    bytes: model.number().nullable(),
    problem: model.text().nullable(),
    host: model.text(),
    file: model.text(),
    expires_at: model.dateTime(),
  },
);
