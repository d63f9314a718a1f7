import { describe, expect, it } from 'vitest';
import { withdrawalDay, withdrawalOf, withdraws } from './withdrawal.ts';
import type { WithdrawalFacts } from './withdrawal.ts';

const province: WithdrawalFacts = {
  issuer: { level: 'province' },
  signedOn: '2027-03-01',
  effectiveOn: null,
};
const fromTheTenth = { ...province, effectiveOn: '2027-03-10' };

describe('a decision of withdrawal', () => {
  it('takes effect on its signing day, or on the day it states', () => {
    expect(withdrawalDay(province)).toBe('2027-03-01');
    expect(withdrawalDay(fromTheTenth)).toBe('2027-03-10');
    expect(withdrawalDay({ ...province, signedOn: null })).toBeNull();
  });

  it.each<[string, boolean, WithdrawalFacts, { stars: number; recognisedOn: string }]>([
    ['an earlier recognition', true, province, { stars: 3, recognisedOn: '2026-08-05' }],
    ['one of the same day', true, province, { stars: 3, recognisedOn: '2027-03-01' }],
    ['one made again after it', false, province, { stars: 3, recognisedOn: '2027-03-02' }],
    ['one between signing and effect', true, fromTheTenth, { stars: 4, recognisedOn: '2027-03-05' }],
    ['one of its year whose day is not known', true, province, { stars: 3, recognisedOn: '2027' }],
    ['one of a later year', false, province, { stars: 3, recognisedOn: '2028' }],
    ["the ministry's five stars", false, province, { stars: 5, recognisedOn: '2026-08-05' }],
    ['no stars at all', false, province, { stars: 2, recognisedOn: '2026-08-05' }],
    [
      'five stars by the ministry',
      true,
      { ...province, issuer: { level: 'ministry' } },
      { stars: 5, recognisedOn: '2026-08-05' },
    ],
    [
      'by a commune',
      false,
      { ...province, issuer: { level: 'commune' } },
      { stars: 3, recognisedOn: '2026-08-05' },
    ],
    ['without a day', false, { ...province, signedOn: null }, { stars: 3, recognisedOn: '2026-08-05' }],
  ])('%s: %s', (_what, expected, withdrawal, recognition) => {
    expect(withdraws(withdrawal, recognition)).toBe(expected);
  });

  it('counts from the earliest of several', () => {
    const recognition = { stars: 3, recognisedOn: '2026-08-05' };
    expect(withdrawalOf(recognition, [fromTheTenth, province])).toEqual({ by: province, on: '2027-03-01' });
    expect(withdrawalOf(recognition, [])).toBeNull();
  });
});
