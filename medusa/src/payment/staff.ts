/** What staff decide about transfers. Each is asked for by one person and done once. */
import type { MedusaContainer } from '@medusajs/framework/types';
import type { Closing } from '@ocop/contract/bank-transfers';
import type { StoredTransfer } from '../modules/bank-transfers/rows.ts';
import {
  bankTransfers,
  decidingMoney,
  moneyOf,
  orderById,
  ordersByCode,
  type CodedOrder,
} from './bank-transfers.ts';
import { book } from './settle.ts';

/** Who decides, and what they write to it. */
export interface ByStaff {
  /** Id of the person. */
  by: string;
  remark: string | null;
}

/** Why nothing was done. Sums in whole đồng. */
export type StaffRefusal =
  | { reason: 'unknown-order' | 'unknown-transfer' | 'unknown-refund' }
  /** It is not waited for any more. */
  | { reason: 'not-awaited'; money: string }
  | { reason: 'other-sum'; awaited: number; given: number }
  /** The service that takes cards does not answer. */
  | { reason: 'card-unreachable' }
  /** Somebody dealt with it. */
  | { reason: 'dealt-with' };

export type StaffAnswer = { done: true } | ({ done: false } & StaffRefusal);

const refused = (why: StaffRefusal): StaffAnswer => ({ done: false, ...why });

/**
 * Notes that staff saw an order's transfer in the bank's own app. Once for an order: a second press finds it paid.
 * @param seen what was seen: the sum, and the bank's number of it
 */
export async function confirmTransfer(
  container: MedusaContainer,
  orderId: string,
  seen: { amount: number; reference: string | null },
  { by, remark }: ByStaff,
): Promise<StaffAnswer> {
  const service = bankTransfers(container);
  return onAwaited(container, await orderById(container, orderId), async (awaited) => {
    if (seen.amount !== awaited.amount) {
      return refused({ reason: 'other-sum', awaited: awaited.amount, given: seen.amount });
    }
    const sourceId = `order:${awaited.orderId}`;
    const account = service.settings?.account.number ?? null;
    const notice = { source: 'staff', sourceId, account, direction: 'in' as const, at: new Date(), note: '' };
    const id = await service.take({ ...notice, ...seen });
    if (id === null) return refused({ reason: 'dealt-with' });
    return pay(container, [id], awaited, 0, { by, remark });
  });
}

/**
 * Lets a transfer that was left to a person pay an order, together with those of the same order that were left to a
 * person too. What is too much is owed to the buyer; what is too little releases nothing.
 */
export async function settleByHand(
  container: MedusaContainer,
  transferId: string,
  code: string,
  decision: ByStaff,
): Promise<StaffAnswer> {
  const service = bankTransfers(container);
  const [order] = await ordersByCode(container, [code]);
  return onAwaited(container, order ?? null, async (awaited) => {
    const transfer = await service.transfer(transferId);
    if (!transfer) return refused({ reason: 'unknown-transfer' });
    if (transfer.state !== 'doubted') return refused({ reason: 'dealt-with' });
    const others = (await service.transfersOf(awaited.orderId)).filter(
      ({ id, state }) => id !== transferId && state === 'doubted',
    );
    const together = [transfer, ...others];
    const given = together.reduce((sum, { amount }) => sum + amount, 0);
    if (given < awaited.amount) return refused({ reason: 'other-sum', awaited: awaited.amount, given });
    return pay(
      container,
      together.map(({ id }) => id),
      awaited,
      given - awaited.amount,
      decision,
    );
  });
}

/** Ends a transfer that pays no order, with what became of it. */
export async function closeTransfer(
  container: MedusaContainer,
  transferId: string,
  closing: Closing,
  decision: ByStaff,
): Promise<StaffAnswer> {
  const service = bankTransfers(container);
  const transfer: StoredTransfer | null = await service.transfer(transferId);
  if (!transfer) return refused({ reason: 'unknown-transfer' });
  return (await service.close(transferId, closing, decision))
    ? { done: true }
    : refused({ reason: 'dealt-with' });
}

/** Notes that money was transferred back to its buyer. */
export async function notePaidBack(
  container: MedusaContainer,
  refundId: string,
  decision: ByStaff,
): Promise<StaffAnswer> {
  return (await bankTransfers(container).paidBack(refundId, decision))
    ? { done: true }
    : refused({ reason: 'unknown-refund' });
}

interface Awaited {
  id: string;
  orderId: string;
  amount: number;
}

/** Runs under the lock of the order's cart, and only for an order whose transfer is waited for. */
async function onAwaited(
  container: MedusaContainer,
  order: CodedOrder | null,
  decide: (awaited: Awaited) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  if (!order?.cartId) return refused({ reason: 'unknown-order' });
  const { cartId, orderId } = order;
  return decidingMoney(container, cartId, async () => {
    const [awaited, now] = [
      await bankTransfers(container).ofCart(cartId),
      await orderById(container, orderId),
    ];
    if (!awaited || !now) return refused({ reason: 'unknown-order' });
    const money = moneyOf(now, awaited);
    if (money !== 'awaiting') return refused({ reason: 'not-awaited', money });
    return decide({ id: awaited.id, orderId, amount: awaited.amount });
  });
}

async function pay(
  container: MedusaContainer,
  transferIds: string[],
  { id, orderId }: Awaited,
  owed: number,
  decision: ByStaff,
): Promise<StaffAnswer> {
  const service = bankTransfers(container);
  if (!(await service.settle(transferIds, { id, orderId }, { owed, decision }))) {
    return refused({ reason: 'dealt-with' });
  }
  const awaited = await service.ofOrder(orderId);
  if (awaited) await book(container, awaited);
  return { done: true };
}
