import { describe, expect, it } from 'vitest';
import { judgeTransfer, type NamedOrder } from './bank-transfer.ts';

const order: NamedOrder = { code: 'MXABCDEFG', amount: 130_000, money: 'awaiting' };
const other: NamedOrder = { code: 'MXHJKMNPQ', amount: 130_000, money: 'awaiting' };
const own = ['0123456789'];
const paid = { account: '0123456789', amount: 130_000 };

describe('judgeTransfer', () => {
  it.each([['0123456789'], ['123456789'], ['0123 456 789'], [null]])(
    'the exact sum to account %s pays the order it names',
    (account) => {
      expect(judgeTransfer({ ...paid, account }, [order], own)).toEqual({ pays: order.code });
    },
  );

  it.each([
    ['one đồng short', { ...paid, amount: 129_999 }, [order], 'wrong-sum', order.code],
    ['more than asked', { ...paid, amount: 135_000 }, [order], 'wrong-sum', order.code],
    ['no order', paid, [], 'no-order', null],
    ['two orders', paid, [order, other], 'several-orders', null],
    ['an order paid on delivery', paid, [{ ...order, money: null }], 'not-by-transfer', order.code],
    ['a cancelled order', paid, [{ ...order, money: 'cancelled' as const }], 'too-late', order.code],
    ['an expired order', paid, [{ ...order, money: 'expired' as const }], 'too-late', order.code],
    ['a paid order', paid, [{ ...order, money: 'captured' as const }], 'paid-before', order.code],
    ['a refunded order', paid, [{ ...order, money: 'refunded' as const }], 'paid-before', order.code],
    ['another account', { ...paid, account: '999' }, [order], 'other-account', order.code],
  ])('%s is for a person', (_what, transfer, orders, doubt, named) => {
    expect(judgeTransfer(transfer, orders, own)).toEqual({ doubt, order: named });
  });
});
