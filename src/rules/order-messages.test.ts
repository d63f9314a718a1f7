import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueMessages,
  messageKinds,
  MOST_TRIES,
  pauseAfter,
  TELL_WITHIN_DAYS,
  worthTelling,
  type MessageKind,
  type OrderHistory,
} from './order-messages.ts';

const now = Date.UTC(2039, 5, 15);
const minutes = (ago: number) => now - ago * 60_000;
const days = (ago: number) => minutes(ago * 24 * 60);

const placed: OrderHistory = {
  placedAt: minutes(5),
  awaitsTransfer: false,
  card: 'none',
  paidAt: null,
  packedAt: null,
  shippedAt: null,
  deliveredAt: null,
  cancelledAt: null,
  refundedAt: null,
};
const due = (
  change: Partial<OrderHistory>,
  { known = [], since = 0 }: { known?: MessageKind[]; since?: number } = {},
) => dueMessages({ ...placed, ...change }, new Set(known), { now, since });

describe('what a buyer is told of an order', () => {
  test.each<[string, Partial<OrderHistory>, MessageKind[], MessageKind[]]>([
    ['placed', {}, [], ['placed']],
    ['placed, told already', {}, ['placed'], []],
    ['packed within the minute', { packedAt: minutes(1) }, [], ['placed', 'packed']],
    ['packed later', { packedAt: minutes(1) }, ['placed'], ['packed']],
    [
      'shipped before "packed" was told',
      { packedAt: minutes(2), shippedAt: minutes(1) },
      ['placed'],
      ['shipped'],
    ],
    [
      'delivered before anything was told',
      { packedAt: minutes(3), shippedAt: minutes(2), deliveredAt: minutes(1), paidAt: minutes(1) },
      [],
      ['paid', 'delivered'],
    ],
    ['cancelled before "placed" was told', { cancelledAt: minutes(1) }, [], ['cancelled']],
    ['cancelled after it', { cancelledAt: minutes(1) }, ['placed'], ['cancelled']],
    ['packed, then cancelled', { packedAt: minutes(2), cancelledAt: minutes(1) }, ['placed'], ['cancelled']],
    [
      'paid, cancelled and paid back',
      { paidAt: minutes(3), cancelledAt: minutes(1), refundedAt: minutes(1) },
      ['placed'],
      ['cancelled', 'refunded'],
    ],
    ['by card, not charged yet', { card: 'uncharged' }, [], []],
    ['by card, given up', { card: 'uncharged', cancelledAt: minutes(1) }, [], []],
    ['by card, charged', { card: 'charged', paidAt: minutes(1) }, [], ['paid']],
    [
      'by card, charged, cancelled and paid back',
      { card: 'charged', paidAt: minutes(3), cancelledAt: minutes(1), refundedAt: minutes(1) },
      ['paid'],
      ['cancelled', 'refunded'],
    ],
    ['waiting for a transfer', { awaitsTransfer: true }, [], ['awaiting-transfer']],
    ['reminded of it', { awaitsTransfer: true }, ['awaiting-transfer', 'transfer-reminder'], []],
    ['the transfer came', { paidAt: minutes(1) }, ['awaiting-transfer'], ['paid']],
    ['the transfer came before the first look', { paidAt: minutes(1) }, [], ['placed', 'paid']],
    [
      'the transfer never came',
      { awaitsTransfer: true, cancelledAt: minutes(1) },
      ['awaiting-transfer'],
      ['cancelled'],
    ],
    ['a buyer who changed to a transfer was told of the order', { awaitsTransfer: true }, ['placed'], []],
  ])('%s', (_, change, known, told) => {
    expect(due(change, { known })).toEqual(told);
  });

  test('is never old news, and nothing from before messages were switched on', () => {
    expect(due({ placedAt: days(TELL_WITHIN_DAYS + 0.01) })).toEqual([]);
    expect(due({ placedAt: days(TELL_WITHIN_DAYS - 0.01) })).toEqual(['placed']);
    expect(due({}, { since: minutes(1) })).toEqual([]);
    // An old order goes on to be told of what happens now.
    expect(due({ placedAt: days(40), shippedAt: minutes(2) }, { since: days(1) })).toEqual(['shipped']);
  });

  const moment = fc.option(fc.integer({ min: days(9), max: now }), { nil: null });
  const history: fc.Arbitrary<OrderHistory> = fc.record({
    placedAt: fc.integer({ min: days(9), max: now }),
    awaitsTransfer: fc.boolean(),
    card: fc.constantFrom('none', 'uncharged', 'charged'),
    paidAt: moment,
    packedAt: moment,
    shippedAt: moment,
    deliveredAt: moment,
    cancelledAt: moment,
    refundedAt: moment,
  });
  const kinds = fc.uniqueArray(fc.constantFrom(...messageKinds));

  test('is told once, and a cancelled order is told no progress', () => {
    fc.assert(
      fc.property(history, kinds, (one, known) => {
        const told = dueMessages(one, new Set(known), { now, since: 0 });
        expect(told.filter((kind) => known.includes(kind))).toEqual([]);
        expect(dueMessages(one, new Set([...known, ...told]), { now, since: 0 })).toEqual([]);
        if (one.cancelledAt !== null) {
          expect(told.filter((kind) => kind !== 'cancelled' && kind !== 'refunded')).toEqual([]);
        }
        expect(told.includes('placed') && told.includes('awaiting-transfer')).toBe(false);
        // What is due is worth telling still when it is sent.
        const worth = worthTelling(one, new Set(known)).map(({ kind }) => kind);
        expect(told.every((kind) => worth.includes(kind))).toBe(true);
      }),
    );
  });
});

test('pauses grow and end after about a day', () => {
  const pauses = Array.from({ length: MOST_TRIES }, (_, at) => pauseAfter(at + 1));
  expect(pauses.at(-1)).toBeNull();
  const waits = pauses.slice(0, -1).map(Number);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60;
  expect(hours).toBeGreaterThan(12);
  expect(hours).toBeLessThan(48);
});
