import { model } from '@medusajs/framework/utils';

/**
 * Who did what to a lot, a range or one stamp, and when. Entries are only ever added: the database
 * itself refuses to change or remove one.
 */
export const AuditLogEntry = model
  .define(
    { name: 'AuditLogEntry', tableName: 'trace_audit_log' },
    {
      id: model.id({ prefix: 'traudit' }).primaryKey(),
      at: model.dateTime(),
      actor: model.text(),
      action: model.text(),
      lot_code: model.text().index().nullable(),
      range: model.number().nullable(),
      index: model.number().nullable(),
      detail: model.json(),
    },
  )
  .indexes([{ on: ['range', 'at'] }, { on: ['at'] }]);
