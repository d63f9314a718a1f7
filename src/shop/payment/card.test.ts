import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../medusa-client/site-routes.ts';
import { cardView, readCameBack, type CameBack } from './card.ts';

const card: NonNullable<Receipt['card']> = {
  money: 'awaiting',
  confirming: false,
  amount: 130_000,
  url: 'https://checkout.stripe.example/c/pay/cs_1',
  dueAt: '2039-06-15T03:00:00.000Z',
};
const view = (change: Partial<typeof card>, back: CameBack | null = null, lang: 'vi' | 'en' = 'vi') =>
  cardView({ card: { ...card, ...change } }, back, lang);

describe('what a buyer is told of a card', () => {
  test.each<[string, Partial<typeof card>, CameBack | null, RegExp | null, boolean]>([
    ['before paying', {}, null, null, true],
    ['asked, and not charged', {}, 'lai', /Thẻ chưa bị trừ/, true],
    ['nobody can say', {}, 'cho', /đừng trả lần nữa/, false],
    ['the bank has not answered', { confirming: true }, null, /Đừng trả lần nữa/, false],
    ['nothing to pay on any more', { url: null }, null, /Đừng trả lần nữa/, false],
    ['another sum', { money: 'unclear' }, null, /Đừng trả lần nữa/, false],
    ['not paid in time', { money: 'expired' }, null, /Thẻ không bị trừ/, false],
    ['charged, and the order was gone', { money: 'refunded' }, null, /130\.000.*hoàn/, false],
  ])('%s', (_when, change, back, words, pays) => {
    const told = view(change, back);
    if (words === null) expect(told?.text).toBeNull();
    else expect(told?.text).toMatch(words);
    expect(told?.payAt !== null).toBe(pays);
  });

  test('is never to pay once the card was charged, whatever the address says', () => {
    for (const back of ['lai', 'cho'] as const) {
      for (const money of ['captured', 'refunded', 'unclear', 'cancelled'] as const) {
        expect(view({ money }, back)?.payAt).toBeNull();
      }
    }
    expect(readCameBack('<script>')).toBeNull();
    expect(cardView({ card: null }, 'cho', 'vi')).toBeNull();
  });
});
