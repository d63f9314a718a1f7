import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mayPack,
  moneyAfter,
  moneyStates,
  moneyTier,
  type MoneyEvent,
  type MoneyState,
} from './order-money.ts';

const events: MoneyEvent[] = ['authorise', 'capture', 'refund-part', 'refund', 'cancel', 'expire', 'doubt'];

describe('the money of an order', () => {
  it.each<[MoneyState, MoneyEvent, MoneyState | null]>([
    ['awaiting', 'capture', 'captured'],
    ['awaiting', 'expire', 'expired'],
    ['awaiting', 'refund', null],
    ['authorised', 'capture', 'captured'],
    ['authorised', 'expire', null],
    ['captured', 'capture', null],
    ['captured', 'cancel', null],
    ['captured', 'refund', 'refunded'],
    ['expired', 'capture', 'unclear'],
    ['cancelled', 'capture', 'unclear'],
    ['refunded', 'refund', null],
    ['unclear', 'capture', 'captured'],
  ])('%s, %s: %s', (state, event, after) => expect(moneyAfter(state, event)).toBe(after));

  it('is captured once at most and never refunded before it came, whatever happens in whichever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (happened) => {
        let state: MoneyState = 'awaiting';
        let captures = 0;
        let money = false;
        for (const event of happened) {
          const after = moneyAfter(state, event);
          if (after === null) continue;
          if (after === 'captured') captures += 1;
          if (after === 'captured' || after === 'unclear') money = true;
          if (after === 'refunded' || after === 'partly-refunded') expect(money).toBe(true);
          state = after;
        }
        expect(captures).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lets no goods leave for money that is awaited, gone or unclear', () => {
    expect(moneyStates.filter(mayPack)).toEqual(['authorised', 'captured', 'partly-refunded']);
  });

  it('never says that nothing was taken where money is', () => {
    const quiet = moneyStates.filter((state) => moneyTier(state) === 'not-charged');
    expect(quiet).toEqual(['cancelled', 'expired']);
  });
});
