import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deliveryRange,
  flatTable,
  parcelsOf,
  quoteDelivery,
  tableFaults,
  UNKNOWN_PACK_GRAMS,
  type DeliveryTable,
  type ZonePrices,
} from './delivery-price.ts';

const near: ZonePrices = {
  steps: [
    { upTo: 500, price: 18_000 },
    { upTo: 2_000, price: 25_000 },
  ],
  furtherKilogram: 4_000,
  freeFrom: 500_000,
};
const far: ZonePrices = { steps: [{ upTo: 1_000, price: 45_000 }], furtherKilogram: 9_000, freeFrom: null };
const table: DeliveryTable = {
  charged: 'parcel',
  zones: [{ name: 'Miền núi', provinces: ['08', '04'], ...far }],
  elsewhere: near,
};
const parcel = (grams: number, goods = 100_000, sender: string | null = 'ct-a') => ({ sender, grams, goods });
const priceOf = (province: string, grams: number, goods?: number) =>
  quoteDelivery(table, province, [parcel(grams, goods)]).total;

describe('the price of a parcel', () => {
  it.each([
    ['01', 1, 18_000],
    ['01', 500, 18_000],
    ['01', 501, 25_000],
    ['01', 2_000, 25_000],
    ['01', 2_001, 29_000],
    ['01', 3_000, 29_000],
    ['01', 3_001, 33_000],
    ['08', 1_000, 45_000],
    ['08', 1_001, 54_000],
    ['', 1, 18_000],
    ['99', 1, 18_000],
  ])('to %s of %i g is %i', (province, grams, price) => {
    expect(priceOf(province, grams)).toBe(price);
  });

  it('is nothing from the sum on from which its zone sends free, and there alone', () => {
    expect(priceOf('01', 9_000, 499_999)).toBe(53_000);
    expect(priceOf('01', 9_000, 500_000)).toBe(0);
    expect(priceOf('08', 1_000, 5_000_000)).toBe(45_000);
  });

  const step = fc.record({
    upTo: fc.integer({ min: 1, max: 5_000 }),
    price: fc.integer({ min: 0, max: 90_000 }),
  });
  const zone = fc
    .record({
      steps: fc.array(step, { minLength: 1, maxLength: 6 }),
      furtherKilogram: fc.integer({ min: 0, max: 20_000 }),
      freeFrom: fc.option(fc.integer({ min: 0, max: 900_000 })),
    })
    .map(({ steps, ...rest }): ZonePrices => {
      const prices = steps.map(({ price }) => price).sort((a, b) => a - b);
      const weights = [...new Set(steps.map(({ upTo }) => upTo))].sort((a, b) => a - b);
      return { ...rest, steps: weights.map((upTo, at) => ({ upTo, price: prices[at] ?? 0 })) };
    });
  const grams = fc.integer({ min: 1, max: 60_000 });
  const goods = fc.integer({ min: 0, max: 1_000_000 });

  it('never falls as the parcel grows heavier, is whole and never below nought', () => {
    fc.assert(
      fc.property(zone, grams, grams, goods, (elsewhere, a, b, sum) => {
        const made: DeliveryTable = { charged: 'parcel', zones: [], elsewhere };
        expect(tableFaults(made)).toEqual([]);
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)].map(
          (weight) => quoteDelivery(made, '01', [parcel(weight, sum)]).total,
        );
        expect(heavy).toBeGreaterThanOrEqual(light ?? 0);
        expect(Number.isSafeInteger(light) && Number(light) >= 0).toBe(true);
      }),
    );
  });

  it('of several is the sum of each, and lies between the cheapest and the dearest zone', () => {
    fc.assert(
      fc.property(zone, zone, fc.array(fc.tuple(grams, goods), { maxLength: 5 }), (a, b, sent) => {
        const made: DeliveryTable = {
          charged: 'parcel',
          zones: [{ name: 'A', provinces: ['01'], ...a }],
          elsewhere: b,
        };
        const parcels = sent.map(([weight, sum], at) => parcel(weight, sum, `ct-${at}`));
        const each = parcels.map((one) => quoteDelivery(made, '01', [one]).total);
        const { total } = quoteDelivery(made, '01', parcels);
        expect(total).toBe(each.reduce((x, y) => x + y, 0));
        const { least, most } = deliveryRange(made, parcels);
        expect(least.total).toBeLessThanOrEqual(total);
        expect(most.total).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});

describe('the parcels of an order', () => {
  const line = (sender: string | null, packGrams: number | null, quantity = 1) => ({
    ...{ sender, packGrams, quantity },
    total: 10_000 * quantity,
  });

  it('are one a producer, in the order of their first lines', () => {
    expect(parcelsOf([line('a', 300, 2), line('b', 900), line('a', 100), line(null, 50)])).toEqual([
      { sender: 'a', grams: 700, goods: 30_000 },
      { sender: 'b', grams: 900, goods: 10_000 },
      { sender: null, grams: 50, goods: 10_000 },
    ]);
  });

  it.each([null, 0, -20, Number.NaN, 2e6])('count a pack of %s grams as one of unknown weight', (grams) => {
    expect(parcelsOf([line('a', grams, 3)])[0]?.grams).toBe(3 * UNKNOWN_PACK_GRAMS);
  });

  it('are paid for one by one, or all together, as the table says', () => {
    const parcels = [parcel(400, 300_000, 'a'), parcel(400, 300_000, 'b')];
    expect(quoteDelivery(table, '01', parcels).parcels.map(({ price }) => price)).toEqual([18_000, 18_000]);
    const once = quoteDelivery({ ...table, charged: 'order' }, '01', parcels);
    expect(once.parcels).toEqual([{ sender: null, grams: 800, goods: 600_000, price: 0 }]);
    expect(quoteDelivery(table, '01', [])).toEqual({ parcels: [], total: 0 });
  });
});

it('a flat table costs the same for every order', () => {
  const flat = flatTable(30_000);
  expect(tableFaults(flat)).toEqual([]);
  const parcels = [parcel(99_000, 9_000_000, 'a'), parcel(2_000_000, 1, 'b')];
  const { least, most } = deliveryRange(flat, parcels);
  expect([least.total, most.total]).toEqual([30_000, 30_000]);
});

describe('what is wrong with a table', () => {
  const zone = { name: 'A', provinces: ['01'], ...far };
  const faultsOf = (change: Partial<DeliveryTable>) =>
    tableFaults({ ...table, ...change }).map(({ zone: at, field, step, fault }) => [at, field, step, fault]);
  const steps = (...all: [number, number][]) => ({
    elsewhere: { ...near, steps: all.map(([upTo, price]) => ({ upTo, price })) },
  });

  it.each<[string, Partial<DeliveryTable>, unknown[]]>([
    ['no name', { zones: [{ ...zone, name: ' ' }] }, [0, 'name', null, 'name-missing']],
    ['a name twice', { zones: [zone, { ...zone, provinces: ['04'] }] }, [1, 'name', null, 'name-twice']],
    ['no provinces', { zones: [{ ...zone, provinces: [] }] }, [0, 'provinces', null, 'no-provinces']],
    [
      'an unknown province',
      { zones: [{ ...zone, provinces: ['02'] }] },
      [0, 'provinces', null, 'unknown-province'],
    ],
    [
      'a province in two zones',
      { zones: [zone, { ...zone, name: 'B' }] },
      [1, 'provinces', null, 'province-twice'],
    ],
    ['no steps', steps(), [null, 'steps', null, 'no-steps']],
    ['weights that do not rise', steps([500, 1], [500, 2]), [null, 'upTo', 1, 'not-rising']],
    ['a fall of price', steps([500, 2], [900, 1]), [null, 'price', 1, 'cheaper-when-heavier']],
    ['a negative price', steps([500, -1]), [null, 'price', 0, 'out-of-bounds']],
    ['a fraction of a đồng', steps([500, 0.5]), [null, 'price', 0, 'out-of-bounds']],
    ['no weight', steps([0, 1]), [null, 'upTo', 0, 'out-of-bounds']],
    ['no number', steps([Number.NaN, 1]), [null, 'upTo', 0, 'out-of-bounds']],
    [
      'a further kilogram below nought',
      { elsewhere: { ...near, furtherKilogram: -1 } },
      [null, 'furtherKilogram', null, 'out-of-bounds'],
    ],
    [
      'a sum beyond all',
      { elsewhere: { ...near, freeFrom: 1e12 } },
      [null, 'freeFrom', null, 'out-of-bounds'],
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change)).toContainEqual(fault);
  });
});
