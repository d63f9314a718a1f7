import type { EpcisEvent } from '@ocop/rules/epcis/event';
import type { StepEntry } from '@ocop/rules/epcis/step-entry';
import type { TraceContext } from '../context.ts';
import type { Paged } from '../database/rows.ts';
import {
  storeSteps,
  takeEventBack,
  type EventError,
  type StepsAnswer,
  type TakenBack,
} from './event-entry.ts';
import { findEvent, findEvents, type EventQuery } from './event-query.ts';
import { storeEvents, type CapturedEvent, type StoreAnswer } from './event-store.ts';
import { findLotJourney, type LotJourney } from './journey.ts';

/** The trace history of lots, as EPCIS events. */
export function traceEventService({ database, options, now }: TraceContext) {
  const { siteOrigin: origin } = options;
  return {
    /** Adds events that passed the check of their shape to the history, all or none. */
    store: (events: readonly CapturedEvent[], actor: string): Promise<StoreAnswer> =>
      database.transaction((manager) => storeEvents(manager, events, { actor, origin })),

    /** Adds steps as staff typed them to the history of their lots, all or none. */
    storeSteps: (entries: readonly StepEntry[], actor: string): Promise<StepsAnswer> =>
      database.transaction((manager) => storeSteps(manager, entries, { actor, origin, at: now() })),

    /** Takes an event back; it stays in the history beside the declaration that it was wrong. */
    takeBack: (eventID: string, reason: EventError, actor: string): Promise<TakenBack> =>
      database.transaction((manager) =>
        takeEventBack(manager, eventID, reason, { actor, origin, at: now() }),
      ),

    /** Trace events by time. */
    find: (query: EventQuery): Promise<Paged<EpcisEvent>> => findEvents(database.reader(), query, origin),

    /** The event with this eventID, then the declarations that take it back. */
    findOne: (eventID: string): Promise<EpcisEvent[]> => findEvent(database.reader(), eventID),

    /** The public steps of a lot, oldest first; null when it is not registered. */
    lotJourney: (lot: string): Promise<LotJourney | null> => findLotJourney(database.reader(), lot, origin),
  };
}
