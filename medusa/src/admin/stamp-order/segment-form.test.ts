import { expect, it } from 'vitest';
import { readOrderForm } from './order-form.ts';
import { readSegment } from './segment-form.ts';

it('reads stamps counted from 1 as positions counted from 0', () => {
  expect(readSegment('1', '10', 10)).toEqual({ first: 0, last: 9 });
  expect(readSegment('5', '5', 10)).toEqual({ first: 4, last: 4 });
  expect(readSegment('', '', 10)).toEqual({});
  expect(readSegment('4', '', 10)).toEqual({ first: 3 });
});

it.each([
  ['0', '5'],
  ['6', '5'],
  ['1', '11'],
  ['1.5', '5'],
  ['một', '5'],
])('takes %s to %s for no part of ten stamps', (first, last) => {
  expect(readSegment(first, last, 10)).toBeNull();
});

it.each([
  ['10000', 10_000],
  ['10.000', 10_000],
  ['10 000', 10_000],
  ['1,000,000', 1_000_000],
])('reads the number of stamps %s', (count, read) => {
  const form: Record<string, string> = { product: 'tuong-ban', count, form: 'signed' };
  expect(readOrderForm((name) => form[name] ?? '')).toEqual({
    ok: true,
    order: { product: 'tuong-ban', lot: null, count: read, form: 'signed' },
  });
});

it.each(['', '0', '-5', '1.5', '10.00', 'nhiều'])('asks again for the number of stamps %j', (count) => {
  const form: Record<string, string> = { product: 'tuong-ban', count };
  expect(readOrderForm((name) => form[name] ?? '')).toEqual({
    ok: false,
    problems: { count: 'countWrong' },
  });
});
