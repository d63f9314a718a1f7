import { Meilisearch } from 'meilisearch';
import { addDays } from '@ocop/rules/date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDEX } from '../../src/search/definition.ts';
import { searchDocuments } from '../../src/search/document.ts';
import { ensureSearchKey } from '../../src/search/key.server.ts';
import { searchServer, type SearchServer } from '../../src/search/meili.server.ts';
import { emptyQuery, PAGE_SIZE, sortKeys, type SearchQuery } from '../../src/search/query.ts';
import { buildSmallIndex } from '../../src/search/small-index.server.ts';
import { SearchSyncError, syncSearch, type SyncProgress } from '../../src/search/sync.server.ts';
import { shop, shopDay } from '../../src/search/testing/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const masterKey = stack.env.MEILI_API_KEY ?? '';
const index = `${INDEX}-test-${process.pid}`;
const target = { url: stack.meiliUrl, key: masterKey, index, today: shopDay };
const client = new Meilisearch({ host: stack.meiliUrl, apiKey: masterKey });
const small = await buildSmallIndex(searchDocuments(shop(), shopDay));

let server: SearchServer;

beforeAll(async () => {
  await syncSearch(shop(), target);
  server = searchServer(stack.meiliUrl, await ensureSearchKey(stack.meiliUrl, masterKey), index);
});

afterAll(async () => {
  await client.deleteIndex(index).waitTask();
});

function search(text: string, more: Partial<SearchQuery> = {}, today = shopDay) {
  return server.find({ ...emptyQuery(), text, ...more }, { lang: 'vi', today });
}

async function names(text: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
  return (await search(text, more)).tiles.map((tile) => tile.name.vi);
}

const facets = (chosen: Partial<SearchQuery['facets']>) => ({
  facets: { ...emptyQuery().facets, ...chosen },
});

