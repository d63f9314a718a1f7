import { describe, expect, test } from 'vitest';
import type { CartRequest } from './cart-request.ts';
import type { Cart } from './cart.ts';
import { landing } from './landing.ts';
import { plainNotice } from './notice.ts';

const line = (sku: string) => ({ sku, quantity: 1, price: 1 });
const cart: Cart = { id: 'cart', items: [line('A'), line('B'), line('Chai 5 l/ß')] };
const asked = (change: Partial<CartRequest> = {}): CartRequest => ({
  changes: [],
  unread: [],
  then: 'cart',
  control: null,
  below: null,
  ...change,
});

describe('where a change of the cart leads', () => {
  test('to the control that was pressed, whatever came of other lines', () => {
    const plus = asked({ control: { kind: 'plus', sku: 'A' } });
    expect(landing(plus, [plainNotice('set', 'A')], cart)).toBe('plus-A');
    expect(landing(plus, [plainNotice('set', 'A'), plainNotice('sold-out', 'B')], cart)).toBe('plus-A');
    expect(landing(asked({ control: { kind: 'left', sku: 'B' } }), [plainNotice('set', 'B')], cart)).toBe(
      'q-B',
    );
  });

  test('to the first line that failed, before all that went well', () => {
    const notices = [plainNotice('set', 'A'), plainNotice('too-many', 'B'), plainNotice('not-ordered')];
    expect(landing(asked({ then: 'checkout' }), notices, cart)).toBe('q-B');
  });

  test('to the one line that was changed', () => {
    expect(landing(asked(), [plainNotice('set', 'B')], cart)).toBe('q-B');
  });

  test('to an id that may stand in an address, whatever the SKU', () => {
    expect(landing(asked(), [plainNotice('set', 'Chai 5 l/ß')], cart)).toBe('q-Chai_32_5_32_l_47__223_');
  });

  test('to the news, where they are about no line', () => {
    const removed = { ...plainNotice('removed', 'C'), before: 'A' };
    expect(landing(asked({ control: { kind: 'remove', sku: 'C' } }), [removed], cart)).toBe('tin');
    expect(landing(asked({ then: 'checkout' }), [plainNotice('not-ordered')], cart)).toBe('tin');
    expect(landing(asked(), [plainNotice('not-reached', 'X')], null)).toBe('tin');
    const addition = asked({ changes: [{ action: 'add', sku: 'A', quantity: 1 }] });
    expect(landing(addition, [plainNotice('added', 'A')], cart)).toBe('tin');
  });

  test('to the top, where nothing is told', () => {
    expect(landing(asked(), [], cart)).toBeNull();
  });
});
