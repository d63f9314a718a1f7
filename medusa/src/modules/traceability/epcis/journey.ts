import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { inputsOf, type EpcisEvent } from '@ocop/rules/epcis/event';
import { canonicalIdentifier } from '@ocop/rules/epcis/identifier';
import { lotJourney, type JourneyStep } from '@ocop/rules/epcis/journey';
import { lotThing } from './event-lots.ts';

/** More than any lot has; the rest of a longer history says nothing new to a buyer. */
const MOST_EVENTS = 500;

/** A lot as anybody may know it: whose it is, and its public steps, oldest first. */
export interface LotJourney {
  product: string;
  steps: JourneyStep[];
}

interface LotRow {
  product: string;
  gtin: string | null;
  made_on: string;
}

/**
 * The public journey of a lot, with what happened to the raw lots it was made of; null when there is
 * no such lot.
 */
export async function findLotJourney(
  manager: SqlEntityManager,
  lot: string,
  origin: string,
): Promise<LotJourney | null> {
  const lots: LotRow[] = await manager.execute(
    'select product, gtin, made_on from trace_lot where code = ? and deleted_at is null',
    [lot],
  );
  const found = lots[0];
  if (!found) return null;
  const own = await eventsOf(manager, lot, [lotThing(origin, lot, found.gtin)]);
  const inputs = [...new Set(own.flatMap(inputsOf).map(canonicalIdentifier))];
  const before = inputs.length === 0 ? [] : await eventsOf(manager, null, inputs);
  const known = new Set(own.map(({ eventID }) => eventID));
  const upstream = before.filter(({ eventID }) => !known.has(eventID));
  const steps = lotJourney([...upstream, ...own], `${found.made_on}T00:00:00+07:00`);
  return { product: found.product, steps };
}

async function eventsOf(
  manager: SqlEntityManager,
  lot: string | null,
  things: readonly string[],
): Promise<EpcisEvent[]> {
  const rows: { body: EpcisEvent }[] = await manager.execute(
    `select body from trace_event
     where deleted_at is null
       and (lot_code = ? or things && array(select jsonb_array_elements_text(?::jsonb)))
     order by event_time, id limit ?`,
    [lot, JSON.stringify(things), MOST_EVENTS],
  );
  return rows.map(({ body }) => body);
}
