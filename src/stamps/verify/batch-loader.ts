import { promisify } from 'node:util';
import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';

const nextTurn = promisify(setImmediate);

interface Waiting<Q, A> {
  query: Q;
  resolve(result: Result<A>): void;
}

/** Batches under way at once: a second where the first is late, or is full. */
const MAX_CONCURRENT = 2;

/** Many times what a batch takes as a rule. */
const LATE_MS = 25;

/** After a failure that may pass, nothing is sent for so long. */
const BACKOFF_MS = 2_000;

/**
 * Loads many queries in few batches. A query goes out at once while no batch is under way; queries that
 * come meanwhile share the next one, for a batch costs as much as four queries in it. So a single query
 * waits for one round trip, in a crowd for two, and none for a batch that hangs: a second is sent beside
 * it. When a batch fails in a way that may pass, all that wait get that failure, and so does every query
 * for two seconds: a page that can do without must not queue up behind a server in trouble.
 * @param load answers in the order of the queries
 * @param maxBatch queries in one batch
 */
export function createBatchLoader<Q, A>(
  load: (queries: Q[]) => Promise<Result<A[]>>,
  maxBatch: number,
  now: () => number = Date.now,
): (query: Q) => Promise<Result<A>> {
  let waiting: Waiting<Q, A>[] = [];
  let underway = 0;
  let backoff: { result: Result<A>; until: number } | null = null;
  let late: NodeJS.Timeout | undefined;

  function takeBatch(): Waiting<Q, A>[] {
    clearTimeout(late);
    const batch = waiting.slice(0, maxBatch);
    waiting = waiting.slice(maxBatch);
    return batch;
  }

  async function run(): Promise<void> {
    if (underway >= MAX_CONCURRENT) return;
    underway += 1;
    while (waiting.length > 0) {
      const batch = takeBatch();
      const result = await load(batch.map(({ query }) => query)).catch(() => failure('server'));
      if (!result.ok) {
        const failed = result.error.isRetryable ? [...batch, ...waiting.splice(0)] : batch;
        if (result.error.isRetryable) backoff = { result, until: now() + BACKOFF_MS };
        for (const { resolve } of failed) resolve(result);
        continue;
      }
      batch.forEach(({ resolve }, ordinal) => {
        const own = result.data[ordinal];
        resolve(own === undefined ? failure('bad-answer') : success(own));
      });
      // The next batch is larger for what arrived while this one's answers were sent.
      if (waiting.length > 0) await nextTurn();
    }
    underway -= 1;
  }

  return (query) => {
    if (backoff && now() < backoff.until) return Promise.resolve(backoff.result);
    backoff = null;
    return new Promise((resolve) => {
      waiting.push({ query, resolve });
      // After all that has arrived was read, so that queries of the same turn share the first batch too.
      if ((underway === 0 && waiting.length === 1) || waiting.length === maxBatch) {
        setImmediate(() => void run());
      } else if (waiting.length === 1) late = setTimeout(() => void run(), LATE_MS);
    });
  };
}
