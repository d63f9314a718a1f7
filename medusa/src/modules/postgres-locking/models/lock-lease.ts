import { model } from '@medusajs/framework/utils';

/** A lock somebody holds. Past `expires_at` it is free to take, even if its holder is gone. */
export const LockLease = model.define(
  { name: 'LockLease', tableName: 'lock_lease' },
  {
    id: model.text().primaryKey(),
    owner: model.text().nullable(),
    expires_at: model.dateTime().nullable(),
  },
);
