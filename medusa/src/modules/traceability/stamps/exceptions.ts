import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { endException, noteException, type ExceptionAnswer } from '@ocop/rules/stamps/stamp-life-cycle';
import type { StampExceptionKind } from '@ocop/rules/stamps/stamp-state';
import { tellOfStamps, type Told } from '../epcis/life-cycle-events.ts';
import { recordChanges } from '../audit-log/record-change.ts';
import type { ChangeContext } from '../context.ts';
import { isoInstant } from '../database/rows.ts';
import { lockRange } from './steps.ts';

/** What a stamp is noted as, and why or who said so. */
export interface ExceptionRequest {
  kind: StampExceptionKind;
  note: string;
}

/** An exception as it is read; instants are ISO, `endedAt` null while it is in force. */
export interface StampExceptionRead {
  kind: StampExceptionKind;
  since: string;
  endedAt: string | null;
  note: string | null;
}

export type ExceptionDone =
  { ok: true; exceptions: StampExceptionRead[] } | Extract<ExceptionAnswer | Told, { ok: false }>;

export type ExceptionEnded =
  { ok: true; exceptions: StampExceptionRead[] } | Extract<ReturnType<typeof endException>, { ok: false }>;

/** Singles a stamp out of its range, from now on. */
export async function addStampException(
  manager: SqlEntityManager,
  position: StampPosition,
  { kind, note }: ExceptionRequest,
  change: ChangeContext,
): Promise<ExceptionDone> {
  const { range, facts, lot } = await factsOf(manager, position);
  const answer = noteException(facts, kind);
  if (!answer.ok) return answer;
  if (kind === 'voided') {
    const only = { first: position.index, last: position.index };
    const told = await tellOfStamps(manager, 'void', range, [only], change);
    if (!told.ok) return told;
  }
  await manager.execute(
    `insert into trace_stamp_exception (id, range, index, kind, since, note)
     values (?, ?, ?, ?, now(), ?)`,
    [generateEntityId(undefined, 'stexc'), position.range, position.index, kind, note],
  );
  await recordChanges(manager, change.actor, [
    {
      event: 'stamp.exception-noted',
      data: { ...position, product: range.product, lot, kind },
      staffOnly: { note },
    },
  ]);
  return { ok: true, exceptions: await exceptionsOf(manager, position) };
}

/** Ends an exception; its row stays. */
export async function endStampException(
  manager: SqlEntityManager,
  position: StampPosition,
  { kind, note }: ExceptionRequest,
  actor: string,
): Promise<ExceptionEnded> {
  const { range, facts, lot } = await factsOf(manager, position);
  const answer = endException(facts, kind);
  if (!answer.ok) return answer;
  await manager.execute(
    `update trace_stamp_exception set ended_at = now(), updated_at = now()
     where range = ? and index = ? and kind = ? and ended_at is null and deleted_at is null`,
    [position.range, position.index, kind],
  );
  await recordChanges(manager, actor, [
    {
      event: 'stamp.exception-ended',
      data: { ...position, product: range.product, lot, kind },
      staffOnly: { note },
    },
  ]);
  return { ok: true, exceptions: await exceptionsOf(manager, position) };
}

/** Every exception a stamp ever had, the latest first. */
export async function exceptionsOf(
  manager: SqlEntityManager,
  { range, index }: StampPosition,
): Promise<StampExceptionRead[]> {
  const rows: StampExceptionRead[] = await manager.execute(
    `select kind, since, ended_at as "endedAt", note from trace_stamp_exception
     where range = ? and index = ? and deleted_at is null order by since desc, id desc`,
    [range, index],
  );
  return rows.map((row) => ({
    ...row,
    since: isoInstant(row.since),
    endedAt: row.endedAt && isoInstant(row.endedAt),
  }));
}

// Under the range's lock: voiding a segment and selling a stamp of it come one after the other.
async function factsOf(manager: SqlEntityManager, position: StampPosition) {
  const locked = await lockRange(manager, position.range);
  if (!locked) throw new Error(`Range ${position.range} is gone, and a stamp of it was found just before.`);
  const own = locked.spans.filter(({ first, last }) => first <= position.index && position.index <= last);
  const activated = own.find(({ kind }) => kind === 'activated');
  const known = await exceptionsOf(manager, position);
  return {
    range: locked,
    lot: activated?.lot ?? locked.lot,
    facts: {
      activated: activated !== undefined,
      voided: locked.state === 'voided' || own.some(({ kind }) => kind === 'voided'),
      inForce: known.filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind),
    },
  };
}
