import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import {
  activate,
  stepSheets,
  voidStamps,
  type ActivationAnswer,
  type SegmentRequest,
  type LotFacts,
  type RangeFacts,
  type SheetStep,
  type SheetStepAnswer,
  type StampSpan,
  type VoidingAnswer,
} from '@ocop/rules/stamps/stamp-life-cycle';
import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import { recordChanges } from '../audit-log/record-change.ts';
import type { ChangeContext } from '../context.ts';
import { tellOfStamps, type Told } from '../epcis/life-cycle-events.ts';
import { storedLotCode } from '../lots/stored-code.ts';
import { liveStampsOf } from '../lots/live-stamps.ts';
import { findStampOrder, isRangeNumber, type IssuedStamps } from './order.ts';

type Refusal<A> = Extract<A, { ok: false }>;
type UnknownRange = { ok: false; reason: 'unknown-range' };

/** The order as it stands after a step, or why the step was refused and nothing changed. */
export type StepAnswer<R> = { ok: true; order: IssuedStamps } | UnknownRange | R;

export type SheetStepDone = StepAnswer<Refusal<SheetStepAnswer> | Refusal<Told>>;
export type ActivationDone = StepAnswer<
  Refusal<ActivationAnswer> | Refusal<Told> | { ok: false; reason: 'unknown-lot' }
>;
export type VoidingDone = StepAnswer<Refusal<VoidingAnswer> | Refusal<Told>>;

export interface LockedRange extends RangeFacts {
  number: number;
  epoch: string;
  spans: (StampSpan & { lot: string | null })[];
}

/**
 * Takes the range's lock until the transaction ends, and reads it. Every step takes it first, so
 * that of two steps at once the second sees what the first did.
 */
export async function lockRange(manager: SqlEntityManager, number: number): Promise<LockedRange | null> {
  if (!isRangeNumber(number)) return null;
  const rows: Omit<LockedRange, 'spans'>[] = await manager.execute(
    `select number, epoch, state, count, product, lot_code as lot, gtin
     from trace_stamp_range where number = ? and deleted_at is null for update`,
    [number],
  );
  if (!rows[0]) return null;
  const spans: LockedRange['spans'] = await manager.execute(
    `select first, last, kind, lot_code as lot from trace_stamp_span
     where range = ? and deleted_at is null order by first`,
    [number],
  );
  return { ...rows[0], spans };
}

/** Stamps of `range` from `first` to `last` to put on goods of `lot`; an end left out is the range's. */
export type ActivationRequest = {
  range: number;
  lot: string;
  /** Why the lot gets more stamps than it has packs. */
  overReason?: string | undefined;
} & SegmentRequest;

/** Stamps of `range` from `first` to `last` to take out of use; an end left out is the range's. */
export type VoidingRequest = { range: number; reason: string } & SegmentRequest;

const sheetEvents = { print: 'stamps.printed', deliver: 'stamps.delivered' } as const;

/** Notes that the sheets of a range were printed, or handed to the producer. */
export async function stepStampSheets(
  manager: SqlEntityManager,
  range: number,
  step: SheetStep,
  change: ChangeContext,
): Promise<SheetStepDone> {
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const answer = stepSheets(locked.state, step);
  if (!answer.ok) return answer;
  if (step === 'print') {
    const all = { first: 0, last: locked.count - 1 };
    const told = await tellOfStamps(manager, 'stamps-printed', locked, [all], change);
    if (!told.ok) return told;
  }
  await setState(manager, range, answer.state);
  const { product, lot, count } = locked;
  await recordChanges(manager, change.actor, [
    { event: sheetEvents[step], data: { range, product, lot, count } },
  ]);
  return done(manager, range);
}

/**
 * Puts stamps of a range on the goods of a lot.
 * @param isRefusedKey whether the key of an epoch is known to strangers, so that stamps activated
 * now would be refused by whoever scans them
 */
