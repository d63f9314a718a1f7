import { expect, it } from 'vitest';
import { readOrderForm } from './order-form.ts';
import { readSegment } from './segment-form.ts';

const typedAs = (form: Record<string, string>) => (name: string) => form[name] ?? '';
const segmentOf = (first: string, last: string, count = 10) =>
  readSegment(typedAs({ first, last }), { count });

it('reads stamps counted from 1 as positions counted from 0', () => {
  expect(segmentOf('1', '10')).toEqual({ ok: true, segment: { first: 0, last: 9 } });
  expect(segmentOf('5', '5')).toEqual({ ok: true, segment: { first: 4, last: 4 } });
  expect(segmentOf('', '')).toEqual({ ok: true, segment: {} });
  expect(segmentOf('4', '')).toEqual({ ok: true, segment: { first: 3 } });
  expect(segmentOf('1', '1.000', 10_000)).toEqual({ ok: true, segment: { first: 0, last: 999 } });
});

it.each([
  ['0', '5', { first: { fault: 'too-small' } }],
  ['6', '5', { first: 'upsideDown' }],
  ['1', '11', { last: { fault: 'too-large', most: 10 } }],
  ['1.5', '5', { first: { fault: 'unclear', readings: [1.5, 15] } }],
  ['một', '5', { first: { fault: 'no-number', typed: 'một' } }],
])('takes %s to %s for no part of ten stamps', (first, last, problems) => {
  expect(segmentOf(first, last)).toMatchObject({ ok: false, problems });
});

it('wants both ends where the whole range is not to be taken unasked', () => {
  const read = readSegment(typedAs({ first: '1' }), { count: 10, whole: false });
  expect(read).toMatchObject({ ok: false, problems: { last: { fault: 'empty' } } });
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

it.each([
  ['', 'empty'],
  ['0', 'too-small'],
  ['-5', 'too-small'],
  ['1.5', 'unclear'],
  ['10.00', 'unclear'],
  ['nhiều', 'no-number'],
])('asks again for the number of stamps %j', (count, fault) => {
  const form: Record<string, string> = { product: 'tuong-ban', count };
  expect(readOrderForm((name) => form[name] ?? '')).toMatchObject({
    ok: false,
    problems: { count: { fault } },
  });
});
