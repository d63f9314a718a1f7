import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';

interface Waiting<Q, A> {
  question: Q;
  answer(result: Result<A>): void;
}

/** While one request is answered the next is already being asked: neither side waits for the other. */
const AT_ONCE = 2;

/** After a failure that may pass, the other side is left alone for so long. */
const REST_MS = 2_000;

/**
 * Asks for many readers at once. A question goes out at once while fewer than two requests are under
 * way; questions that come meanwhile share the next one. So one reader waits for one request, a crowd of
 * readers costs little more than one, and nobody waits for a timer. When a request fails in a way
 * that may pass, those who wait get the same answer, and so does everybody for two seconds: a page
 * that can do without must not queue up behind a server in trouble.
 * @param ask answers in the order of the questions
 * @param most questions in one request
 */
export function createBatchLoader<Q, A>(
  ask: (questions: Q[]) => Promise<Result<A[]>>,
  most: number,
  now: () => number = Date.now,
): (question: Q) => Promise<Result<A>> {
  let waiting: Waiting<Q, A>[] = [];
  let underway = 0;
  let trouble: { result: Result<A>; until: number } | null = null;

  function takeNext(): Waiting<Q, A>[] {
    const next = waiting.slice(0, most);
    waiting = waiting.slice(most);
    return next;
  }

  async function run(): Promise<void> {
    underway += 1;
    while (waiting.length > 0) {
      const asked = takeNext();
      const result = await ask(asked.map(({ question }) => question)).catch(() => failure('server'));
      if (!result.ok) {
        const told = result.error.isRetryable ? [...asked, ...waiting.splice(0)] : asked;
        if (result.error.isRetryable) trouble = { result, until: now() + REST_MS };
        for (const { answer } of told) answer(result);
        continue;
      }
      asked.forEach(({ answer }, place) => {
        const own = result.data[place];
        answer(own === undefined ? failure('bad-answer') : success(own));
      });
    }
    underway -= 1;
  }

  return (question) => {
    if (trouble && now() < trouble.until) return Promise.resolve(trouble.result);
    trouble = null;
    return new Promise((answer) => {
      waiting.push({ question, answer });
      // When all that has arrived was read, so that questions of the same turn share the first request too.
      if (underway < AT_ONCE && waiting.length === 1) setImmediate(() => void run());
    });
  };
}
