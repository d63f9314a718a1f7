import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import type { TransferDesk } from '@ocop/contract/bank-transfers';
import { bankTransfers } from './bank-transfers.ts';
import { cardPayments } from './cards.ts';

const iso = (moment: Date | string) => new Date(moment).toISOString();

interface OrderRow {
  id: string;
  custom_display_id: string | null;
  canceled_at: string | null;
}

/** What staff have to look at: orders waiting for transfers, money nobody could put down, money to be sent back. */
export async function readDesk(container: MedusaContainer): Promise<TransferDesk> {
  const service = bankTransfers(container);
  const cards = cardPayments(container);
  const [awaited, doubted, owed, unclear, stray] = await Promise.all([
    service.awaited(),
    service.doubted(),
    service.owedRefunds(),
    cards.unclear(),
    cards.strayCharges(),
  ]);
  const orders = await ordersWith(
    container,
    [...awaited, ...doubted, ...owed, ...unclear].flatMap(({ orderId }) => orderId ?? []),
  );
  const named = (orderId: string | null) => {
    const order = orderId === null ? undefined : orders.get(orderId);
    return order ? { id: order.id, code: order.custom_display_id ?? order.id } : null;
  };
  return {
    takesTransfers: service.settings !== null,
    awaited: awaited.flatMap(({ orderId, amount, dueAt }) => {
      const order = named(orderId);
      if (!order || orders.get(order.id)?.canceled_at != null) return [];
      return [{ order, amount, dueAt: iso(dueAt) }];
    }),
    doubted: doubted.map(({ id, source, account, amount, bookedAt, note, reference, doubt, orderId }) => ({
      ...{ id, source, account, amount, note, reference },
      at: iso(bookedAt),
      doubt: doubt ?? 'no-order',
      order: named(orderId),
    })),
    owed: owed.map(({ id, orderId, amount, why, at }) => ({
      id,
      amount,
      why,
      at: iso(at),
      order: named(orderId),
    })),
    cards: [
      ...unclear.map(({ id, received, askedAt, dueAt, intentId, doubt, orderId }) => ({
        id,
        amount: received,
        at: iso(askedAt ?? dueAt),
        reference: intentId,
        doubt: doubt ?? ('not-found' as const),
        order: named(orderId),
      })),
      ...stray.map(({ id, received, at, intentId }) => ({
        id,
        amount: received,
        at: iso(at),
        reference: intentId,
        doubt: 'no-order' as const,
        order: null,
      })),
    ],
  };
}

async function ordersWith(container: MedusaContainer, ids: string[]): Promise<Map<string, OrderRow>> {
  if (ids.length === 0) return new Map();
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'order',
    fields: ['id', 'custom_display_id', 'canceled_at'],
    filters: { id: [...new Set(ids)] },
  });
  return new Map((data as unknown as OrderRow[]).map((order) => [order.id, order]));
}
