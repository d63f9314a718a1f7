import type { Result } from '../../medusa-client/result.ts';

/** The last value that could be loaded, and when. */
export interface Dated<T> {
  value: T;
  /** Milliseconds since 1970. */
  loadedAt: number;
}

export interface Refreshed<T> {
  /**
   * The value, loaded anew when older than `maxAgeMs`. Many callers at once cause one load. While
   * a load is slow or fails the old value is served, and the next try waits `maxAgeMs` too, so that
   * a source in trouble is not hammered. `null` while nothing was ever loaded.
   */
  read(): Promise<Dated<T> | null>;
  /** Whether the value at hand is young enough to be served without a load. */
  isFresh(): boolean;
  /** Makes the next reader load anew: somebody learned that the value is out of date. */
  expire(): void;
}

/** How long a caller with an old value at hand waits for the new one, milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * Holds one value that many pages share and that is expensive to load.
 * @param load how to get it
 * @param maxAgeMs how old it may be before it is loaded again, milliseconds
 * @param now the clock, milliseconds
 */
export function refreshed<T>(
  load: () => Promise<Result<T>>,
  maxAgeMs: number,
  now: () => number = Date.now,
): Refreshed<T> {
  let last: Dated<T> | null = null;
  let triedAt = Number.NEGATIVE_INFINITY;
  let flight: Promise<void> | null = null;

  async function reload(): Promise<void> {
    triedAt = now();
    const result = await load();
    if (result.ok) last = { value: result.data, loadedAt: now() };
  }

  const isDue = () => now() - triedAt >= maxAgeMs;

  return {
    isFresh: () => last !== null && flight === null && !isDue(),
    async read() {
      if (flight === null && isDue()) {
        flight = reload().finally(() => {
          flight = null;
        });
      }
      if (flight !== null) await (last === null ? flight : Promise.race([flight, patience()]));
      return last;
    },
    expire() {
      triedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });
}
