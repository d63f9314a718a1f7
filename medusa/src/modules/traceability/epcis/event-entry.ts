import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { eventFaults } from '@ocop/rules/epcis/event-rules';
import type { EpcisEvent } from '@ocop/rules/epcis/event';
import { lifeCycleEvent } from '@ocop/rules/epcis/life-cycle';
import type { Problem, Rule } from '@ocop/rules/epcis/problem';
import { factOf, type EntryField, type StepEntry } from '@ocop/rules/epcis/step-entry';
import { findEvent } from './event-query.ts';
import { recordChanges } from '../audit-log/record-change.ts';
import type { ChangeContext } from '../context.ts';
import { storedLotCodes } from '../lots/stored-code.ts';
import { shippedBeyondLot } from './shipped-beyond.ts';
import { storeEvents, type StoreAnswer } from './event-store.ts';

/** What is wrong with an entry: its place in the list from 0, and the field that was typed. */
export interface StepFault {
  entry: number;
  field: EntryField;
  message: string;
  /** The rule it broke, for the staff screens to say it in their language. */
  rule?: Rule | 'told-twice' | 'unknown-lot' | 'more-than-lot';
  times?: Problem['times'];
  /** Packs of the lot, and how many would be shipped of it. */
  packs?: { quantity: number; shipped: number };
}

export type StepsAnswer = Extract<StoreAnswer, { ok: true }> | { ok: false; faults: StepFault[] };

/** Adds typed steps to the history of their lots, all or none; `change.at` is now. */
export async function storeSteps(
  manager: SqlEntityManager,
  entries: readonly StepEntry[],
  change: ChangeContext,
): Promise<StepsAnswer> {
  const codes = await storedLotCodes(
    manager,
    entries.map(({ lot }) => lot),
  );
  const rows: { code: string; gtin: string | null }[] = await manager.execute(
    `select code, gtin from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify([...codes.values()])],
  );
  const gtins = new Map(rows.map(({ code, gtin }) => [code, gtin]));
  const faults: StepFault[] = [];
  const captured: { event: EpcisEvent; lot: string }[] = [];
  entries.forEach((typed, at) => {
    const entry = { ...typed, lot: codes.get(typed.lot) ?? typed.lot };
    const gtin = gtins.get(entry.lot);
    if (gtin === undefined) {
      const message = `lot ${entry.lot} is not registered: check the code, or register it first`;
      faults.push({ entry: at, field: 'lot', rule: 'unknown-lot', message });
      return;
    }
    const event = lifeCycleEvent(factOf(entry, gtin, change.origin));
    captured.push({ event, lot: entry.lot });
    for (const { rule, message } of eventFaults(event, change.at.getTime())) {
      faults.push({ entry: at, field: rule === 'time-in-the-future' ? 'at' : 'lot', rule, message });
    }
    const first = captured.findIndex((other) => other.event.eventID === event.eventID);
    if (first < captured.length - 1) {
      const message = 'tells a step that stands above already';
      faults.push({ entry: at, field: 'at', rule: 'told-twice', message });
    }
  });
  if (faults.length > 0) return { ok: false, faults };
  const beyond = await shippedBeyondLot(manager, entries, codes);
  if (beyond.faults.length > 0) return { ok: false, faults: beyond.faults };

  const answer = await storeEvents(manager, captured, change);
  if (answer.ok) {
    await recordChanges(
      manager,
      change.actor,
      beyond.excused.map(({ why, ...data }) => ({
        event: 'lot.shipped-beyond' as const,
        data,
        staffOnly: { overReason: why, packs: data.quantity },
      })),
    );
    return answer;
  }
  // All that is typed is checked above, so the history can only object to the time.
  return {
    ok: false,
    faults: answer.problems.map(({ event, rule, times, message }) => ({
      entry: (event ?? 1) - 1,
      field: 'at',
      rule,
      ...(times ? { times } : {}),
      message,
    })),
  };
}

/** Why an event is taken back, in the words of the CBV (7.5). */
export type EventError = 'did_not_occur' | 'incorrect_data';

export type TakenBack =
  Extract<StoreAnswer, { ok: true }> | { ok: false; reason: 'unknown-event' | 'already-taken-back' };

/**
 * Takes an event back: it stays in the history, beside a declaration that it was wrong (EPCIS
 * 2.0.1, 7.4.1.4). The event's row is locked, so that of two who do it at once the second is told.
 */
export async function takeEventBack(
  manager: SqlEntityManager,
  eventID: string,
  reason: EventError,
  change: ChangeContext,
): Promise<TakenBack> {
  const lots: { lot_code: string | null }[] = await manager.execute(
    'select lot_code from trace_event where event_id = ? and deleted_at is null for update',
    [eventID],
  );
  const known = await findEvent(manager, eventID);
  const event = known.find(({ errorDeclaration }) => errorDeclaration === undefined);
  if (!event) return { ok: false, reason: 'unknown-event' };
  if (known.length > 1) return { ok: false, reason: 'already-taken-back' };
  const { recordTime: _, ...same } = event;
  const declaration = {
    ...same,
    errorDeclaration: { declarationTime: change.at.toISOString(), reason },
  } as EpcisEvent;
  const captured = [{ event: declaration, lot: lots[0]?.lot_code ?? null }];
  const answer = await storeEvents(manager, captured, change);
  if (!answer.ok) throw new Error(`A declaration must repeat its event: ${JSON.stringify(answer)}`);
  return answer;
}
