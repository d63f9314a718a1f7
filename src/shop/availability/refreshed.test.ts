import { describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';
import { refreshed } from './refreshed.ts';

describe('a value many pages share', () => {
  test('many readers at once cause one load', async () => {
    const load = vi.fn(() => Promise.resolve(success('a')));
    const shared = refreshed(load, 5_000, () => 0);
    const answers = await Promise.all(Array.from({ length: 50 }, () => shared.read()));
    expect(load).toHaveBeenCalledTimes(1);
    expect(answers.every((answer) => answer?.value === 'a')).toBe(true);
  });

  test('is loaded again only after its age', async () => {
    let clock = 0;
    const load = vi.fn(() => Promise.resolve(success(clock)));
    const shared = refreshed(load, 5_000, () => clock);
    await shared.read();
    clock = 4_999;
    expect((await shared.read())?.value).toBe(0);
    clock = 5_000;
    expect(await shared.read()).toEqual({ value: 5_000, loadedAt: 5_000 });
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('a source that went down leaves the old value, and is not asked at every view', async () => {
    let clock = 0;
    let up = true;
    const load = vi.fn((): Promise<Result<string>> =>
      Promise.resolve(up ? success('old') : failure('unreachable')),
    );
    const shared = refreshed(load, 5_000, () => clock);
    await shared.read();
    up = false;
    clock = 6_000;
    expect(await shared.read()).toEqual({ value: 'old', loadedAt: 0 });
    expect((await shared.read())?.value).toBe('old');
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('tells whether it can be served as it is', async () => {
    let clock = 0;
    const shared = refreshed(
      () => Promise.resolve(success('a')),
      5_000,
      () => clock,
    );
    expect(shared.isFresh()).toBe(false);
    await shared.read();
    expect(shared.isFresh()).toBe(true);
    clock = 5_000;
    expect(shared.isFresh()).toBe(false);
  });

  test('somebody learned that it is out of date: the next reader loads anew', async () => {
    const load = vi.fn(() => Promise.resolve(success('a')));
    const shared = refreshed(load, 5_000, () => 0);
    await shared.read();
    shared.expire();
    await shared.read();
    await shared.read();
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('nothing was ever loaded: null, and a later load heals it', async () => {
    let clock = 0;
    let up = false;
    const shared = refreshed(
      (): Promise<Result<string>> => Promise.resolve(up ? success('here') : failure('server')),
      5_000,
      () => clock,
    );
    expect(await shared.read()).toBeNull();
    up = true;
    clock = 5_000;
    expect((await shared.read())?.value).toBe('here');
  });

  test('a slow source does not hold up a reader who can be served the old value', async () => {
    vi.useFakeTimers();
    try {
      let clock = 0;
      let answer = Promise.resolve(success('old'));
      const shared = refreshed(
        () => answer,
        5_000,
        () => clock,
      );
      await shared.read();
      answer = new Promise(() => {});
      clock = 10_000;
      const read = shared.read();
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await read)?.value).toBe('old');
    } finally {
      vi.useRealTimers();
    }
  });
});
