import { expect, it } from 'vitest';
import { isPlausiblePrice, LEAST_PRICE, MOST_PRICE, priceFault } from './sale-hold.ts';

it.each([LEAST_PRICE, 38_000, 295_000, MOST_PRICE])('takes %s ₫ for a price', (price) => {
  expect(isPlausiblePrice(price)).toBe(true);
});

it.each([0, -5_000, 295, 999, 38_000.5, MOST_PRICE + 1, Number.NaN, Infinity, '38000', null])(
  'takes %s for no price',
  (price) => {
    expect(isPlausiblePrice(price)).toBe(false);
  },
);

it.each([
  ['typed with a dot', 295, 295_000, 'implausible'],
  ['typed with a dot, the price being high', 2_950, 2_950_000, 'jump'],
  ['a zero too many', 2_950_000, 295_000, 'jump'],
  ['just within, up', 500_000, 100_000, null],
  ['just beyond, up', 500_001, 100_000, 'jump'],
  ['just within, down', 20_000, 100_000, null],
  ['just beyond, down', 19_999, 100_000, 'jump'],
  ['the first price', 295_000, null, null],
  ['a first price that none can be', 295, null, 'implausible'],
] as const)('%s', (_case, price, accepted, fault) => {
  expect(priceFault(price, accepted)).toBe(fault);
});

it('takes the factor that was set', () => {
  expect(priceFault(250_000, 100_000, 2)).toBe('jump');
  expect(priceFault(1_000_000, 100_000, 10)).toBeNull();
});
