import { model } from '@medusajs/framework/utils';

/**
 * A domain event that waits for Medusa's event bus, written in the transaction of the change it tells
 * of. `position` is the order of writing; `attempts` counts deliveries that failed and
 * `next_attempt_at` says when the next one is due; `sent_at` is null until the bus took it.
 */
export const OutboxEvent = model
  .define(
    { name: 'OutboxEvent', tableName: 'trace_outbox' },
    {
      id: model.id({ prefix: 'trevent' }).primaryKey(),
      position: model.autoincrement(),
      name: model.text(),
      data: model.json(),
      at: model.dateTime(),
      attempts: model.number().default(0),
      last_error: model.text().nullable(),
      next_attempt_at: model.dateTime(),
      sent_at: model.dateTime().nullable(),
    },
  )
  .indexes([
    { name: 'IDX_trace_outbox_waiting', on: ['position'], where: 'sent_at IS NULL' },
    { on: ['sent_at'] },
  ]);
