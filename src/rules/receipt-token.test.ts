import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOfToken, receiptToken } from './receipt-token.ts';

const secret = 'a secret for tests only, long enough';

describe('the address of a receipt', () => {
  test('leads back to its order', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (orderId) => {
        // Lone surrogates do not survive UTF-8; Medusa's ids are plain letters and digits.
        fc.pre(orderId.isWellFormed());
        expect(orderOfToken(secret, receiptToken(secret, orderId))).toBe(orderId);
      }),
    );
  });

  test('carries at least 128 bits nobody can guess, and fits a URL', () => {
    const token = receiptToken(secret, 'order_01JABCDEF');
    expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  });

  test('no changed character is accepted', () => {
    const token = receiptToken(secret, 'order_01JABCDEF');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    for (let at = 0; at < token.length; at += 1) {
      for (const letter of alphabet) {
        if (letter === token[at]) continue;
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(orderOfToken(secret, changed)).toBeNull();
      }
    }
  });

  test.each(['', '.', 'a.', '.a', 'a.b', 'a.b.c', 'order_01', '%00.%00'])('%j leads nowhere', (token) => {
    expect(orderOfToken(secret, token)).toBeNull();
  });

  test('another secret, another order: no entry', () => {
    const token = receiptToken(secret, 'order_1');
    expect(orderOfToken(`${secret}!`, token)).toBeNull();
    const tag = token.split('.')[1] ?? '';
    expect(orderOfToken(secret, `${Buffer.from('order_2').toString('base64url')}.${tag}`)).toBeNull();
  });
});
