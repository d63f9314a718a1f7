import type { Closing } from '@ocop/contract/bank-transfers';
import type { MoneyState } from '@ocop/rules/payment/order-money';
import type { TransferDoubt } from '@ocop/rules/payment/bank-transfer';

/** The part of an order's money that waiting for a transfer knows itself. */
export type AwaitedMoney = Extract<MoneyState, 'awaiting' | 'captured' | 'cancelled' | 'expired'>;

/** An order that is paid by a transfer. `amount` in whole đồng. */
export interface AwaitedTransfer {
  id: string;
  cartId: string;
  sessionId: string;
  /** Null until the order is placed, and where that could not be noted. */
  orderId: string | null;
  amount: number;
  money: AwaitedMoney;
  /** Until when it is waited for. */
  dueAt: Date;
  capturedAt: Date | null;
  /** When Medusa held the payment. */
  bookedAt: Date | null;
}

export type TransferState = 'new' | 'settled' | 'doubted' | 'closed';

/** A transfer somebody told of. `amount` in whole đồng. */
export interface StoredTransfer {
  id: string;
  source: string;
  sourceId: string;
  account: string | null;
  amount: number;
  bookedAt: Date;
  note: string;
  reference: string | null;
  state: TransferState;
  doubt: TransferDoubt | null;
  orderId: string | null;
  awaitedId: string | null;
  /** `told-twice`: another service told of it before. */
  closing: Closing | 'told-twice' | null;
  remark: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** Money to be transferred back by hand. `amount` in whole đồng. */
export interface OwedRefund {
  id: string;
  awaitedId: string;
  orderId: string | null;
  amount: number;
  why: 'refund' | 'overpaid';
  at: Date;
  paidBackAt: Date | null;
  paidBackBy: string | null;
  remark: string | null;
}

export const awaitedColumns = `
  id, cart_id as "cartId", session_id as "sessionId", order_id as "orderId", amount::float8 as amount, money,
  due_at as "dueAt", captured_at as "capturedAt", booked_at as "bookedAt"`;

export const transferColumns = `
  id, source, source_id as "sourceId", account, amount::float8 as amount, booked_at as "bookedAt", note, reference,
  state, doubt, order_id as "orderId", awaited_id as "awaitedId", closing, remark, decided_by as "decidedBy",
  decided_at as "decidedAt"`;

export const refundColumns = `
  r.id, r.awaited_id as "awaitedId", a.order_id as "orderId", r.amount::float8 as amount, r.why, r.created_at as at,
  r.paid_back_at as "paidBackAt", r.paid_back_by as "paidBackBy", r.remark`;
