import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remembered } from './remembered.ts';
import type { Result } from './result.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failed: Result<number> = { ok: false, error: { type: 'unreachable', isRetryable: true } };
const said = (data: number): Result<number> => ({ ok: true, data });

test('is asked once for all who ask at once, and again after a minute', async () => {
  const ask = vi.fn(() => Promise.resolve(said(ask.mock.calls.length)));
  const answer = remembered(0, ask);
  expect(await Promise.all([answer.get(), answer.get(), answer.get()])).toEqual([1, 1, 1]);
  vi.advanceTimersByTime(59_000);
  expect(await answer.get()).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(await answer.get()).toBe(2);
});

test('keeps what was known while Medusa is away, and leaves it alone for five seconds', async () => {
  const answers = [failed, said(7), failed, said(8)];
  const ask = vi.fn(() => Promise.resolve(answers.shift() ?? failed));
  const answer = remembered(0, ask);
  expect(await answer.get()).toBe(0);
  expect(await answer.get()).toBe(0);
  expect(ask).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  expect(await answer.get()).toBe(7);
  vi.advanceTimersByTime(60_000);
  expect(await answer.get()).toBe(7);
  vi.advanceTimersByTime(5_000);
  expect(await answer.get()).toBe(8);
});

test('is asked anew once it is forgotten, also while an answer is on its way', async () => {
  const waiting: ((data: number) => void)[] = [];
  const ask = () => new Promise<Result<number>>((resolve) => waiting.push((data) => resolve(said(data))));
  const answer = remembered(0, ask);
  const first = answer.get();
  answer.forget();
  const second = answer.get();
  waiting[1]?.(2);
  expect(await second).toBe(2);
  waiting[0]?.(1);
  await first;
  expect(await answer.get()).toBe(2);
  expect(waiting).toHaveLength(2);
});
