import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import {
  activate,
  stepSheets,
  voidStamps,
  type ActivationAnswer,
  type AskedPart,
  type LotFacts,
  type RangeFacts,
  type SheetStep,
  type SheetStepAnswer,
  type StampSpan,
  type VoidingAnswer,
} from '@ocop/rules/stamps/stamp-life-cycle';
import type { StampPart } from '@ocop/rules/stamps/stamp-segment';
import { writeJournal } from '../audit-log/journal.ts';
import { tellOfStamps, type Told } from '../epcis/life-cycle-events.ts';
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

const sheetActions = { print: 'stamps-printed', deliver: 'stamps-delivered' } as const;

/** Notes that the sheets of a range were printed, or handed to the producer. */
export async function stepStampSheets(
  manager: SqlEntityManager,
  range: number,
  step: SheetStep,
  actor: string,
): Promise<SheetStepDone> {
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const answer = stepSheets(locked.state, step);
  if (!answer.ok) return answer;
  if (step === 'print') {
    const all = { first: 0, last: locked.count - 1 };
    const told = await tellOfStamps(manager, 'stamps-printed', locked, [all], actor);
    if (!told.ok) return told;
  }
  await setState(manager, range, answer.state);
  const detail = { count: locked.count };
  await writeJournal(manager, [
    { actor, action: sheetActions[step], lotCode: locked.lot, range, index: null, detail },
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
  asked: { range: number; lot: string } & AskedPart,
  isRefusedKey: (epoch: string) => boolean,
  actor: string,
): Promise<ActivationDone> {
  const { range, lot: code } = asked;
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const lot = await lockLot(manager, code);
  if (!lot) return { ok: false, reason: 'unknown-lot' };
  const answer = activate(locked, lot, asked, await recallsOf(manager, range), isRefusedKey(locked.epoch));
  if (!answer.ok) return answer;
  const told = await tellOfStamps(manager, 'activation', { ...locked, lot: code }, answer.parts, actor);
  if (!told.ok) return told;
  await addSpans(manager, range, answer.parts, 'activated', code);
  await writeJournal(
    manager,
    answer.parts.map((part) => ({
      actor,
      action: 'stamps-activated' as const,
      lotCode: code,
      range,
      index: null,
      detail: { ...part, count: part.last - part.first + 1 },
    })),
  );
  return done(manager, range);
}

/** Takes a range, or a part of it, out of use for good. */
export async function voidRange(
  manager: SqlEntityManager,
  asked: { range: number; reason: string } & AskedPart,
  actor: string,
): Promise<VoidingDone> {
  const { range, reason } = asked;
  const locked = await lockRange(manager, range);
  if (!locked) return { ok: false, reason: 'unknown-range' };
  const answer = voidStamps(locked, asked);
  if (!answer.ok) return answer;
  const { whole, part } = answer;
  const told = await tellOfStamps(manager, 'void', locked, [part], actor);
  if (!told.ok) return told;
  if (whole) await setState(manager, range, 'voided');
  else await addSpans(manager, range, [part], 'voided', null);
  const detail = { ...part, count: part.last - part.first + 1, reason };
  await writeJournal(manager, [
    { actor, action: 'stamps-voided', lotCode: locked.lot, range, index: null, detail },
  ]);
  return done(manager, range);
}

// Shared, so that a lot cannot be recalled while stamps are being put on it, and the other way round.
async function lockLot(manager: SqlEntityManager, code: string): Promise<LotFacts | null> {
  const rows: Omit<LotFacts, 'recalled'>[] = await manager.execute(
    'select code, product, gtin from trace_lot where code = ? and deleted_at is null for share',
    [code],
  );
  if (!rows[0]) return null;
  const recalls: unknown[] = await manager.execute(
    `select 1 from trace_recall
     where lot_code = ? and scope = 'lot' and lifted_at is null and deleted_at is null limit 1`,
    [code],
  );
  return { ...rows[0], recalled: recalls.length > 0 };
}

/** Parts of the range that recalls in force name themselves, apart from those of its lots. */
function recallsOf(manager: SqlEntityManager, range: number): Promise<StampPart[]> {
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
  parts: readonly StampPart[],
  kind: StampSpan['kind'],
  lot: string | null,
): Promise<void> {
  for (const { first, last } of parts) {
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
