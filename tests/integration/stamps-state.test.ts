import { describe, expect, test } from 'vitest';
import { stampState, type StampFacts } from '../../medusa/src/modules/traceability/stamp-state.ts';
import { maskPhone } from '../../medusa/src/api/site/receipts/[orderId]/receipt.ts';

const today = '2026-08-01';
const onGoods: StampFacts = { range: 'activated', exceptions: [], lotRecalled: false, useBy: null };
const state = (facts: Partial<StampFacts>) => stampState({ ...onGoods, ...facts }, today);

describe('the state of an issued stamp', () => {
  test.each(['reserved', 'printed', 'delivered'] as const)('%s is not activated', (range) => {
    expect(state({ range })).toBe('not-activated');
  });

  test.each([
    ['nothing against it', {}, 'active'],
    ['sold or reported alone', { exceptions: ['sold', 'reported'] }, 'active'],
    ['use-by today', { useBy: today }, 'active'],
    ['use-by yesterday', { useBy: '2026-07-31' }, 'expired'],
    ['expired by staff', { exceptions: ['expired'] }, 'expired'],
    ['its lot recalled', { lotRecalled: true }, 'recalled'],
    ['recalled by itself', { exceptions: ['recalled'] }, 'recalled'],
    ['voided by itself', { exceptions: ['voided'] }, 'voided'],
    ['its range voided', { range: 'voided' }, 'voided'],
  ] as const)('with %s', (_case, facts, expected) => {
    expect(state(facts)).toBe(expected);
  });

  test('names the first that holds: voided, not activated, recalled, expired', () => {
    const worst = { exceptions: ['voided', 'recalled', 'expired'], lotRecalled: true, useBy: '2020-01-01' };
    expect(state(worst)).toBe('voided');
    expect(state({ ...worst, exceptions: [], range: 'printed' })).toBe('not-activated');
    expect(state({ ...worst, exceptions: ['expired'] })).toBe('recalled');
  });
});

test.each([
  ['0912345678', '••• ••• 678'],
  ['+84 912 345 678', '••• ••• 678'],
  ['12345', '•••'],
  ['', ''],
])('the phone %s is shown as %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});
