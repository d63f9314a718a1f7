import { model } from '@medusajs/framework/utils';

/**
 * A lock somebody holds. It is free to take past `expires_at`, and as soon as `process`, the number of the
 * process that took it (see `ProcessSession`), is gone.
 */
export const LockLease = model.define(
  { name: 'LockLease', tableName: 'lock_lease' },
  {
    id: model.text().primaryKey(),
    owner: model.text().nullable(),
    expires_at: model.dateTime().nullable(),
    process: model.number().nullable(),
  },
);
