import { describe, expect, it, test } from 'vitest';
import { dropWish, keepWishes, MOST_WISHES, readWishList, writeWishList } from './wish-list.ts';

const [a, b, c] = ['sp-f0qpq3ez', 'sp-jgra0qrc', 'sp-mr22g4k4'] as const;

/** Ids of the right shape, each another. */
const many = (n: number) => Array.from({ length: n }, (_, at) => `sp-${String(at).padStart(8, '0')}`);

describe('a list of wishes', () => {
  it('is read as it was written', () => {
    expect(readWishList(writeWishList([a, b]))).toEqual([a, b]);
    expect(readWishList(`${a}.${a}`)).toEqual([a]);
  });

  test.each([
    undefined,
    '',
    '....',
    'sp-../../etc/passwd',
    '<script>',
    `${'x'.repeat(100_000)}`,
    '%00%ff',
    'ct-3zf3mef4',
    '[object Object]',
  ])('is empty for rubbish (%j)', (text) => expect(readWishList(text)).toEqual([]));

  it('keeps the latest first, each once, and no more than it holds', () => {
    expect(keepWishes([a], [b])).toEqual({ list: [b, a], outcome: 'kept' });
    expect(keepWishes([a], [a])).toEqual({ list: [a], outcome: 'known' });
    expect(keepWishes([a], [])).toEqual({ list: [a], outcome: 'nothing' });
    expect(keepWishes([a], [b, a, c])).toEqual({ list: [b, c, a], outcome: 'kept' });
    const full = readWishList(many(MOST_WISHES).join('.'));
    expect(full).toHaveLength(MOST_WISHES);
    expect(keepWishes(full, [a])).toEqual({ list: full, outcome: 'full' });
  });

  it('gives up one', () => {
    expect(dropWish([a, b], a)).toEqual({ list: [b], outcome: 'removed' });
    expect(dropWish([a], b)).toEqual({ list: [a], outcome: 'nothing' });
  });
});
