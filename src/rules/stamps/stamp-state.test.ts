import { describe, expect, test } from 'vitest';
import { mayActivate, rangeAfter, stampState, type StampFacts } from './stamp-state.ts';

const today = '2026-08-01';
const onGoods: StampFacts = {
  range: 'delivered',
  voided: false,
  activated: true,
  exceptions: [],
  recalled: false,
  useBy: null,
  suspicious: false,
};
const state = (facts: Partial<StampFacts>) => stampState({ ...onGoods, ...facts }, today);

describe('the state of an issued stamp', () => {
  test.each([
    ['nothing against it', {}, 'active'],
    ['printed by the producer, never delivered', { range: 'printed' }, 'active'],
    ['sold or reported alone', { exceptions: ['sold', 'reported'] }, 'active'],
    ['use-by today', { useBy: today }, 'active'],
    ['use-by yesterday', { useBy: '2026-07-31' }, 'expired'],
    ['expired by staff', { exceptions: ['expired'] }, 'expired'],
    ['a recall over it', { recalled: true }, 'recalled'],
    ['recalled by itself', { exceptions: ['recalled'] }, 'recalled'],
    ['voided by itself', { exceptions: ['voided'] }, 'voided'],
    ['in a voided part', { voided: true }, 'voided'],
    ['its range voided', { range: 'voided' }, 'voided'],
    ['many copies about', { suspicious: true }, 'suspicious'],
    ['frozen while staff look', { exceptions: ['frozen'] }, 'suspicious'],
    ['never printed', { range: 'reserved', activated: false }, 'not-printed'],
    ['printed alone', { range: 'printed', activated: false }, 'not-activated'],
    ['delivered alone', { activated: false }, 'not-activated'],
  ] as const)('with %s', (_case, facts, expected) => {
    expect(state(facts)).toBe(expected);
  });

  test('is the first that holds', () => {
    const worst: StampFacts = {
      range: 'voided',
      voided: true,
      activated: false,
      exceptions: ['voided', 'recalled', 'expired', 'frozen'],
      recalled: true,
      useBy: '2020-01-01',
      suspicious: true,
    };
    const better: Partial<StampFacts>[] = [
      { range: 'reserved', voided: false, exceptions: ['recalled', 'expired', 'frozen'] },
      { range: 'printed' },
      { activated: true },
      { recalled: false, exceptions: ['expired', 'frozen'] },
      { useBy: null, exceptions: ['frozen'] },
      { suspicious: false, exceptions: [] },
    ];
    let facts = worst;
    const seen = [stampState(facts, today)];
    for (const change of better) {
      facts = { ...facts, ...change };
      seen.push(stampState(facts, today));
    }
    expect(seen).toEqual([
      'voided',
      'not-printed',
      'not-activated',
      'recalled',
      'expired',
      'suspicious',
      'active',
    ]);
  });
});

describe('the sheets of a range', () => {
  const states = ['reserved', 'printed', 'delivered', 'voided'] as const;

  test.each([
    ['print', ['printed', null, null, null]],
    ['deliver', [null, 'delivered', null, null]],
    ['void', ['voided', 'voided', 'voided', null]],
  ] as const)('%s', (step, expected) => {
    expect(states.map((from) => rangeAfter(from, step))).toEqual(expected);
  });

  test('give stamps to activate once they are printed', () => {
    expect(states.map(mayActivate)).toEqual([false, true, true, false]);
  });
});
