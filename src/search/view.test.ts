import { addDays } from '@ocop/rules/date';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchDocuments } from './document.ts';
import { parseQuery } from './query.ts';
import { buildSmallIndex, type SmallIndex } from './small-index.server.ts';
import { shop, shopDay } from './testing/shop.ts';
import { searchView, type ViewContext } from './view.ts';

let index: SmallIndex;

beforeAll(async () => {
  index = await buildSmallIndex(searchDocuments(shop(), shopDay));
});

function view(params: string, more: Partial<ViewContext> = {}) {
  const asked = parseQuery(new URLSearchParams(params));
  const lang = more.lang ?? 'vi';
  const found = index.find(asked.query, { lang, today: shopDay });
  return searchView(
    { ok: true, source: 'meilisearch', query: asked.query, found },
    { lang, today: shopDay, asked, offerNow: () => null, photo: () => null, ...more },
  );
}

describe('searchView', () => {
  it('says how much was found', () => {
    expect(view('q=sá sùng').status).toBe('1 sản phẩm cho “sá sùng”');
    expect(view('q=silk', { lang: 'en' }).status).toBe('1 product for “silk”');
    expect(view('trang=2').status).toBe('26 sản phẩm, trang 2 trên 2');
  });

  it('shows a badge by the day of reading, not of indexing', () => {
    expect(view('q=sá sùng').tiles[0]?.badge).toMatchObject({ stars: 5, words: 'OCOP 5 sao' });
    expect(view('q=sá sùng', { today: addDays(shopDay, 400) }).tiles[0]?.badge).toBeNull();
    expect(view('q=mỡ gà').tiles[0]?.badge).toBeNull();
  });

  it('shows the price and stock of this moment where they are known', () => {
    const [tile] = view('q=sá sùng').tiles;
    expect(tile).toMatchObject({ price: { words: '250.000\u00a0₫', sample: 'dữ liệu mẫu' }, stock: null });
    const soldOut = view('q=sá sùng', { offerNow: () => ({ price: 260_000, available: 0 }) }).tiles[0];
    expect(soldOut).toMatchObject({ price: { words: '260.000\u00a0₫' }, stock: 'Tạm hết hàng' });
    const recalled = { price: 260_000, available: 0, held: 'recall' as const };
    expect(view('q=sá sùng', { offerNow: () => recalled }).tiles[0]?.stock).toBe(
      'Tạm dừng bán: đang thu hồi',
    );
    const low = view('q=sá sùng', { offerNow: () => ({ price: 260_000, available: 2 }) }).tiles[0];
    expect(low?.stock).toBe('Chỉ còn 2');
    const uncounted = view('q=sá sùng', { offerNow: () => ({ price: 1000, available: null }) }).tiles[0];
    expect(uncounted?.stock).toBeNull();
  });

  it('shows what was read into the text, each part with a link that takes it back', () => {
    const { understood, facets, chips } = view('q=rượu 4 sao còn hạn');
    expect(understood?.chips.map(({ label, href }) => [label, href])).toEqual([
      ['4 sao', '/tim-kiem?q=r%C6%B0%E1%BB%A3u+c%C3%B2n+h%E1%BA%A1n'],
      ['Công nhận còn hiệu lực', '/tim-kiem?q=r%C6%B0%E1%BB%A3u+4+sao'],
    ]);
    expect(chips).toEqual([]);
    const stars = facets.find(({ key }) => key === 'stars');
    expect(stars?.options.find(({ value }) => value === '4')).toMatchObject({ chosen: true, byText: true });
    const literal = view('q=rượu 4 sao&nguyen-van=1');
    expect(literal.understood).toBeNull();
    expect(literal.chips.map(({ href }) => href)).toEqual(['/tim-kiem?q=r%C6%B0%E1%BB%A3u+4+sao']);
  });

  it('says that one and two stars do not exist, and that a barcode was mistyped', () => {
    expect(view('q=2 sao').notes).toHaveLength(1);
    expect(view('q=2 sao').tiles).toEqual([]);
    expect(view('q=9506000011333').notes).toHaveLength(1);
  });

  it('names sample data', () => {
    expect(view('q=sá sùng').sample?.label).toBe('Dữ liệu mẫu');
    expect(view('q=zzzz').sample).toBeNull();
  });

  it('gives every chosen value a chip that takes it away, and one for all', () => {
    const { chips, clear } = view('q=rượu&nhom=do-uong&sao=4');
    expect(chips.map((chip) => [chip.label, chip.href])).toEqual([
      ['4 sao', '/tim-kiem?q=r%C6%B0%E1%BB%A3u&nhom=do-uong'],
      ['Đồ uống', '/tim-kiem?q=r%C6%B0%E1%BB%A3u&sao=4'],
    ]);
    expect(clear?.href).toBe('/tim-kiem?q=r%C6%B0%E1%BB%A3u');
    expect(view('q=rượu').clear).toBeNull();
  });

  it('keeps a chosen value in sight even where it leaves nothing', () => {
    const { facets, empty } = view('q=zzzz&tinh=dao-xa');
    expect(facets.find((facet) => facet.key === 'province')?.options).toEqual([
      { value: 'dao-xa', label: 'dao xa', count: 0, chosen: true, byText: false },
    ]);
    expect(empty?.links[0]?.href).toBe('/tim-kiem?q=zzzz');
  });

  it('leaves out facets that every result shares', () => {
    expect(view('q=silk').facets).toEqual([]);
    expect(view('').facets.map((facet) => facet.key)).toContain('province');
  });

  it('tells of parameters it could not read, of partial matches and of the small index', () => {
    expect(view('xep=foo').notes).toHaveLength(1);
    expect(view('q=nước mắm Phú Quốc').notes[0]).toContain('khớp một phần');
    const asked = parseQuery(new URLSearchParams('q=sen'));
    const found = index.find(asked.query, { lang: 'vi', today: shopDay });
    const context = { lang: 'vi', today: shopDay, asked, offerNow: () => null, photo: () => null } as const;
    const away = searchView({ ok: true, source: 'small-index', query: asked.query, found }, context);
    expect(away.notes[0]).toContain('Máy tìm kiếm đang nghỉ');
    const nothing = searchView({ ok: false, reason: 'unavailable', query: asked.query }, context);
    expect(nothing.empty?.links.map((link) => link.href)).toEqual(['/san-pham', '/chu-the']);
  });

  it('links pages with the whole search', () => {
    expect(view('xep=name').pages).toEqual({
      previous: null,
      next: { href: '/tim-kiem?xep=name&trang=2', label: 'Trang sau' },
      here: 'trang 1 trên 2',
    });
    expect(view('q=silk').pages).toBeNull();
  });
});
