import { getOrderDetailWorkflow } from '@medusajs/core-flows';
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils';
import {
  orderSheetFields,
  orderSheetOf,
  producerIn,
  type OrderSheet,
  type Producer,
  type StoredOrder,
} from './order-sheet.ts';

/** An order as the clerk who packs it needs it; null where there is none with this id. */
export async function readOrderSheet(container: MedusaContainer, id: string): Promise<OrderSheet | null> {
  const order = await findOrder<StoredOrder>(container, id, orderSheetFields);
  return order && orderSheetOf(order, await producersOf(container, order));
}

/**
 * An order with the states Medusa reckons from what was packed, sent and paid; null where there is none.
 * @param fields at least those of the order sheet
 */
export async function findOrder<T extends StoredOrder>(
  container: MedusaContainer,
  id: string,
  fields: readonly string[],
): Promise<T | null> {
  try {
    const { result } = await getOrderDetailWorkflow(container).run({
      input: { order_id: id, fields: [...fields] },
    });
    return result as unknown as T;
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) return null;
    throw error;
  }
}

/** By product id. */
export async function producersOf(
  container: MedusaContainer,
  order: StoredOrder,
): Promise<ReadonlyMap<string, Producer>> {
  const metadata = await productMetadata(container, productIds(order));
  return new Map(
    metadata.flatMap(({ id, metadata }) => {
      const producer = producerIn(metadata);
      return producer ? [[id, producer] as const] : [];
    }),
  );
}

/** The products of an order's lines. */
export const productIds = ({ items }: StoredOrder): string[] =>
  items.flatMap(({ product_id }) => product_id ?? []);

/** What the synchronisation wrote of products; of those that were deleted since too. */
export async function productMetadata(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<{ id: string; metadata: Record<string, unknown> | null }[]> {
  if (ids.length === 0) return [];
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: 'product',
    fields: ['id', 'metadata'],
    filters: { id: [...new Set(ids)] },
    withDeleted: true,
  });
  return data as { id: string; metadata: Record<string, unknown> | null }[];
}

/** More than this many orders are told as "so many or more". */
export const WAITING_AT_MOST = 500;

/**
 * How many orders wait to be packed: not cancelled, nothing of them packed yet.
 * @returns at most {@link WAITING_AT_MOST}, and when the oldest was placed
 */
export async function countWaitingOrders(
  container: MedusaContainer,
): Promise<{ count: number; oldestAt: string | null }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = (await knex.raw(
    `select count(*)::int as count, min(created_at) as oldest
     from (
       select o.created_at from "order" o
       where o.status = 'pending' and o.canceled_at is null and o.is_draft_order = false and o.deleted_at is null
         and not exists (
           select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
           where l.order_id = o.id and l.deleted_at is null and f.canceled_at is null and f.deleted_at is null
         )
       limit ${WAITING_AT_MOST}
     ) waiting`,
  )) as { rows: { count: number; oldest: Date | null }[] };
  const [row] = rows;
  return { count: row?.count ?? 0, oldestAt: row?.oldest ? new Date(row.oldest).toISOString() : null };
}
