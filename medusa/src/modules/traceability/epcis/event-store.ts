import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId, MedusaError } from '@medusajs/framework/utils';
import { eventHashId } from '@ocop/rules/epcis/event-hash';
import { thingsOf, type EpcisEvent } from '@ocop/rules/epcis/event';
import { checkHistory } from '@ocop/rules/epcis/history';
import { canonicalIdentifier } from '@ocop/rules/epcis/identifier';
import type { Problem } from '@ocop/rules/epcis/problem';
import { bareWord } from '@ocop/rules/epcis/vocabulary';
import type { ChangeContext } from '../context.ts';
import { lockLotsOf, updateShippedTo } from './event-lots.ts';

/** An event that passed the check of its shape. `lot`: the lot of ours it is about, where known. */
export interface CapturedEvent {
  event: EpcisEvent;
  lot: string | null;
}

/** How many events were new, and how many were captured before; all of them by eventID. */
export type StoreAnswer =
  { ok: true; stored: number; known: number; eventIDs: string[] } | { ok: false; problems: Problem[] };

/**
 * Adds events to the history inside the caller's transaction: all or none. An event captured
 * before, or given twice, is kept once; one that contradicts the history is refused. Shipments
 * move the provinces their lot was shipped to.
 */
export async function storeEvents(
  manager: SqlEntityManager,
  given: readonly CapturedEvent[],
  { actor, origin }: Pick<ChangeContext, 'actor' | 'origin'>,
): Promise<StoreAnswer> {
  const captured = eachOnce(given);
  const events = captured.map(({ event }) => event);
  const things = events.map((event) => [...new Set(thingsOf(event).map(canonicalIdentifier))]);
  const eventIDs = events.map(({ eventID }) => eventID ?? '');
  const ownLots = captured.flatMap(({ lot }) => lot ?? []);
  const lots = await lockLotsOf(manager, events, ownLots, origin);
  const earlier = await earlierEvents(manager, eventIDs, [...new Set(things.flat())]);
  const problems = checkHistory(events, [...earlier, ...lots.flatMap(({ made }) => made)]);
  if (problems.length > 0) return { ok: false, problems };

  const rows = events.map((event, at) => ({
    id: generateEntityId(undefined, 'trevt'),
    event_id: keyOf(event),
    lot_code: captured[at]?.lot ?? lots[at]?.lot ?? null,
    type: event.type,
    event_time: new Date(event.eventTime).toISOString(),
    biz_step: event.bizStep === undefined ? null : bareWord(event.bizStep),
    disposition: event.disposition === undefined ? null : bareWord(event.disposition),
    things: things[at] ?? [],
    body: event,
  }));
  const written: { event_id: string; lot_code: string | null }[] = await manager.execute(
    `insert into trace_event
       (id, event_id, lot_code, type, event_time, record_time, biz_step, disposition, actor,
        things, body)
     select id, event_id, lot_code, type, event_time, now(), biz_step, disposition, ?,
       array(select jsonb_array_elements_text(things)), body
     from jsonb_to_recordset(?::jsonb) as captured(
       id text, event_id text, lot_code text, type text, event_time timestamptz, biz_step text,
       disposition text, things jsonb, body jsonb)
     on conflict (event_id) where deleted_at is null do nothing
     returning event_id, lot_code`,
    [actor, JSON.stringify(rows)],
  );
  const known = new Set(earlier.map(keyOf));
  const expected = new Set(rows.map((row) => row.event_id).filter((key) => !known.has(key)));
  if (written.length < expected.size) {
    // Another capture wrote some of them since we looked; the insert waited until it was done.
    const since = await earlierEvents(manager, eventIDs, []);
    if (checkHistory(events, since).length > 0) {
      throw new MedusaError(
        MedusaError.Types.CONFLICT,
        'Another capture used one of these eventIDs at the same moment. ' +
          'Nothing was captured: send them again.',
      );
    }
  }
  await updateShippedTo(
    manager,
    written.flatMap(({ lot_code: lot }) => lot ?? []),
  );
  return { ok: true, stored: written.length, known: given.length - written.length, eventIDs };
}

/** The events with their eventIDs; of those that are the same under the same eventID, the first. */
function eachOnce(given: readonly CapturedEvent[]): CapturedEvent[] {
  const once = new Map<string, CapturedEvent>();
  for (const { event, lot } of given) {
    const hash = eventHashId(event, null);
    const named = { ...event, eventID: event.eventID ?? hash };
    const key = `${keyOf(named)} ${hash}`;
    if (!once.has(key)) once.set(key, { event: named, lot });
  }
  return [...once.values()];
}

/**
 * What an event is kept under: its eventID. Error declarations are exempt from having one of their
 * own (EPCIS 2.0.1, 7.4.1), so what they say is added.
 */
function keyOf(event: EpcisEvent): string {
  const eventID = event.eventID ?? '';
  if (!event.errorDeclaration) return eventID;
  const said = JSON.stringify([eventHashId(event, null), event.errorDeclaration.declarationTime]);
  return `${eventID} ${createHash('sha256').update(said).digest('hex')}`;
}

async function earlierEvents(
  manager: SqlEntityManager,
  eventIDs: readonly string[],
  things: readonly string[],
): Promise<EpcisEvent[]> {
  const rows: { body: EpcisEvent }[] = await manager.execute(
    `select body from trace_event
     where deleted_at is null and (
       split_part(event_id, ' ', 1) = any(array(select jsonb_array_elements_text(?::jsonb)))
       or (biz_step in ('commissioning', 'creating_class_instance', 'shipping', 'departing')
           and things && array(select jsonb_array_elements_text(?::jsonb))))`,
    [JSON.stringify(eventIDs), JSON.stringify(things)],
  );
  return rows.map(({ body }) => body);
}
