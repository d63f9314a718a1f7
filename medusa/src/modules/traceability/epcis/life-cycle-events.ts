import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { lifeCycleEvent, type Goods } from '@ocop/rules/epcis/life-cycle';
import type { StampRun, Thing } from '@ocop/rules/epcis/lot-uri';
import { overlaps, without, type StampSegment } from '@ocop/rules/stamps/stamp-segment';
import type { ChangeContext } from '../context.ts';
import { storeEvents } from './event-store.ts';

/** A range as events tell of it: which lot its stamps are on, or carry in print, or which product. */
export interface ToldRange {
  number: number;
  product: string;
  lot: string | null;
  gtin: string | null;
  spans: readonly (StampSegment & { kind: 'activated' | 'voided'; lot: string | null })[];
}

/** `against-history`: events told before make it impossible, `message` says how. Nothing is stored. */
export type Told = { ok: true } | { ok: false; reason: 'against-history'; message: string };

/** Tells the trace history what was done to segments of a range: one event for each lot in it. */
export async function tellOfStamps(
  manager: SqlEntityManager,
  step: 'stamps-printed' | 'activation' | 'void' | 'recall',
  range: ToldRange,
  segments: readonly StampSegment[],
  change: ChangeContext,
): Promise<Told> {
  const pieces = segments.flatMap((segment) => piecesOf(range, segment));
  const gtins = await gtinsOf(
    manager,
    pieces.flatMap(({ lot }) => lot ?? []),
  );
  const facts = pieces.map(({ lot, first, last }): Fact => {
    const thing: Thing =
      lot === null ? { product: range.product, gtin: range.gtin } : { lot, gtin: gtins.get(lot) ?? null };
    const goods = { thing, quantity: last - first + 1, uom: null };
    if (step === 'recall') return { lot, told: { step, goods } };
    return { lot, told: { step, goods, stamps: { range: range.number, first, last } } };
  });
  return tell(manager, facts, change);
}

/** Tells the trace history that a whole lot is called back. */
export async function tellOfLotRecall(
  manager: SqlEntityManager,
  lot: string,
  change: ChangeContext,
): Promise<Told> {
  const gtins = await gtinsOf(manager, [lot]);
  const goods = { thing: { lot, gtin: gtins.get(lot) ?? null }, quantity: null, uom: null };
  return tell(manager, [{ lot, told: { step: 'recall', goods } }], change);
}

/** One event to tell, without when and where; `lot` is the one it belongs to the history of. */
interface Fact {
  lot: string | null;
  told:
    | { step: 'recall'; goods: Goods }
    | { step: 'stamps-printed' | 'activation' | 'void'; goods: Goods; stamps: StampRun };
}

async function tell(manager: SqlEntityManager, facts: readonly Fact[], change: ChangeContext): Promise<Told> {
  const circumstances = { origin: change.origin, at: change.at.toISOString(), place: null };
  const captured = facts.map(({ lot, told }) => ({
    event: lifeCycleEvent({ ...circumstances, ...told }),
    lot,
  }));
  const answer = await storeEvents(manager, captured, change);
  if (answer.ok) return { ok: true };
  return { ok: false, reason: 'against-history', message: answer.problems[0]?.message ?? '' };
}

/** The segment cut at the borders of its lots; what is on no goods yet has the lot in print, if any. */
function piecesOf(range: ToldRange, segment: StampSegment): (StampSegment & { lot: string | null })[] {
  const onGoods = range.spans
    .filter((span) => span.kind === 'activated' && overlaps(span, segment))
    .map(({ first, last, lot }) => ({
      first: Math.max(first, segment.first),
      last: Math.min(last, segment.last),
      lot,
    }));
  const rest = without(segment, onGoods).map((piece) => ({ ...piece, lot: range.lot }));
  return [...onGoods, ...rest].sort((a, b) => a.first - b.first);
}

async function gtinsOf(
  manager: SqlEntityManager,
  lots: readonly string[],
): Promise<Map<string, string | null>> {
  const rows: { code: string; gtin: string | null }[] = await manager.execute(
    `select code, gtin from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify([...new Set(lots)])],
  );
  return new Map(rows.map(({ code, gtin }) => [code, gtin]));
}
