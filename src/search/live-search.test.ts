import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveSearch } from './live-search.ts';

const page = { lang: 'vi', action: '/tim-kiem' } as const;
const events = { onStart: vi.fn(), onAnswer: vi.fn(), onFailure: vi.fn() };
const replaceState = vi.fn();
const answerTo = (text: string) => Response.json({ fields: [['q', text]] });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('history', { state: null, replaceState });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

describe('liveSearch', () => {
  it('waits for a rest in typing and asks once', async () => {
    const fetched = vi.fn(async () => answerTo('se'));
    vi.stubGlobal('fetch', fetched);
    const live = liveSearch(page, events);
    live.ask([['q', 's']], 180);
    await vi.advanceTimersByTimeAsync(100);
    live.ask([['q', 'se']], 180);
    await vi.advanceTimersByTimeAsync(400);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledWith('/api/search?lang=vi&q=se', expect.anything());
    expect(events.onAnswer).toHaveBeenCalledTimes(1);
    expect(replaceState).toHaveBeenCalledWith(null, '', '/tim-kiem?q=se');
  });

  it('takes an older question back and never shows its answer', async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
      const turn = signals.push(signal);
      return new Promise<Response>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        setTimeout(() => resolve(answerTo(`${turn}`)), turn === 1 ? 1000 : 10);
      });
    });
    const live = liveSearch(page, events);
    live.ask([['q', '1']], 0);
    await vi.advanceTimersByTimeAsync(1);
    live.ask([['q', '2']], 0);
    await vi.advanceTimersByTimeAsync(2000);
    expect(signals[0]?.aborted).toBe(true);
    expect(events.onAnswer.mock.calls).toEqual([[{ fields: [['q', '2']] }]]);
    expect(events.onFailure).not.toHaveBeenCalled();
  });

  it('says when an answer cannot be had', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 502 }));
    const live = liveSearch(page, events);
    live.ask([['q', 'sen']], 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(events.onFailure).toHaveBeenCalledTimes(1);
    expect(replaceState).not.toHaveBeenCalled();
  });
});
