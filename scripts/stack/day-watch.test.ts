import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchDays } from './day-watch.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  // 23:58 in Vietnam.
  vi.setSystemTime(new Date('2029-02-05T16:58:00Z'));
});

afterEach(() => vi.useRealTimers());

it('calls within a minute of midnight in Vietnam, once a day', async () => {
  const days: string[] = [];
  const end = watchDays(
    async (now) => void days.push(now.toISOString()),
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(1 * minute);
  expect(days).toEqual([]);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(days).toEqual(['2029-02-05T17:00:00.000Z']);
  await vi.advanceTimersByTimeAsync(24 * 60 * minute);
  expect(days).toHaveLength(2);
  end();
  await vi.advanceTimersByTimeAsync(48 * 60 * minute);
  expect(days).toHaveLength(2);
});

it('tries again an hour after a failure', async () => {
  let calls = 0;
  const failures: unknown[] = [];
  const end = watchDays(
    async () => {
      calls += 1;
      if (calls === 1) throw new Error('disk full');
    },
    (error) => failures.push(error),
  );
  await vi.advanceTimersByTimeAsync(30 * minute);
  expect([calls, failures.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(60 * minute);
  expect(calls).toBe(2);
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect(calls).toBe(2);
  end();
});

it('never runs two at a time', async () => {
  let running = 0;
  let most = 0;
  const end = watchDays(
    async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 30 * minute));
      running -= 1;
    },
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(90 * minute);
  expect(most).toBe(1);
  end();
});
