import { expect, it } from 'vitest';
import { hasTooManyStamps, stampsAllowed } from './lot-allowance.ts';

it.each([
  [1, 6],
  [40, 45],
  [100, 105],
  [101, 107],
  [10_000, 10_500],
])('a lot of %i packs may have %i stamps in use', (quantity, most) => {
  expect(stampsAllowed(quantity)).toBe(most);
  expect(hasTooManyStamps({ quantity, live: most })).toBe(false);
  expect(hasTooManyStamps({ quantity, live: most + 1 })).toBe(true);
});
