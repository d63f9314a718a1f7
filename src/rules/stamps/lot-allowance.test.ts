import { expect, it, test } from 'vitest';
import { hasTooManyStamps, stampsAllowed } from './lot-allowance.ts';
import { activate, type LotFacts, type RangeFacts, type StampSpan } from './stamp-life-cycle.ts';

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

test('activating refuses more stamps than the lot has packs, beyond a few to spare, unless a reason is given', () => {
  const many: RangeFacts = {
    state: 'printed',
    count: 60,
    product: 'mam-ruoc',
    lot: null,
    gtin: null,
    spans: [],
  };
  const lot: LotFacts = {
    code: 'L1',
    product: 'mam-ruoc',
    gtin: null,
    recalled: false,
    quantity: 40,
    live: 0,
  };
  expect(activate(many, lot, {}, [], false)).toEqual({
    ok: false,
    reason: 'more-than-lot',
    quantity: 40,
    live: 0,
    count: 60,
  });
  expect(activate(many, lot, { last: 44 }, [], false)).toMatchObject({ ok: true, beyond: false });
  expect(activate(many, { ...lot, live: 36 }, { last: 8 }, [], false)).toMatchObject({ ok: true });
  expect(activate(many, { ...lot, live: 37 }, { last: 8 }, [], false)).toMatchObject({
    reason: 'more-than-lot',
  });
  expect(activate(many, lot, {}, [], false, true)).toMatchObject({ ok: true, beyond: true });
  // What is voided wears no pack.
  const spans: StampSpan[] = [{ first: 0, last: 19, kind: 'voided' }];
  expect(activate({ ...many, spans }, lot, {}, [], false)).toMatchObject({ ok: true, beyond: false });
});
