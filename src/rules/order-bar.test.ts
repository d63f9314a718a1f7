import { describe, expect, it } from 'vitest';
import { isAlcohol, orderBar } from './order-bar.ts';
import { productSets } from './taxonomy.ts';

describe('isAlcohol', () => {
  it('goes by the family of the product set: 14 and 15 of the 26', () => {
    const sets = productSets.filter(({ no }) => isAlcohol({ set: no, notices: [] })).map(({ no }) => no);
    expect(sets).toEqual([14, 15]);
  });

  it('believes the mark of the record in any other set, and no other mark', () => {
    expect(isAlcohol({ set: 18, notices: ['functional-food', 'alcohol'] })).toBe(true);
    expect(isAlcohol({ set: null, notices: ['alcohol'] })).toBe(true);
    expect(isAlcohol({ set: 18, notices: ['functional-food'] })).toBe(false);
  });

  it('judges nothing of goods whose set is not known', () => {
    for (const set of [null, 0, 27, -1, 14.5, Number.NaN])
      expect(isAlcohol({ set, notices: [] })).toBe(false);
  });
});

describe('orderBar', () => {
  const spirit = { set: 14, notices: ['alcohol'] };

  it('keeps alcohol from an order that is paid in cash', () => {
    expect(orderBar(spirit)).toBe('alcohol');
    expect(orderBar(spirit, ['cash-on-delivery'])).toBe('alcohol');
    expect(orderBar(spirit, [])).toBe('alcohol');
    expect(orderBar({ set: 9, notices: [] })).toBeNull();
  });

  it('lets it through once there is a way without cash', () => {
    expect(orderBar(spirit, ['cash-on-delivery', 'bank-transfer'])).toBeNull();
  });
});
