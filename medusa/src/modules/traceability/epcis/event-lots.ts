import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { thingsOf, type EpcisEvent } from '@ocop/rules/epcis/event';
import { canonicalIdentifier } from '@ocop/rules/epcis/identifier';
import { standingEvents } from '@ocop/rules/epcis/journey';
import { provinceOfUri, thingUri } from '@ocop/rules/epcis/lot-uri';

/** The identifier of a lot as `trace_event.things` has it; `origin` is that of the public site. */
export function lotThing(origin: string, lot: string, gtin: string | null): string {
  return canonicalIdentifier(thingUri(origin, { lot, gtin }));
}

/**
 * What the register of lots says of an event. `lot`: the one it is about; of several the one that
 * comes out of it, for what goes in belongs to the history of another; null where none is ours.
 * `made`: the making of every lot it names, as an event, for the register says on which day.
 */
export interface RegisteredLots {
  lot: string | null;
  made: EpcisEvent[];
}

/**
 * Asks the register about each of `events`, and locks the lots they name, and `others`, until the
 * transaction ends. What an event changes of its lot is worked out from all events of that lot, so two
 * captures about one lot must come one after the other; the lots are locked in one order everywhere.
 */
export async function lockLotsOf(
  manager: SqlEntityManager,
  events: readonly EpcisEvent[],
  others: readonly string[],
  origin: string,
): Promise<RegisteredLots[]> {
  const named = events.map((event) => outputsFirst(event).flatMap((uri) => lotNamed(uri, origin)));
  const codes = [...new Set([...others, ...named.flat().map(({ code }) => code)])];
  if (codes.length === 0) return events.map(() => ({ lot: null, made: [] }));
  const rows: LotRow[] = await manager.execute(
    `select code, gtin, made_on from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))
     order by code for update`,
    [JSON.stringify(codes)],
  );
  const registered = new Map(rows.map((row) => [row.code, row]));
  return named.map((lots) => {
    const ours = lots.flatMap(({ code, gtin }) => {
      const row = registered.get(code);
      return row && (gtin === null || gtin === row.gtin) ? [row] : [];
    });
    return { lot: ours[0]?.code ?? null, made: ours.map((row) => making(row, origin)) };
  });
}

function making({ code, gtin, made_on: madeOn }: LotRow, origin: string): EpcisEvent {
  return {
    type: 'ObjectEvent',
    action: 'ADD',
    bizStep: 'commissioning',
    eventTime: `${madeOn}T00:00:00+07:00`,
    eventTimeZoneOffset: '+07:00',
    quantityList: [{ epcClass: lotThing(origin, code, gtin) }],
  };
}

interface LotRow {
  code: string;
  gtin: string | null;
  made_on: string;
}

interface NamedLot {
  code: string;
  gtin: string | null;
}

/** The lot an identifier names: by GTIN and lot, or by an address of this site. */
function lotNamed(uri: string, origin: string): NamedLot[] {
  const canonical = canonicalIdentifier(uri);
  const gs1 = /^https:\/\/id\.gs1\.org\/01\/(\d{14})\/10\/([^/]+)$/.exec(canonical);
  if (gs1) return [{ gtin: gs1[1] ?? '', code: decoded(gs1[2] ?? '') }];
  const start = `${origin}/lo/`;
  const own = canonical.startsWith(start) ? canonical.slice(start.length).split('/')[0] : undefined;
  return own ? [{ gtin: null, code: decoded(own) }] : [];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function outputsFirst(event: EpcisEvent): string[] {
  const classes = (event.outputQuantityList ?? []).map(({ epcClass }) => epcClass);
  return [...classes, ...(event.outputEPCList ?? []), ...thingsOf(event)];
}

/**
 * Works out anew which provinces the standing shipments of these lots name. The caller holds the
 * lots' locks, or of two shipments at once the later commit would leave the other out.
 */
export async function updateShippedTo(manager: SqlEntityManager, lots: readonly string[]): Promise<void> {
  for (const lot of [...new Set(lots)].sort()) {
    const rows: { body: EpcisEvent }[] = await manager.execute(
      `select body from trace_event
       where deleted_at is null and lot_code = ? and biz_step in ('shipping', 'departing')`,
      [lot],
    );
    const provinces = standingEvents(rows.map(({ body }) => body)).flatMap((event) =>
      (event.destinationList ?? []).flatMap(({ destination }) => provinceOfUri(destination) ?? []),
    );
    const shippedTo = JSON.stringify([...new Set(provinces)].sort());
    await manager.execute(
      `update trace_lot set shipped_to = ?::jsonb, updated_at = now()
       where code = ? and deleted_at is null
         and coalesce(shipped_to, '[]'::jsonb) is distinct from ?::jsonb`,
      [shippedTo, lot, shippedTo],
    );
  }
}
