import { describe, expect, test } from 'vitest';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { availabilityDifference } from './availability.ts';

function current(...offers: [sku: string, price: number, available: number | null][]) {
  return new Map<string, CurrentOffer>(
    offers.map(([sku, price, available]) => [sku, { sku, variantId: `v-${sku}`, price, available }]),
  );
}

const baked = new Map([
  ['CHE-500', { price: 120_000 }],
  ['MAM-330', { price: 65_000 }],
]);

describe('what differs from the built pages', () => {
  test('nothing, when Medusa sells the same at the same price with stock enough', () => {
    const now = current(['CHE-500', 120_000, 6], ['MAM-330', 65_000, null]);
    expect(availabilityDifference(baked, now, 'T')).toEqual({
      at: 'T',
      soldOut: [],
      low: {},
      changed: {},
      held: {},
    });
  });

  test.each([
    [0, ['CHE-500'], {}],
    [-3, ['CHE-500'], {}],
    [1, [], { 'CHE-500': 1 }],
    [5, [], { 'CHE-500': 5 }],
    [6, [], {}],
  ])('%i pieces left', (left, soldOut, low) => {
    const now = current(['CHE-500', 120_000, left], ['MAM-330', 65_000, 100]);
    expect(availabilityDifference(baked, now, null)).toMatchObject({ soldOut, low });
  });

  test('a changed price is told even when few are left or none', () => {
    const now = current(['CHE-500', 130_000, 2], ['MAM-330', 60_000, 0]);
    expect(availabilityDifference(baked, now, null)).toEqual({
      at: null,
      soldOut: ['MAM-330'],
      low: { 'CHE-500': 2 },
      changed: { 'CHE-500': 130_000, 'MAM-330': 60_000 },
      held: {},
    });
  });

  test('a pack that left Medusa is sold out; a pack the pages do not know is left out', () => {
    const now = current(['MAM-330', 65_000, 9], ['NEW-1', 1, 1]);
    expect(availabilityDifference(baked, now, null)).toEqual({
      at: null,
      soldOut: ['CHE-500'],
      low: {},
      changed: {},
      held: {},
    });
  });

  test('a pack that is held is sold out, and why is told beside it', () => {
    const now = current(['CHE-500', 120_000, 0], ['MAM-330', 65_000, 0]);
    const held = { sku: 'CHE-500', variantId: 'v-CHE-500', price: 120_000, available: 0 };
    now.set('CHE-500', { ...held, held: 'recall' });
    expect(availabilityDifference(baked, now, null)).toMatchObject({
      soldOut: ['CHE-500', 'MAM-330'],
      held: { 'CHE-500': 'recall' },
    });
  });

  test('the same state gives the same bytes whatever the order', () => {
    const turned = new Map([...baked].reverse());
    const now = current(['MAM-330', 1, 0], ['CHE-500', 2, 0]);
    expect(JSON.stringify(availabilityDifference(turned, now, null))).toBe(
      JSON.stringify(availabilityDifference(baked, now, null)),
    );
  });
});
