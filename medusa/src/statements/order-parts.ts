import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { divideDong } from '@ocop/rules/money';
import type { OrderPart } from '@ocop/rules/payment/producer-statement';
import { chargedParcels } from '../order-desk/charged-parcels.ts';
import { producerIn } from '../order-desk/order-sheet.ts';
import { productMetadata } from '../order-desk/read-orders.ts';

interface ItemRow {
  order: string;
  product_id: string | null;
  goods: string;
}

// One question for a page of orders: the workflow that Medusa's own pages ask costs 30 ms an order.
const items = `
  select coalesce(o.custom_display_id, o.display_id::text) as "order", li.product_id,
    greatest(0, sum(oi.quantity * coalesce(oi.unit_price, li.unit_price) - coalesce(off.amount, 0)))::text as goods
  from "order" o
    join order_item oi on oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
    join order_line_item li on li.id = oi.item_id
    left join lateral (
      select sum(a.amount) as amount from order_line_item_adjustment a
      where a.item_id = li.id and a.deleted_at is null
        and a.version = (select max(b.version) from order_line_item_adjustment b
          where b.item_id = li.id and b.deleted_at is null)) off on true
  where o.id = any(:ids) group by o.id, li.product_id`;

const deliveries = `
  select coalesce(o.custom_display_id, o.display_id::text) as "order", m.amount::text as amount, m.data
  from "order" o
    join order_shipping s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
      and s.return_id is null
    join order_shipping_method m on m.id = s.shipping_method_id and m.deleted_at is null
  where o.id = any(:ids)`;

interface DeliveryRow {
  order: string;
  amount: string;
  data: unknown;
}

/**
 * What each producer sent of these orders, by the order's code. Delivery that is charged once an order is divided by
 * what the goods are worth.
 * @param names gathers what producers are called, by their id
 */
export async function orderParts(
  container: MedusaContainer,
  ids: readonly string[],
  names: Map<string, string>,
): Promise<Map<string, OrderPart[]>> {
  if (ids.length === 0) return new Map();
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const lines = await knex.raw<{ rows: ItemRow[] }>(items, { ids: [...ids] });
  const sent = await knex.raw<{ rows: DeliveryRow[] }>(deliveries, { ids: [...ids] });
  const producers = await producersOf(
    container,
    lines.rows.flatMap(({ product_id }) => product_id ?? []),
    names,
  );
  const goods = new Map<string, Map<string | null, number>>();
  for (const { order, product_id, goods: sum } of lines.rows) {
    const ofOrder = goods.get(order) ?? new Map<string | null, number>();
    const producer = producers.get(product_id ?? '') ?? null;
    ofOrder.set(producer, (ofOrder.get(producer) ?? 0) + Math.round(Number(sum)));
    goods.set(order, ofOrder);
  }
  const methods = new Map<string, DeliveryRow[]>();
  for (const row of sent.rows) methods.set(row.order, [...(methods.get(row.order) ?? []), row]);
  return new Map([...goods].map(([order, ofOrder]) => [order, partsOf(ofOrder, methods.get(order) ?? [])]));
}

function partsOf(goods: ReadonlyMap<string | null, number>, methods: readonly DeliveryRow[]): OrderPart[] {
  const parcels = chargedParcels(methods);
  const whole = methods.reduce((sum, { amount }) => sum + Math.round(Number(amount)), 0);
  const shared = divideDong(whole, [...goods.values()]);
  return [...goods].map(([producer, sum], at) => ({
    producer,
    goods: sum,
    delivery:
      parcels.length === 0
        ? (shared[at] ?? 0)
        : parcels.reduce((total, { sender, price }) => (sender === producer ? total + price : total), 0),
  }));
}

/** The producer of each product, by product id; of those that were deleted since too. */
async function producersOf(
  container: MedusaContainer,
  products: readonly string[],
  names: Map<string, string>,
): Promise<Map<string, string>> {
  const metadata = await productMetadata(container, products);
  return new Map(
    metadata.flatMap(({ id, metadata: written }) => {
      const producer = producerIn(written);
      if (!producer) return [];
      names.set(producer.id, producer.name);
      return [[id, producer.id] as const];
    }),
  );
}
