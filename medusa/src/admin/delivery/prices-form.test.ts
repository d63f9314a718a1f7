import { describe, expect, it } from 'vitest';
import { ELSEWHERE, readPricesForm } from './prices-form.ts';

const elsewhere = { key: ELSEWHERE, rows: 3 };
const base: Record<string, string> = {
  charged: 'parcel',
  'e-upTo-0': '1.000',
  'e-price-0': '25.000',
  'e-upTo-2': '3000',
  'e-price-2': '40 000',
  'a-name': 'Miền núi',
  'a-province-08': '08',
  'a-province-04': '04',
  'a-upTo-0': '1000',
  'a-price-0': '45000',
  'a-further': '9.000',
  'a-free': '1.000.000',
};
const read = (change: Record<string, string> = {}, zones = [{ key: 'a', rows: 2 }]) => {
  const all: Record<string, string> = { ...base, ...change };
  return readPricesForm((name) => all[name] ?? '', zones, elsewhere);
};
const problemsOf = (change: Record<string, string>) => {
  const answer = read(change);
  return answer.ok ? {} : answer.problems;
};

describe('the table of delivery prices as it is typed', () => {
  it('reads numbers with dots, leaves empty rows out and has provinces in the order of their codes', () => {
    expect(read()).toEqual({
      ok: true,
      table: {
        charged: 'parcel',
        zones: [
          {
            name: 'Miền núi',
            provinces: ['04', '08'],
            steps: [{ upTo: 1_000, price: 45_000 }],
            furtherKilogram: 9_000,
            freeFrom: 1_000_000,
          },
        ],
        elsewhere: {
          steps: [
            { upTo: 1_000, price: 25_000 },
            { upTo: 3_000, price: 40_000 },
          ],
          furtherKilogram: 0,
          freeFrom: null,
        },
      },
    });
  });

  it.each<[Record<string, string>, Record<string, unknown>]>([
    [{ 'e-price-0': '1.5' }, { 'e-price-0': expect.objectContaining({ fault: 'unclear' }) }],
    [{ 'e-price-0': '' }, { 'e-price-0': expect.objectContaining({ fault: 'empty' }) }],
    [{ 'e-price-0': '-1' }, { 'e-price-0': expect.objectContaining({ fault: 'too-small' }) }],
    [{ 'e-upTo-0': '0' }, { 'e-upTo-0': expect.objectContaining({ fault: 'too-small' }) }],
    [{ 'e-free': '99999999999' }, { 'e-free': expect.objectContaining({ fault: 'too-large' }) }],
    [{ 'e-upTo-2': '900' }, { 'e-upTo-2': 'not-rising' }],
    [{ 'e-price-2': '24000' }, { 'e-price-2': 'cheaper-when-heavier' }],
    [{ 'e-upTo-2': '' }, { 'e-upTo-2': expect.objectContaining({ fault: 'empty' }) }],
    [{ 'a-name': '' }, { 'a-name': 'name-missing' }],
    [{ 'a-province-04': '', 'a-province-08': '' }, { 'a-provinces': 'no-provinces' }],
  ])('says at the field what is wrong: %o', (change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it('says which zone names a province again', () => {
    const second = { 'b-name': 'B', 'b-province-08': '08', 'b-upTo-0': '1', 'b-price-0': '1' };
    const answer = read(second, [
      { key: 'a', rows: 2 },
      { key: 'b', rows: 1 },
    ]);
    expect(answer).toEqual({ ok: false, problems: { 'b-provinces': 'province-twice' } });
  });
});
