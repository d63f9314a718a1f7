import { describe, expect, test } from 'vitest';
import { errorTypeOfStatus, errorTypeOfThrown, failure, mayHaveHappened } from './result.ts';

describe('naming what went wrong on the way to Medusa', () => {
  test.each([
    [400, 'refused'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'refused'],
    [500, 'server'],
    [503, 'server'],
  ])('status %i is %s', (status, type) => {
    expect(errorTypeOfStatus(status)).toBe(type);
  });

  test('a refused connection was never sent, so nothing can have happened', async () => {
    const closed: unknown = await fetch('http://127.0.0.1:65534/').catch((error: unknown) => error);
    expect(errorTypeOfThrown(closed)).toBe('unreachable');
    expect(mayHaveHappened(failure('unreachable').error)).toBe(false);
  });

  test('every address of a host refused counts as never sent', () => {
    const error = new TypeError('fetch failed', {
      cause: new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]),
    });
    expect(errorTypeOfThrown(error)).toBe('unreachable');
  });

  test('a deadline or a broken line leaves the outcome open', () => {
    expect(errorTypeOfThrown(new DOMException('late', 'TimeoutError'))).toBe('timeout');
    const reset = new TypeError('fetch failed', {
      cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
    });
    expect(errorTypeOfThrown(reset)).toBe('interrupted');
    for (const type of ['timeout', 'interrupted', 'server', 'conflict', 'bad-answer'] as const) {
      expect(mayHaveHappened(failure(type).error)).toBe(true);
    }
  });

  test('only passing faults are worth repeating', () => {
    expect(failure('server').error.isRetryable).toBe(true);
    expect(failure('refused').error.isRetryable).toBe(false);
    expect(failure('unauthorised').error.isRetryable).toBe(false);
  });
});
