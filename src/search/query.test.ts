import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyQuery,
  facetKeys,
  isBare,
  MAX_PAGE,
  MAX_TEXT,
  parameters,
  parseQuery,
  priceBandOf,
  priceBands,
  toggled,
  writeQuery,
} from './query.ts';

const parse = (query: string) => parseQuery(new URLSearchParams(query));

describe('parseQuery', () => {
  it('reads every part of a search', () => {
    const { query, ignored } = parse(
      'q=gốm+sen&nguyen-van=1&ban=in-stock&sao=4&sao=3&chung-nhan=valid&nhom=do-uong&bo=che&tinh=bac-ninh&chu-the=htx-a&gia=100-200&xep=price-up&trang=3',
    );
    expect(ignored).toEqual([]);
    expect(query).toEqual({
      text: 'gốm sen',
      literal: true,
      facets: {
        sale: ['in-stock'],
        stars: ['3', '4'],
        standing: ['valid'],
        group: ['do-uong'],
        set: ['che'],
        province: ['bac-ninh'],
        producer: ['htx-a'],
        price: ['100-200'],
      },
      sort: 'price-up',
      page: 3,
    });
  });

  it('falls back to defaults and names what made no sense', () => {
    const { query, ignored } = parse(
      'q=sen&sao=2&sao=3&nhom="] OR 1&xep=foo&trang=-1&chung-nhan=good&gia=free',
    );
    expect(query).toEqual({ ...emptyQuery(), text: 'sen', facets: { ...emptyQuery().facets, stars: ['3'] } });
    expect(new Set(ignored)).toEqual(new Set(['sao', 'nhom', 'xep', 'trang', 'chung-nhan', 'gia']));
  });

  it('passes over empty fields of a form and unknown parameters in silence', () => {
    expect(parse('q=&sao=&xep=&trang=&utm_source=zalo').ignored).toEqual([]);
    expect(isBare(parse('q=+&xep=relevance').query)).toBe(true);
  });

  it('keeps text to one line of bounded length', () => {
    expect(parse(`q=${encodeURIComponent('a\u0000b\n\tc\u200b d')}`).query.text).toBe('a b c d');
    expect(parse(`q=${'ơ'.repeat(500)}`).query.text).toHaveLength(MAX_TEXT);
    expect(parse('trang=2001').query.page).toBe(1);
    expect(parse(`trang=${MAX_PAGE}`).query.page).toBe(MAX_PAGE);
  });

  it('composes decomposed marks', () => {
    expect(parse(`q=${encodeURIComponent('nước'.normalize('NFD'))}`).query.text).toBe('nước');
  });

  it('never throws, and what it writes reads back the same', () => {
    const name = fc.constantFrom(...Object.values(parameters), 'x');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('3', '5', 'valid', 'bac-ninh', '0-100', 'name', '7', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 30 }), (pairs) => {
        const { query } = parseQuery(new URLSearchParams(pairs));
        const again = parseQuery(new URLSearchParams(writeQuery(query)));
        expect(again).toEqual({ query, ignored: [] });
      }),
    );
  });
});

describe('toggled', () => {
  it('adds and takes away a value and goes back to the first page', () => {
    const start = { ...emptyQuery(), text: 'sen', page: 4 };
    const chosen = toggled(toggled(start, 'stars', '4'), 'stars', '3');
    expect(chosen.facets.stars).toEqual(['3', '4']);
    expect(chosen.page).toBe(1);
    expect(toggled(toggled(chosen, 'stars', '4'), 'stars', '3')).toEqual({ ...start, page: 1 });
    expect(facetKeys.every((key) => start.facets[key].length === 0)).toBe(true);
  });
});

describe('priceBandOf', () => {
  it('puts every price in exactly one range', () => {
    fc.assert(
      fc.property(fc.nat(), (price) => {
        const fitting = priceBands.filter(
          ({ from, to }) => from !== null && price >= from && (to === null || price < to),
        );
        expect(fitting.map((band) => band.key)).toEqual([priceBandOf(price)]);
      }),
    );
    expect(priceBandOf(null)).toBe('none');
    expect(priceBandOf(99_999)).toBe('0-100');
    expect(priceBandOf(100_000)).toBe('100-200');
  });
});
