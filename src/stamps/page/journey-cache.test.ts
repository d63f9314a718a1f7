import { describe, expect, test } from 'vitest';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';
import { journeyCache } from './journey-cache.ts';

const steps: LotJourneyStep[] = [
  { step: 'packing', at: '2026-09-16T02:00:00.000Z', place: null, note: null },
];

function cache(answer: () => Result<LotJourneyStep[]> = () => success(steps)) {
  const asked: string[] = [];
  let time = 0;
  const journeyOf = journeyCache(
    (lot) => {
      asked.push(lot);
      return Promise.resolve(answer());
    },
    () => time,
  );
  return { asked, journeyOf, pass: (ms: number) => (time += ms) };
}

describe('journeys of lots', () => {
  test('readers of one moment share one question, and a minute later there is a new one', async () => {
    const { asked, journeyOf, pass } = cache();
    expect(await Promise.all([journeyOf('A'), journeyOf('A'), journeyOf('B')])).toEqual([
      steps,
      steps,
      steps,
    ]);
    pass(59_999);
    await journeyOf('A');
    expect(asked).toEqual(['A', 'B']);
    pass(1);
    await journeyOf('A');
    expect(asked).toEqual(['A', 'B', 'A']);
  });

  test('a lot that could not be asked is left alone for five seconds, no longer', async () => {
    const answers = [failure('timeout'), success(steps)];
    const { asked, journeyOf, pass } = cache(() => answers.shift() ?? failure('server'));
    expect(await journeyOf('A')).toBeNull();
    pass(4_999);
    expect(await journeyOf('A')).toBeNull();
    expect(asked).toHaveLength(1);
    pass(1);
    expect(await journeyOf('A')).toEqual(steps);
  });

  test('what was known stays where it cannot be asked again', async () => {
    const answers = [success(steps), failure('unreachable'), success([])];
    const { asked, journeyOf, pass } = cache(() => answers.shift() ?? failure('server'));
    await journeyOf('A');
    pass(60_000);
    expect(await journeyOf('A')).toEqual(steps);
    pass(5_000);
    expect(await journeyOf('A')).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  test('however many lots are read, only some hundred are cached, the least recently used evicted first', async () => {
    const { asked, journeyOf } = cache();
    for (let n = 0; n <= 500; n += 1) await journeyOf(`L${n}`);
    await journeyOf('L500');
    await journeyOf('L1');
    expect(asked).toHaveLength(501);
    await journeyOf('L0');
    expect(asked).toHaveLength(502);
  });
});
