import { describe, expect, test } from 'vitest';
import { cart as vi } from '../../i18n/vi/cart.ts';
import { isGoodNews, noticeOf, noticeMessage } from './notice.ts';
import type { CartChange, CartOutcome } from './changes.ts';

const add: CartChange = { action: 'add', sku: 'A', quantity: 1 };
describe('telling what came of a change', () => {
  test.each<[CartChange, CartOutcome, string]>([
    [add, { kind: 'done' }, 'added'],
    [{ action: 'set', sku: 'A', quantity: 2 }, { kind: 'done' }, 'set'],
    [{ action: 'set', sku: 'A', quantity: 0 }, { kind: 'done' }, 'removed'],
    [{ action: 'remove', sku: 'A' }, { kind: 'done' }, 'removed'],
    [add, { kind: 'sold-out' }, 'sold-out'],
    [add, { kind: 'less-left', left: 3, inCart: 2 }, 'less-left'],
    [add, { kind: 'too-many-kinds' }, 'too-many-kinds'],
    [add, { kind: 'not-reached' }, 'not-reached'],
  ])('%j and %j', (change, outcome, code) => {
    expect(noticeOf(change, outcome).code).toBe(code);
  });

  test('numbers are part of the words', () => {
    const messages = noticeMessage(
      vi.notice,
      noticeOf(add, { kind: 'less-left', left: 3, inCart: 2 }),
      'Trà',
    );
    expect(messages).toContain('Bạn chọn 1, nhưng Trà chỉ còn 3');
    expect(messages).toContain('đang có 2');
  });

  test('an amount asked for in vain is kept; of one that is in the cart nothing is', () => {
    expect(noticeOf({ action: 'set', sku: 'A', quantity: 7 }, { kind: 'sold-out' }).typed).toBe('7');
    expect(noticeOf(add, { kind: 'done' }).typed).toBeNull();
  });

  test('good and bad news are told apart', () => {
    expect(isGoodNews('added')).toBe(true);
    expect(isGoodNews('sold-out')).toBe(false);
  });
});
