import { model } from '@medusajs/framework/utils';

/**
 * That Stripe told of something, once however often it was told: what it is about and nothing else, for what is
 * true of it is asked of Stripe. Its text, which names buyers, is not kept.
 */
export const CardNotice = model.define(
  { name: 'CardNotice', tableName: 'card_notice' },
  {
    id: model.id({ prefix: 'cnot' }).primaryKey(),
    event_id: model.text(),
    type: model.text(),
    checkout_id: model.text().nullable(),
    intent_id: model.text().nullable(),
    state: model.enum(['new', 'done', 'doubted', 'closed']),
    received: model.number().nullable(),
    remark: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  },
);
