import { describe, expect, it } from 'vitest';
import type { EpcisEvent } from './event.ts';
import { lotJourney } from './journey.ts';
import { lifeCycleEvent, type LifeCycleFact } from './life-cycle.ts';

const origin = 'https://ocop.example';
const goods = { thing: { lot: 'L1', gtin: null }, quantity: null, uom: null };
const on = (day: string, province: string | null = null) => ({
  origin,
  at: `2026-11-${day}T08:00:00+07:00`,
  place: province === null ? null : { gln: null, province },
});
const told = (...facts: LifeCycleFact[]) => facts.map(lifeCycleEvent);
const steps = (events: EpcisEvent[], madeAt: string | null = null) =>
  lotJourney(events, madeAt).map(({ step, at }) => `${step} ${at.slice(8, 10)}`);

describe('the journey of a lot', () => {
  it('tells the public steps, oldest first, with place and result', () => {
    const stamps = { range: 1, first: 0, last: 9 };
    const events = told(
      { ...on('12'), step: 'shipping', goods, to: { gln: null, province: '01' } },
      { ...on('11', '22'), step: 'activation', goods, stamps },
      { ...on('10', '22'), step: 'test', goods, passed: false },
      { ...on('09'), step: 'stamps-printed', goods, stamps },
      { ...on('13'), step: 'retail-sale', goods },
      { ...on('14'), step: 'void', goods, stamps },
    );
    expect(lotJourney(events, null)).toEqual([
      { step: 'test', at: '2026-11-10T01:00:00.000Z', province: '22', result: 'failed' },
      { step: 'activation', at: '2026-11-11T01:00:00.000Z', province: '22', result: null },
      { step: 'shipping', at: '2026-11-12T01:00:00.000Z', province: '01', result: null },
    ]);
  });

  it('takes the day it was made from the register until an event tells it', () => {
    const made = '2026-11-05T00:00:00+07:00';
    const recalled = told({ ...on('20'), step: 'recall', goods });
    expect(steps(recalled, made)).toEqual(['processing 04', 'recall 20']);
    const processed = told({ ...on('06'), step: 'processing', inputs: [goods], output: goods });
    expect(steps([...processed, ...recalled], made)).toEqual(['processing 06', 'recall 20']);
  });

  it('leaves out an event that was taken back, and its declaration', () => {
    const [wrong] = told({ ...on('10'), step: 'recall', goods });
    if (!wrong) throw new Error('no event');
    const errorDeclaration = { declarationTime: '2026-11-11T00:00:00Z', reason: 'did_not_occur' };
    expect(steps([wrong])).toEqual(['recall 10']);
    expect(steps([wrong, { ...wrong, errorDeclaration }])).toEqual([]);
  });

  it('tells a step repeated on one day at one place once, and at another place again', () => {
    const ship = (hour: string, province: string) =>
      lifeCycleEvent({
        origin,
        place: null,
        goods,
        step: 'shipping',
        at: `2026-11-10T${hour}:00:00+07:00`,
        to: { gln: null, province },
      });
    expect(steps([ship('08', '01'), ship('09', '01'), ship('10', '79')])).toHaveLength(2);
  });

  it('keeps the beginning and the newest of a long one', () => {
    const days = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0'));
    const long = steps(days.flatMap((day) => told({ ...on(day), step: 'test', goods, passed: true })));
    expect(long).toHaveLength(12);
    expect(long.slice(0, 4)).toEqual(['test 01', 'test 02', 'test 03', 'test 04']);
    expect(long.at(-1)).toBe('test 20');
  });
});
