import { describe, expect, it } from 'vitest';
import { pageParam, slices } from './catalogue.ts';

describe('slices', () => {
  it('cuts a list into pages without losing or repeating anything', () => {
    const list = Array.from({ length: 97 }, (_, index) => index);
    const pages = slices(list);
    expect(pages.map(({ items }) => items.length)).toEqual([48, 48, 1]);
    expect(pages.flatMap(({ items }) => items)).toEqual(list);
    expect(pages[2]).toMatchObject({ page: 3, pages: 3, total: 97 });
    // What every page prints is the whole list.
    expect(pages[2]?.whole).toHaveLength(97);
  });

  it('keeps one page for an empty list and no second for a full one', () => {
    expect(slices([])).toEqual([{ page: 1, pages: 1, total: 0, items: [], whole: [] }]);
    expect(slices(Array.from({ length: 48 }, () => 0))).toHaveLength(1);
  });
});

describe('pageParam', () => {
  it('names every page but the first', () => {
    expect(pageParam(1)).toBeUndefined();
    expect(pageParam(2)).toBe('trang/2');
  });
});
