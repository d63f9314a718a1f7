import { expect, it } from 'vitest';
import type { Fair, Product, Recognition } from '../../src/record/types.ts';
import { nextRecordChange } from './record-changes.ts';

const recognition = {
  stars: 3,
  grade: 'A',
  decision: { type: 'recognition', number: '1/QĐ-UBND', signedOn: '2026-08-05' },
  issuedOn: '2026-08-05',
} as Recognition;

function record(parts: {
  recognitions?: Recognition[];
  years?: (number | null)[];
  fairs?: [string, string][];
}) {
  return {
    recognitions: parts.recognitions ?? [],
    products: [{ reported: (parts.years ?? []).map((year) => ({ year })) } as Product],
    fairs: (parts.fairs ?? []).map(([startsOn, endsOn]) => ({ startsOn, endsOn }) as Fair),
  };
}

it('follows a certificate from one state to the next', () => {
  const parts = record({ recognitions: [recognition] });
  expect(nextRecordChange(parts, '2026-08-01')).toBe('2026-08-05');
  expect(nextRecordChange(parts, '2026-08-05')).toBe('2029-02-06');
  expect(nextRecordChange(parts, '2029-02-06')).toBe('2029-08-05');
  expect(nextRecordChange(parts, '2029-08-05')).toBeNull();
});

it('counts a certificate without a day of its own from its decision', () => {
  const parts = record({ recognitions: [{ ...recognition, issuedOn: null }] });
  expect(nextRecordChange(parts, '2026-08-04')).toBe('2026-08-05');
});

it('knows the day a reported year is surely over, and the days of fairs', () => {
  expect(nextRecordChange(record({ years: [2023, null] }), '2026-11-21')).toBe('2027-01-01');
  const fair = record({ fairs: [['2026-12-01', '2026-12-05']] });
  expect(nextRecordChange(fair, '2026-11-30')).toBe('2026-12-01');
  expect(nextRecordChange(fair, '2026-12-01')).toBe('2026-12-06');
  expect(nextRecordChange(fair, '2026-12-06')).toBeNull();
});

it('takes the nearest of all', () => {
  const parts = record({
    recognitions: [recognition],
    years: [2023],
    fairs: [['2026-12-01', '2026-12-05']],
  });
  expect(nextRecordChange(parts, '2026-11-21')).toBe('2026-12-01');
});
