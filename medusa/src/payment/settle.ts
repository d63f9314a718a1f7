/**
 * Whatever tells of a transfer ends here: it is kept first, then judged, then booked with Medusa; each step is
 * found and done again where a process ended before it.
 */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { orderCodesIn } from '@ocop/rules/order-code';
import { judgeTransfer, type NamedOrder, type TransferNotice } from '@ocop/rules/payment/bank-transfer';
import type { AwaitedTransfer, StoredTransfer } from '../modules/bank-transfers/rows.ts';
import { bookPayment } from './book.ts';
import { bankTransfers, decidingMoney, moneyOf, ordersByCode, type CodedOrder } from './bank-transfers.ts';

/**
 * Keeps what was told of transfers and judges it. Told twice, each is one. Once this has answered nothing of it
 * is lost: what could not be judged now is judged within a minute.
 * @returns how many were not known
 */
export async function takeTransfers(
  container: MedusaContainer,
  notices: readonly TransferNotice[],
): Promise<number> {
  const taken: string[] = [];
  for (const notice of notices) {
    // What leaves the account pays no order.
    if (notice.direction === 'out') continue;
    const id = await bankTransfers(container).take(notice);
    if (id !== null) taken.push(id);
  }
  for (const id of taken) await orLater(container, `Transfer ${id}`, () => judgeKept(container, id));
  return taken.length;
}

/** Judges and books what a process left. */
export async function finishTransfers(container: MedusaContainer): Promise<void> {
  const service = bankTransfers(container);
  for (const { id } of await service.unjudged()) {
    await orLater(container, `Transfer ${id}`, () => judgeKept(container, id));
  }
  for (const awaited of await service.unbooked()) {
    await orLater(container, `The payment of cart ${awaited.cartId}`, () =>
      decidingMoney(container, awaited.cartId, () => book(container, awaited)),
    );
  }
}

async function orLater(container: MedusaContainer, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error(`${what} could not be dealt with and is tried again within a minute: ${reason}`);
  }
}

async function judgeKept(container: MedusaContainer, id: string): Promise<void> {
  const service = bankTransfers(container);
  const transfer = await service.transfer(id);
  if (transfer?.state !== 'new') return;
  const codes = orderCodesIn(transfer.note);
  const [named, ...others] = await ordersByCode(container, codes);
  if (!named?.cartId || others.length > 0) return judge(container, transfer, codes);
  // Everything is read anew: the order may have been cancelled, or paid, while this waited.
  await decidingMoney(container, named.cartId, () => judge(container, transfer, codes));
}

async function judge(
  container: MedusaContainer,
  transfer: StoredTransfer,
  codes: readonly string[],
): Promise<void> {
  const service = bankTransfers(container);
  if (await service.isToldByAnother(transfer)) {
    await service.close(transfer.id, 'told-twice');
    return;
  }
  const orders = await Promise.all(
    (await ordersByCode(container, codes)).map((order) => withMoney(container, order)),
  );
  const { settings } = service;
  const verdict = judgeTransfer(transfer, orders, settings ? [settings.account.number] : []);
  if ('doubt' in verdict) {
    const order = orders.find(({ code }) => code === verdict.order);
    await service.doubt(transfer.id, verdict.doubt, order?.orderId ?? null);
    return;
  }
  const paid = orders.find(({ code }) => code === verdict.pays);
  if (!paid?.awaited) return;
  const { awaited, orderId } = paid;
  if (await service.settle([transfer.id], { id: awaited.id, orderId })) {
    await book(container, { ...awaited, orderId });
  }
}

type OrderWithMoney = NamedOrder & { orderId: string; awaited: AwaitedTransfer | null };

async function withMoney(container: MedusaContainer, order: CodedOrder): Promise<OrderWithMoney> {
  const { code, orderId, cartId } = order;
  const awaited = cartId === null ? null : await bankTransfers(container).ofCart(cartId);
  if (!awaited) return { code, orderId, amount: 0, money: null, awaited };
  return { code, orderId, amount: awaited.amount, money: moneyOf(order, awaited), awaited };
}

/**
 * Has Medusa hold the payment of an order whose transfer came. Called under the lock of its cart. For an order that
 * was cancelled in that moment the sum is owed to its buyer.
 */
export async function book(container: MedusaContainer, awaited: AwaitedTransfer): Promise<void> {
  await bookPayment(container, awaited);
  await bankTransfers(container).booked(awaited.id);
}
