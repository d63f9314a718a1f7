import { model } from '@medusajs/framework/utils';

/**
 * One EPCIS 2.0 event. `body` is the event as it was captured, in JSON-LD; the columns beside it are
 * for asking. `lot_code` names the lot of ours it belongs to, null for events about other things;
 * `things` holds every identifier in it, GS1's in their canonical form. `event_id` is the eventID,
 * for an error declaration, which shares its eventID with another event, with more behind it.
 * Events are only ever added: a wrong one is answered by an error declaration, as the standard says.
 */
export const TraceEvent = model
  .define(
    { name: 'TraceEvent', tableName: 'trace_event' },
    {
      id: model.id({ prefix: 'trevt' }).primaryKey(),
      event_id: model.text().unique(),
      lot_code: model.text().nullable(),
      type: model.text(),
      event_time: model.dateTime(),
      record_time: model.dateTime(),
      biz_step: model.text().nullable(),
      disposition: model.text().nullable(),
      actor: model.text(),
      things: model.array(),
      body: model.json(),
    },
  )
  .indexes([{ on: ['lot_code', 'event_time'] }, { on: ['event_time'] }, { on: ['things'], type: 'GIN' }]);
