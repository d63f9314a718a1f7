import { setTimeout as sleep } from 'node:timers/promises';
import type { IEventBusModuleService, Logger } from '@medusajs/framework/types';
import type { Database } from '../database/database.ts';
import { sendWaiting, type OutboxMessage } from './outbox.ts';

/** Events handed over at a time. */
const BATCH = 100;

/** A bus that cannot be reached may never answer; the rows' locks are not held for longer than this. */
const EMIT_TIMEOUT_MS = 10_000;

/** With Redis a subscriber that throws is called again; the bus in memory ignores this. */
const delivery = { attempts: 5, backoff: { type: 'exponential' as const, delay: 1_000 } };

export interface Relay {
  /** Sends what waits, soon, without keeping the caller waiting. */
  nudge(): void;
  /** Sends what waits. @returns how many events the bus took */
  run(): Promise<number>;
}

/** Carries events from the outbox to Medusa's event bus. One run at a time in a process. */
export function relayOf(database: Database, bus: () => IEventBusModuleService, logger: Logger): Relay {
  let running: Promise<number> | null = null;
  let again = false;
  let failures = 0;

  async function emit(messages: OutboxMessage[]): Promise<void> {
    const late = new AbortController();
    const timeout = sleep(EMIT_TIMEOUT_MS, undefined, { signal: late.signal }).then(() => {
      throw new Error(`The event bus did not answer within ${EMIT_TIMEOUT_MS / 1000} seconds`);
    });
    try {
      await Promise.race([bus().emit(messages, delivery), timeout]);
    } finally {
      late.abort();
      timeout.catch(() => undefined);
    }
  }

  async function sendAll(): Promise<number> {
    let sent = 0;
    for (let more = true; more;) {
      again = false;
      const { taken, error } = await database.transaction((manager) => sendWaiting(manager, emit, BATCH));
      report(error, taken);
      if (error === null) sent += taken;
      more = error === null && (taken === BATCH || again);
    }
    return sent;
  }

  /** Says once that the bus fails, and once that it works again. */
  function report(error: unknown, taken: number): void {
    if (error !== null) {
      failures += 1;
      if (failures === 1) {
        logger.error(
          `The event bus refused ${taken} domain events (${String(error)}). ` +
            'They wait in trace_outbox and are tried again.',
        );
      }
    } else if (failures > 0 && taken > 0) {
      logger.info(`The event bus takes domain events again, after ${failures} failures.`);
      failures = 0;
    }
  }

  const run = () => {
    again = true;
    running ??= sendAll().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    run,
    nudge: () => {
      run().catch((error: unknown) => {
        logger.error(`Domain events could not be read from the outbox (${String(error)}).`);
      });
    },
  };
}
