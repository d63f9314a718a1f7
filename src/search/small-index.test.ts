import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@ocop/rules/date';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchDocuments } from './document.ts';
import { emptyQuery, PAGE_SIZE, type SearchQuery } from './query.ts';
import { buildSmallIndex, DOCUMENTS_FILE, smallIndex, type SmallIndex } from './small-index.server.ts';
import { shop, shopDay } from './testing/shop.ts';

let index: SmallIndex;

beforeAll(async () => {
  index = await buildSmallIndex(searchDocuments(shop(), shopDay));
});

function found(text: string, more: Partial<SearchQuery> = {}, today = shopDay) {
  return index.find({ ...emptyQuery(), text, ...more }, { lang: 'vi', today });
}

const names = (text: string) => found(text).tiles.map((tile) => tile.name.vi);
const narrowed = (facets: Partial<SearchQuery['facets']>) => ({
  facets: { ...emptyQuery().facets, ...facets },
});

describe('the small index', () => {
  it.each([
    ['mơ', 'Rượu mơ Yên Tử'],
    ['mow', 'Rượu mơ Yên Tử'],
    ['nuoc mam sa sung', 'Nước mắm sá sùng'],
    ['nuowcs mawms', 'Nước mắm sá sùng'],
    ['nu7o7c1 ma8m1', 'Nước mắm sá sùng'],
    ['nuocmam', 'Nước mắm sá sùng'],
    ['gom hoa sen', 'Bình gốm họa cảnh hoa sen'],
    ['fish sauce', 'Nước mắm sá sùng'],
    ['silk', 'Lụa tơ tằm Nha Xá'],
    ['tương', 'Tương Bần'],
    ['lụa', 'Lụa tơ tằm Nha Xá'],
  ])('finds %s', (text, first) => {
    expect(names(text)[0]).toBe(first);
  });

  it('shows partial matches only when nothing matches in full', () => {
    expect(found('nước mắm').loosened).toBe(false);
    expect(found('nước mắm Phú Quốc')).toMatchObject({ loosened: true });
    expect(found('zzzz')).toMatchObject({ loosened: false, total: 0 });
  });

  it('counts a facet as if nothing of it were chosen, and the others as narrowed', () => {
    const all = found('').facets;
    const three = found('', narrowed({ stars: ['3'] }));
    expect(three.facets.stars).toEqual(all.stars);
    expect(three.total).toBe(all.stars.find((count) => count.value === '3')?.count);
    expect(three.facets.standing.map((count) => count.value)).not.toContain('none');
    expect(all.province.find((count) => count.value === 'bac-ninh')?.name?.vi).toBe('Bắc Ninh');
  });

  it('does not list stars that ended since the build', () => {
    expect(found('', narrowed({ stars: ['5'] })).total).toBe(1);
    expect(found('', narrowed({ stars: ['5'] }), addDays(shopDay, 400)).total).toBe(0);
  });

  it('keeps products without a price last in both orders', () => {
    for (const sort of ['price-up', 'price-down'] as const) {
      const last = found('', { sort, page: 2 }).tiles;
      expect(last.map((tile) => tile.offer)).toEqual([null, null]);
    }
    const prices = found('', { sort: 'price-up' }).tiles.map((tile) => tile.offer?.packs[0]?.price ?? 0);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  it('pages without gaps or repeats', () => {
    const total = found('').total;
    const slugs = [1, 2].flatMap((page) => found('', { page }).tiles.map((tile) => tile.slug));
    expect(slugs).toHaveLength(total);
    expect(new Set(slugs).size).toBe(total);
    expect(total).toBeGreaterThan(PAGE_SIZE);
  });
});

describe('smallIndex', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'small-index-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('answers null without a build, and reads a new build again', async () => {
    expect(await smallIndex(folder)).toBeNull();
    const file = join(folder, DOCUMENTS_FILE);
    const documents = searchDocuments(shop(), shopDay);
    await writeFile(file, JSON.stringify(documents));
    const first = await smallIndex(folder);
    expect(await smallIndex(folder)).toBe(first);
    await writeFile(file, JSON.stringify(documents.slice(0, 3)));
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    const second = await smallIndex(folder);
    expect(second?.find(emptyQuery(), { lang: 'vi', today: shopDay }).total).toBe(3);
  });
});
