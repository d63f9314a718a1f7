import { describe, expect, it } from 'vitest';
import { boxesLeft, packsBeside, piecesAskedFor, shortagesOf, type StockDraw } from './gift-box.ts';

const draw = (item: string, pieces: number, left: number): StockDraw => ({ item, sku: item, pieces, left });

describe('how many boxes are left', () => {
  it('is what the scarcest part allows', () => {
    expect(boxesLeft([draw('X', 3, 5), draw('Y', 1, 9)])).toBe(1);
    expect(boxesLeft([draw('X', 2, 8), draw('Y', 3, 9)])).toBe(3);
  });

  it('is none without parts, and none where staff wrote less than nothing', () => {
    expect(boxesLeft([])).toBe(0);
    expect(boxesLeft([draw('X', 1, -4)])).toBe(0);
  });
});

describe('what the lines of a cart ask for', () => {
  const gift = { quantity: 1, draws: [draw('X', 3, 5), draw('Y', 1, 9)] };
  const single = { quantity: 3, draws: [draw('X', 1, 5)] };

  it('is added up over all of them', () => {
    expect(piecesAskedFor([gift, single])).toEqual(new Map([['X', 6], ['Y', 1]])); // prettier-ignore
  });

  it('is short where each line alone would be had', () => {
    expect(shortagesOf([gift])).toEqual([]);
    expect(shortagesOf([single])).toEqual([]);
    expect(shortagesOf([gift, single])).toEqual([{ item: 'X', sku: 'X', asked: 6, left: 5 }]);
    expect(shortagesOf([gift, { ...single, quantity: 2 }])).toEqual([]);
  });

  it('leaves of each line what the others do not take', () => {
    expect(packsBeside(single.draws, [gift])).toBe(2);
    expect(packsBeside(gift.draws, [single])).toBe(0);
  });
});