describe('words', () => {
  it('puts agreeing marks before everything else', async () => {
    const found = await names('mơ');
    expect(found[0]).toBe('Rượu mơ Yên Tử');
    expect(found.slice(1)).toEqual(expect.arrayContaining(['Mỡ gà', 'Mỡ lợn muối']));
    expect((await names('mỡ')).slice(0, 2).toSorted()).toEqual(['Mỡ gà', 'Mỡ lợn muối']);
    expect((await names('tương'))[0]).toBe('Tương Bần');
    expect((await names('tượng')).slice(0, 2).toSorted()).toEqual(['Bộ tượng Tam Đa', 'Tượng con Voi']);
    expect((await names('lụa'))[0]).toBe('Lụa tơ tằm Nha Xá');
  });

  it.each([
    ['nuoc mam sa sung', 'Nước mắm sá sùng'],
    ['nuowcs mawms', 'Nước mắm sá sùng'],
    ['nu7o7c1 ma8m1', 'Nước mắm sá sùng'],
    ['nuowc mam', 'Nước mắm sá sùng'],
    ['mow', 'Rượu mơ Yên Tử'],
    ['nuocmam', 'Nước mắm sá sùng'],
    ['nuocmam sasung', 'Nước mắm sá sùng'],
    ['gom hoa sen', 'Bình gốm họa cảnh hoa sen'],
    ['fish sauce', 'Nước mắm sá sùng'],
    ['silk', 'Lụa tơ tằm Nha Xá'],
    ['pottery vase', 'Bình gốm họa cảnh hoa sen'],
    ['ceramics vase', 'Bình gốm họa cảnh hoa sen'],
    ['thịt heo', 'Mỡ lợn muối'],
    ['rượu m', 'Rượu mơ Yên Tử'],
    ['mushrom', 'Mộc nhĩ'],
  ])('finds "%s"', async (text, first) => {
    expect((await names(text))[0]).toBe(first);
  });

  it('finds by place, also by a district that is gone', async () => {
    expect(await names('huyện Ý Yên, Nam Định')).toContain('Lụa tơ tằm Nha Xá');
    expect(await names('que vo')).toContain('Niêu kho cá');
  });

  it('does not take English for a kind of meat or cloth', async () => {
    expect(await names('chicken')).not.toContain('Nấm đùi gà');
    expect(await names('silk')).not.toContain('Rượu trắng Hương Lúa');
  });

  it('loosens only when nothing matches in full, and says so', async () => {
    expect(await search('nước mắm Phú Quốc')).toMatchObject({ loosened: true });
    expect(await search('nước mắm')).toMatchObject({ loosened: false });
    expect(await search('zzzzzz')).toMatchObject({ loosened: false, total: 0, tiles: [] });
  });

  it.each(['"', '-', '"nước -mắm', '\ud800', '🪷', '% _ \\', 'a'.repeat(120)])(
    'survives %j',
    async (text) => {
      expect((await search(text)).total).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('facets', () => {
  it('counts what the small index counts, narrowed or not', async () => {
    const cases = [
      {},
      facets({ stars: ['3'] }),
      facets({ province: ['bac-ninh', 'quang-ninh'], price: ['0-100'] }),
      facets({ standing: ['expired'], group: ['do-uong'] }),
    ];
    const sorted = (counts: object[]) => counts.map((count) => JSON.stringify(count)).toSorted();
    for (const chosen of cases) {
      const found = await search('', chosen);
      const expected = small.find({ ...emptyQuery(), ...chosen }, { lang: 'vi', today: shopDay });
      expect(found.total).toBe(expected.total);
      for (const [key, counts] of Object.entries(expected.facets)) {
        expect(sorted(found.facets[key as keyof typeof found.facets]), key).toEqual(sorted(counts));
      }
    }
  });

  it('lists each product once though two spellings find it', async () => {
    const { total, tiles, facets: counts } = await search('nước');
    expect(new Set(tiles.map((tile) => tile.slug)).size).toBe(tiles.length);
    expect(total).toBe(tiles.length);
    expect(counts.group.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it('does not list stars that ended since the index was made', async () => {
    const five = facets({ stars: ['5'] });
    expect((await search('', five)).total).toBe(1);
    expect((await search('', five, addDays(shopDay, 400))).total).toBe(0);
  });
});

describe('order and pages', () => {
  it.each(sortKeys)('orders by %s as the small index does', async (sort) => {
    if (sort === 'relevance') return;
    for (const page of [1, 2]) {
      const found = await search('', { sort, page });
      const expected = small.find({ ...emptyQuery(), sort, page }, { lang: 'vi', today: shopDay });
      expect(found.tiles.map((tile) => tile.slug)).toEqual(expected.tiles.map((tile) => tile.slug));
    }
  });

  it('orders what words found, in every spelling', async () => {
    const prices = (await search('rượu', { sort: 'price-up' })).tiles.map(
      (tile) => tile.offer?.packs[0]?.price,
    );
    expect(prices).toEqual([70_000, 180_000]);
  });

  it('pages without gaps or repeats', async () => {
    const first = await search('');
    const second = await search('', { page: 2 });
    const slugs = [...first.tiles, ...second.tiles].map((tile) => tile.slug);
    expect(first.tiles).toHaveLength(PAGE_SIZE);
    expect(new Set(slugs).size).toBe(first.total);
    expect(second.total).toBe(first.total);
  });
});

describe('syncSearch', () => {
  it('changes nothing the second time', async () => {
    const steps: SyncProgress[] = [];
    const report = await syncSearch(shop(), target, (progress) => steps.push(progress));
    expect(report).toEqual({ total: 26, written: 0, removed: 0, settingsChanged: false });
    expect(steps.every(({ total }) => total === 0)).toBe(true);
  });

  it('sends what changed, removes what left, and can be searched at once', async () => {
    const other = { ...target, index: `${index}-moving` };
    await syncSearch(shop(4), other);
    const first = await syncSearch(shop(), other);
    expect(first).toEqual({ total: 26, written: 0, removed: 4, settingsChanged: false });
    const later = await syncSearch(shop(), { ...other, today: addDays(shopDay, 400) });
    expect(later.removed).toBe(0);
    expect(later.written).toBeGreaterThan(0);
    expect(later.written).toBeLessThan(26);
    const key = await ensureSearchKey(stack.meiliUrl, masterKey);
    const found = await searchServer(stack.meiliUrl, key, other.index).find(
      { ...emptyQuery(), ...facets({ stars: ['5'] }) },
      { lang: 'vi', today: shopDay },
    );
    expect(found.total).toBe(0);
    await client.deleteIndex(other.index).waitTask();
  });

  it('keeps every beginning of a word through later additions', async () => {
    const other = { ...target, index: `${index}-growing` };
    await syncSearch(shop(), other);
    await syncSearch(shop(1500), other);
    const growing = searchServer(
      stack.meiliUrl,
      await ensureSearchKey(stack.meiliUrl, masterKey),
      other.index,
    );
    for (const [text, name] of [
      ['ru', /^Rượu/],
      ['t', /(^| )[Tt]/],
      ['rượu m', /^Rượu mơ/],
    ] as const) {
      const expected = shop(1500).products.filter((product) => name.test(product.name.vi)).length;
      const { total } = await growing.find({ ...emptyQuery(), text }, { lang: 'vi', today: shopDay });
      expect(total, text).toBeGreaterThanOrEqual(expected);
    }
    await client.deleteIndex(other.index).waitTask();
  });

  it('names the step and the reason when the server refuses', async () => {
    const refused = syncSearch(shop(), { ...target, index: 'not a name' });
    await expect(refused).rejects.toThrow(/is not a valid index uid/);
    expect(new SearchSyncError('documents', 'disk full').message).toContain('disk full');
  });
});

describe('ensureSearchKey', () => {
  it('gives the same key every time, and that key can only search', async () => {
    const key = await ensureSearchKey(stack.meiliUrl, masterKey);
    expect(await ensureSearchKey(stack.meiliUrl, masterKey)).toBe(key);
    const searching = new Meilisearch({ host: stack.meiliUrl, apiKey: key });
    await expect(searching.index(index).getDocuments()).rejects.toThrow(/API key is invalid/);
    await expect(searching.deleteIndex(index)).rejects.toThrow(/API key is invalid/);
    await expect(searching.index('another').search('')).rejects.toThrow(/authorized indexes/);
  });

  it('fails where the key is refused', async () => {
    await expect(ensureSearchKey(stack.meiliUrl, 'wrong')).rejects.toThrow(/API key is invalid/);
  });
});
