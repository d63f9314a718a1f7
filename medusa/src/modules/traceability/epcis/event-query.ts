import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { EpcisEvent } from '@ocop/rules/epcis/event';
import { canonicalIdentifier } from '@ocop/rules/epcis/identifier';
import { bareWord } from '@ocop/rules/epcis/vocabulary';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';
import { lotThing } from './event-lots.ts';

/** Which events are wanted; what is left out does not narrow. Times are ISO, `to` not included. */
export interface EventQuery extends Page {
  lot?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  bizStep?: string | undefined;
  type?: string | undefined;
  /** An identifier of a thing, in any of its writings. */
  epc?: string | undefined;
}

interface EventRow {
  body: EpcisEvent;
  record_time: string | Date;
}

/** Events by time, each with the time it was recorded here. */
export async function findEvents(
  manager: SqlEntityManager,
  query: EventQuery,
  origin: string,
): Promise<Paged<EpcisEvent>> {
  const filters: [condition: string, value: string | undefined][] = [
    ['event_time >= ?::timestamptz', query.from],
    ['event_time < ?::timestamptz', query.to],
    ['biz_step = ?', query.bizStep === undefined ? undefined : bareWord(query.bizStep)],
    ['type = ?', query.type],
    ['things @> array[?]', query.epc === undefined ? undefined : canonicalIdentifier(query.epc)],
  ];
  const given = filters.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
  const conditions = given.map(({ condition }) => condition);
  const values = given.map(({ value }) => value);
  if (query.lot !== undefined) {
    const rows: { gtin: string | null }[] = await manager.execute(
      'select gtin from trace_lot where code = ? and deleted_at is null',
      [query.lot],
    );
    conditions.push('(lot_code = ? or things @> array[?])');
    values.push(query.lot, lotThing(origin, query.lot, rows[0]?.gtin ?? null));
  }
  const rows: (EventRow & { total: number })[] = await manager.execute(
    `select body, record_time, count(*) over ()::int as total from trace_event
     where ${['deleted_at is null', ...conditions].join(' and ')}
     order by event_time, id limit ? offset ?`,
    [...values, query.limit, query.offset],
  );
  return paged(rows, recorded);
}

/** The event with this eventID, then the declarations that take it back; or nothing. */
export async function findEvent(manager: SqlEntityManager, eventID: string): Promise<EpcisEvent[]> {
  const rows: EventRow[] = await manager.execute(
    `select body, record_time from trace_event
     where deleted_at is null and split_part(event_id, ' ', 1) = ? order by record_time, id`,
    [eventID],
  );
  return rows.map(recorded);
}

function recorded({ body, record_time: at }: EventRow): EpcisEvent {
  return { ...body, recordTime: isoInstant(at) };
}