export async function activateStamps(
  manager: SqlEntityManager,
  request: ActivationRequest,
  isRefusedKey: (epoch: string) => boolean,
  change: ChangeContext,
): Promise<ActivationDone> {
  const { range, overReason } = request;
  const code = await storedLotCode(manager, request.lot);
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const lot = await lockLot(manager, code);
  if (!lot) return { ok: false, reason: 'unknown-lot' };
  const answer = activate(
    locked,
    lot,
    request,
    await recallsOf(manager, range),
    isRefusedKey(locked.epoch),
    overReason !== undefined,
  );
  if (!answer.ok) return answer;
  const told = await tellOfStamps(manager, 'activation', { ...locked, lot: code }, answer.segments, change);
  if (!told.ok) return told;
  await addSpans(manager, range, answer.segments, 'activated', code);
  const { product } = locked;
  await recordChanges(
    manager,
    change.actor,
    answer.segments.map((segment) => ({
      event: 'stamps.activated' as const,
      data: { range, product, lot: code, ...segment, count: segment.last - segment.first + 1 },
      ...(answer.beyond ? { staffOnly: { overReason, packs: lot.quantity } } : {}),
    })),
  );
  return done(manager, range);
}

/** Takes a range, or a segment of it, out of use for good. */
export async function voidRange(
  manager: SqlEntityManager,
  request: VoidingRequest,
  change: ChangeContext,
): Promise<VoidingDone> {
  const { range, reason } = request;
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const answer = voidStamps(locked, request);
  if (!answer.ok) return answer;
  const { whole, segment } = answer;
  const told = await tellOfStamps(manager, 'void', locked, [segment], change);
  if (!told.ok) return told;
  if (whole) await setState(manager, range, 'voided');
  else await addSpans(manager, range, [segment], 'voided', null);
  const { product, lot } = locked;
  const count = segment.last - segment.first + 1;
  await recordChanges(manager, change.actor, [
    {
      event: 'stamps.voided',
      data: { range, product, lot, ...segment, count },
      staffOnly: { reason },
    },
  ]);
  return done(manager, range);
}

// So that a lot is not recalled while stamps are put on it. Not a shared lock: its event locks the lot
// for update afterwards, and two activations that share it would wait for each other for ever.
async function lockLot(manager: SqlEntityManager, code: string): Promise<LotFacts | null> {
  const rows: Omit<LotFacts, 'recalled' | 'live'>[] = await manager.execute(
    'select code, product, gtin, quantity from trace_lot where code = ? and deleted_at is null for update',
    [code],
  );
  if (!rows[0]) return null;
  // Counted under the lock, by a statement of its own: of two activations at once the second counts the
  // stamps of the first.
  const counted: { live: number }[] = await manager.execute(`select ${liveStampsOf('?')} as live`, [code]);
  const recalls: unknown[] = await manager.execute(
    `select 1 from trace_recall
     where lot_code = ? and scope = 'lot' and lifted_at is null and deleted_at is null limit 1`,
    [code],
  );
  return { ...rows[0], live: counted[0]?.live ?? 0, recalled: recalls.length > 0 };
}

/** Segments of the range that recalls in force name themselves, apart from those of its lots. */
function recallsOf(manager: SqlEntityManager, range: number): Promise<StampSegment[]> {
  return manager.execute(
    `select first, last from trace_recall
     where range = ? and lifted_at is null and deleted_at is null order by first`,
    [range],
  );
}

async function setState(manager: SqlEntityManager, range: number, state: RangeFacts['state']): Promise<void> {
  await manager.execute('update trace_stamp_range set state = ?, updated_at = now() where number = ?', [
    state,
    range,
  ]);
}

async function addSpans(
  manager: SqlEntityManager,
  range: number,
  segments: readonly StampSegment[],
  kind: StampSpan['kind'],
  lot: string | null,
): Promise<void> {
  for (const { first, last } of segments) {
    await manager.execute(
      `insert into trace_stamp_span (id, range, first, last, kind, lot_code, at)
       values (?, ?, ?, ?, ?, ?, now())`,
      [generateEntityId(undefined, 'stspan'), range, first, last, kind, lot],
    );
  }
}

async function done(manager: SqlEntityManager, range: number): Promise<{ ok: true; order: IssuedStamps }> {
  const order = await findStampOrder(manager, range);
  if (!order) throw new Error(`Range ${range} is gone inside the transaction that changed it.`);
  return { ok: true, order };
}
