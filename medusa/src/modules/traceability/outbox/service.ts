import type { TraceContext } from '../context.ts';
import { eraseSentEvents, outboxStatus, type OutboxStatus } from './outbox.ts';
import type { Relay } from './relay.ts';

/** Domain events on their way to Medusa's event bus. */
export function outboxService({ database, now }: TraceContext, relay: Relay) {
  return {
    /** Sends the events that wait. @returns how many the event bus took */
    relay: (): Promise<number> => relay.run(),

    /** How many events wait, since when, and why. */
    status: (): Promise<OutboxStatus> => outboxStatus(database.reader()),

    /** Erases events that were sent some days ago. @returns how many */
    eraseSent: (): Promise<number> => database.transaction((manager) => eraseSentEvents(manager, now())),
  };
}
