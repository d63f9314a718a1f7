import { describe, expect, it } from 'vitest';
import { judgeCard, type CardCheckout, type CardVerdict } from './card-payment.ts';

const paid: CardCheckout = { status: 'complete', received: 130_000, refunded: 0, currency: 'vnd' };

describe('a payment by card', () => {
  it.each<[string, Partial<CardCheckout>, CardVerdict]>([
    ['the exact sum', {}, 'pays'],
    ['one thousand too little', { received: 129_000 }, { doubt: 'wrong-sum' }],
    ['five thousand too much', { received: 135_000 }, { doubt: 'wrong-sum' }],
    ['the sum in another currency', { currency: 'usd' }, { doubt: 'wrong-sum' }],
    ['paid back in part before it was booked', { refunded: 1 }, { doubt: 'paid-back' }],
    ['paid back whole', { refunded: 130_000 }, { doubt: 'paid-back' }],
    ['not paid yet', { status: 'open', received: 0 }, 'open'],
    ['finished, and the bank has not answered', { received: 0 }, 'confirming'],
    ['over without a charge', { status: 'expired', received: 0 }, 'ended'],
    // A charge that comes to light late is a charge, whatever the page says.
    ['charged on a page that is over', { status: 'expired' }, 'pays'],
  ])('%s', (_what, change, verdict) => expect(judgeCard({ ...paid, ...change }, 130_000)).toEqual(verdict));
});
