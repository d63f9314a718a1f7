import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { endException, noteException, type ExceptionAnswer } from '@ocop/rules/stamps/stamp-life-cycle';
import type { StampExceptionKind } from '@ocop/rules/stamps/stamp-state';
import { tellOfStamps, type Told } from '../epcis/life-cycle-events.ts';
import { writeJournal } from '../audit-log/journal.ts';
import { isoInstant } from '../database/rows.ts';
import { lockRange } from './steps.ts';

/** A place that was issued: position `index` of range `range`. */
export interface StampPlace {
  range: number;
  index: number;
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
  place: StampPlace,
  { kind, note }: { kind: StampExceptionKind; note: string },
  actor: string,
): Promise<ExceptionDone> {
  const { range, facts, lot } = await factsOf(manager, place);
  const answer = noteException(facts, kind);
  if (!answer.ok) return answer;
  if (kind === 'voided') {
    const only = { first: place.index, last: place.index };
    const told = await tellOfStamps(manager, 'void', range, [only], actor);
    if (!told.ok) return told;
  }
  await manager.execute(
    `insert into trace_stamp_exception (id, range, index, kind, since, note)
     values (?, ?, ?, ?, now(), ?)`,
    [generateEntityId(undefined, 'stexc'), place.range, place.index, kind, note],
  );
  await writeJournal(manager, [
    { actor, action: 'exception-noted', lotCode: lot, ...place, detail: { kind, note } },
  ]);
  return { ok: true, exceptions: await exceptionsOf(manager, place) };
}

/** Ends an exception; its row stays. */
export async function endStampException(
  manager: SqlEntityManager,
  place: StampPlace,
  { kind, note }: { kind: StampExceptionKind; note: string },
  actor: string,
): Promise<ExceptionEnded> {
  const { facts, lot } = await factsOf(manager, place);
  const answer = endException(facts, kind);
  if (!answer.ok) return answer;
  await manager.execute(
    `update trace_stamp_exception set ended_at = now(), updated_at = now()
     where range = ? and index = ? and kind = ? and ended_at is null and deleted_at is null`,
    [place.range, place.index, kind],
  );
  await writeJournal(manager, [
    { actor, action: 'exception-ended', lotCode: lot, ...place, detail: { kind, note } },
  ]);
  return { ok: true, exceptions: await exceptionsOf(manager, place) };
}

/** Every exception a stamp ever had, the latest first. */
export async function exceptionsOf(
  manager: SqlEntityManager,
  { range, index }: StampPlace,
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

// Under the range's lock: voiding a part and selling a stamp of it come one after the other.
async function factsOf(manager: SqlEntityManager, place: StampPlace) {
  const locked = await lockRange(manager, place.range);
  if (!locked) throw new Error(`Range ${place.range} is gone, and a stamp of it was found just before.`);
  const own = locked.spans.filter(({ first, last }) => first <= place.index && place.index <= last);
  const activated = own.find(({ kind }) => kind === 'activated');
  const known = await exceptionsOf(manager, place);
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
