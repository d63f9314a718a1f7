import { describe, expect, it, vi } from 'vitest';
import type { Found } from './found.ts';
import { emptyQuery } from './query.ts';
import { productSearch } from './search.server.ts';

const found = (total: number): Found => ({
  tiles: [],
  total,
  facets: { sale: [], stars: [], standing: [], group: [], set: [], province: [], producer: [], price: [] },
  loosened: false,
  understanding: null,
  isWide: false,
});
const small = { find: () => found(7) };
const query = { ...emptyQuery(), text: 'sen' };

describe('productSearch', () => {
  it('asks the search server first', async () => {
    const search = productSearch({
      server: { find: async () => found(3) },
      small: async () => small,
      now: () => 0,
    });
    expect(await search.find(query, 'vi', '2026-11-21')).toMatchObject({
      source: 'meilisearch',
      found: { total: 3 },
    });
  });

  it('answers from the small index while the server is away, and does not ask it again at once', async () => {
    let now = 0;
    const find = vi.fn(async () => Promise.reject(new Error('connection refused')));
    const search = productSearch({ server: { find }, small: async () => small, now: () => now });
    expect(await search.find(query, 'vi', '2026-11-21')).toMatchObject({
      source: 'small-index',
      found: { total: 7 },
    });
    await search.find(query, 'vi', '2026-11-21');
    expect(find).toHaveBeenCalledTimes(1);
    now = 6000;
    await search.find(query, 'vi', '2026-11-21');
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('works without a server configured, and says so when there is nothing at all', async () => {
    const without = productSearch({ server: null, small: async () => small, now: () => 0 });
    expect(await without.find(query, 'vi', '2026-11-21')).toMatchObject({ ok: true, source: 'small-index' });
    const nothing = productSearch({ server: null, small: async () => null, now: () => 0 });
    expect(await nothing.find(query, 'vi', '2026-11-21')).toEqual({
      ok: false,
      reason: 'unavailable',
      query,
    });
    const broken = productSearch({
      server: null,
      small: () => Promise.reject(new Error('bad file')),
      now: () => 0,
    });
    expect(await broken.find(query, 'vi', '2026-11-21')).toMatchObject({ ok: false });
  });

  it('answers a page too far with the last one', async () => {
    const find = vi.fn(async () => found(50));
    const search = productSearch({ server: { find }, small: async () => null, now: () => 0 });
    const outcome = await search.find({ ...query, page: 40 }, 'vi', '2026-11-21');
    expect(outcome?.query.page).toBe(3);
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('does not blame the server for a search that was called off', async () => {
    const gone = AbortSignal.abort();
    const find = vi.fn(async () => Promise.reject(new Error('aborted')));
    const search = productSearch({ server: { find }, small: async () => small, now: () => 0 });
    expect(await search.find(query, 'vi', '2026-11-21', gone)).toBeNull();
    expect(find).not.toHaveBeenCalled();
    await search.find(query, 'vi', '2026-11-21');
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('answers nothing, and looks nowhere else, once it is called off on its way', async () => {
    const typing = new AbortController();
    const state = { name: 'search', failing: false, works: vi.fn(), fails: vi.fn() };
    const inSmall = vi.fn(async () => small);
    const find = () =>
      new Promise<Found>((_, reject) => {
        typing.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    const search = productSearch({ server: { find }, small: inSmall, now: () => 0, state });
    const answer = search.find(query, 'vi', '2026-11-21', typing.signal);
    typing.abort();
    expect(await answer).toBeNull();
    expect(inSmall).not.toHaveBeenCalled();
    expect(state.fails).not.toHaveBeenCalled();
  });

  it('tells when the search server fails and when it works', async () => {
    const state = { name: 'search', failing: false, works: vi.fn(), fails: vi.fn() };
    let up = false;
    const find = async () => (up ? found(3) : Promise.reject(new Error('connection refused')));
    let now = 0;
    const search = productSearch({ server: { find }, small: async () => small, now: () => now, state });
    await search.find(query, 'vi', '2026-11-21');
    expect([state.fails.mock.calls.length, state.works.mock.calls.length]).toEqual([1, 0]);
    up = true;
    now = 6_000;
    await search.find(query, 'vi', '2026-11-21');
    expect([state.fails.mock.calls.length, state.works.mock.calls.length]).toEqual([1, 1]);
  });
});
