import { log, type Logger } from './logger.ts';
import { reasonOf } from './redact.ts';

/**
 * How long something has to go without a failure until it counts as working again, milliseconds.
 * Without it a server that fails every other request would write two lines each time.
 */
const SETTLED_AFTER_MS = 5_000;

/** Whether something this process depends on works, told once for each change. */
export interface StateLogger {
  readonly name: string;
  /** Whether the last that was heard of it is a failure. */
  readonly failing: boolean;
  /** It worked. */
  works(): void;
  /** It failed. @param reason what was thrown, or one line of text */
  fails(reason: unknown): void;
}

const known = new Map<string, StateLogger>();

/** Every state of this process that is being followed, by name, for the metrics. */
export function followedStates(): readonly StateLogger[] {
  return [...known.values()];
}

/**
 * Follows the state of something outside this process, such as `search` or `stamp-lookup`: one warning
 * when it starts to fail, with the reason; one line when it works again, with how long it failed and
 * how often. In between only a count is kept, however many requests fail.
 */
export function stateLogger(name: string): StateLogger {
  const found = known.get(name) ?? followState(name, log, Date.now);
  known.set(name, found);
  return found;
}

/**
 * {@link stateLogger} with a logger and a clock of the caller's.
 * @param now milliseconds since 1970
 */
export function followState(
  name: string,
  logger: Pick<Logger, 'info' | 'warn'>,
  now: () => number,
): StateLogger {
  let failure: { since: number; last: number; count: number } | null = null;
  return {
    name,
    get failing() {
      return failure !== null;
    },
    works() {
      if (failure === null || now() - failure.last < SETTLED_AFTER_MS) return;
      const { since, count } = failure;
      failure = null;
      logger.info({ component: name, durationMs: now() - since, failures: count }, `${name} works again`);
    },
    fails(reason) {
      const at = now();
      if (failure !== null) {
        failure = { ...failure, last: at, count: failure.count + 1 };
        return;
      }
      failure = { since: at, last: at, count: 1 };
      const text = typeof reason === 'string' ? reason : reasonOf(reason);
      logger.warn({ component: name, reason: text }, `${name} began to fail`);
    },
  };
}
