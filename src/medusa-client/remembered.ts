import type { Result } from './result.ts';

const CACHE_MS = 60_000;
/** After a failure Medusa is left alone for a while. */
const REST_MS = 5_000;

/** An answer of Medusa's that serves every buyer alike. */
export interface Remembered<T> {
  /** The last answer, at most a minute old where Medusa answers; `unknown` as long as it never did. */
  get(): Promise<T>;
  /** The next one to ask asks Medusa: what was remembered turned out to be wrong. */
  forget(): void;
}

/**
 * Asks Medusa at most once a minute, and once for all who ask in the same moment; a failure leaves what was known.
 * @param unknown what serves until Medusa said something
 */
export function remembered<T>(unknown: T, ask: () => Promise<Result<T>>): Remembered<T> {
  let known = { value: unknown, at: -Infinity, restsUntil: -Infinity };
  let asking: Promise<void> | undefined;

  function refresh(): Promise<void> {
    const mine: Promise<void> = ask().then((answer) => {
      // Forgotten meanwhile: this answer may be the one that was wrong.
      if (asking !== mine) return;
      asking = undefined;
      const now = Date.now();
      known = answer.ok
        ? { value: answer.data, at: now, restsUntil: -Infinity }
        : { ...known, restsUntil: now + REST_MS };
    });
    return mine;
  }

  return {
    async get() {
      const now = Date.now();
      if (now - known.at >= CACHE_MS && now >= known.restsUntil) {
        asking ??= refresh();
        await asking;
      }
      return known.value;
    },
    forget() {
      known = { ...known, at: -Infinity, restsUntil: -Infinity };
      asking = undefined;
    },
  };
}
