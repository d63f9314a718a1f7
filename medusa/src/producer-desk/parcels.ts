import type { MedusaContainer } from '@medusajs/framework/types';
import type { ParcelOnList } from '@ocop/contract/producer-desk';
import type { Action, Actor } from '@ocop/rules/people/actor';
import { scopesFor } from '@ocop/rules/people/may';
import type { ParcelState } from '@ocop/rules/people/parcel-state';
import { rowsIn } from '../order-messages/rows.ts';

/** More than that are shown nowhere. */
const MOST_PARCELS = 300;
/** Parcels that are done with are listed for so long. */
const LISTED_DAYS = 60;

interface ParcelRow {
  orderId: string;
  code: string;
  placedAt: Date;
  canceled: boolean;
  pieces: string;
  packed: boolean;
  handedOver: boolean;
  delivered: boolean;
  awaitsMoney: boolean;
  awaitsCall: boolean;
}

/**
 * What of orders comes from some producers, by what a product says today. Every question about parcels stands on
 * this, so that a row of another producer is never read.
 */
const itemsOfProducers = (ids: readonly string[]) => `
  from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.quantity > 0
  join order_line_item l on l.id = i.item_id
  join product p on p.id = l.product_id and p.metadata -> 'producer' ->> 'id' in (${ids.map(() => '?').join(', ')})
  where o.is_draft_order = false and o.deleted_at is null`;

const parcelColumns = `
  select o.id as "orderId", coalesce(o.custom_display_id, o.display_id::text) as code, o.created_at as "placedAt",
    o.canceled_at is not null as canceled, sum(i.quantity) as pieces,
    bool_and(i.fulfilled_quantity >= i.quantity) as packed,
    bool_and(i.shipped_quantity >= i.quantity) as "handedOver",
    bool_and(i.delivered_quantity >= i.quantity) as delivered,
    exists (select 1 from order_cart c
        left join awaited_transfer a on a.cart_id = c.cart_id and a.money = 'awaiting'
        left join card_payment p on p.cart_id = c.cart_id and p.money in ('awaiting', 'unclear')
      where c.order_id = o.id and c.deleted_at is null and (a.id is not null or p.id is not null)) as "awaitsMoney",
    exists (select 1 from order_confirmation c
      where c.order_id = o.id and c.state = 'awaited') as "awaitsCall"`;

function stateOf(row: ParcelRow): ParcelState {
  if (row.canceled) return 'canceled';
  if (row.delivered) return 'delivered';
  if (row.handedOver) return 'handed-over';
  if (row.packed) return 'packed';
  if (row.awaitsMoney) return 'money';
  return row.awaitsCall ? 'call' : 'to-pack';
}

const onList = (row: ParcelRow): ParcelOnList => ({
  orderId: row.orderId,
  code: row.code,
  placedAt: new Date(row.placedAt).toISOString(),
  state: stateOf(row),
  pieces: Number(row.pieces),
});

const urgency: readonly ParcelState[] = [
  ...(['to-pack', 'packed', 'money', 'call', 'handed-over', 'delivered', 'canceled'] as const),
];
const isOpen = ({ state }: ParcelOnList) => urgency.indexOf(state) < urgency.indexOf('handed-over');

/** The parcels somebody may see: what is to be done first, the oldest on top; then what is done, the newest on top. */
export async function parcelsOf(container: MedusaContainer, actor: Actor): Promise<ParcelOnList[]> {
  const ids = scopesFor(actor, 'parcel:read', 'producer');
  if (ids.length === 0) return [];
  const rows = await rowsIn(container)<ParcelRow>(
    `${parcelColumns} ${itemsOfProducers(ids)}
       and (o.created_at > now() - interval '${LISTED_DAYS} days'
         or (o.canceled_at is null and i.shipped_quantity < i.quantity))
     group by o.id order by o.created_at desc limit ${MOST_PARCELS}`,
    ids,
  );
  const parcels = rows.map(onList);
  const open = parcels.filter(isOpen).reverse();
  open.sort((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
  return [...open, ...parcels.filter((parcel) => !isOpen(parcel))];
}

/** What of one order somebody may do this to; null where nothing of it is hers, or there is no such order. */
export async function parcelOf(
  container: MedusaContainer,
  actor: Actor,
  action: Action,
  orderId: string,
): Promise<ParcelOnList | null> {
  const ids = scopesFor(actor, action, 'producer');
  if (ids.length === 0) return null;
  const [row] = await rowsIn(container)<ParcelRow>(
    `${parcelColumns} ${itemsOfProducers(ids)} and o.id = ? group by o.id`,
    [...ids, orderId],
  );
  return row ? onList(row) : null;
}

/** One line of hers in an order. */
export interface ParcelItem {
  id: string;
  sku: string;
  title: string;
  quantity: number;
  packed: number;
  requiresShipping: boolean;
  /** Where its goods lie reserved; null where stock is not counted. */
  locationId: string | null;
}

/** Her lines of one order, within the scope of an action. */
export async function itemsOf(
  container: MedusaContainer,
  actor: Actor,
  action: Action,
  orderId: string,
): Promise<ParcelItem[]> {
  const ids = scopesFor(actor, action, 'producer');
  if (ids.length === 0) return [];
  const rows = await rowsIn(container)<
    Omit<ParcelItem, 'quantity' | 'packed'> & { quantity: string; packed: string }
  >(
    `select i.item_id as id, coalesce(l.variant_sku, '') as sku,
       concat_ws(' · ', l.product_title, l.variant_title) as title, i.quantity, i.fulfilled_quantity as packed,
       l.requires_shipping as "requiresShipping",
       (select r.location_id from reservation_item r
          where r.line_item_id = i.item_id and r.deleted_at is null order by r.id limit 1) as "locationId"
     ${itemsOfProducers(ids)} and o.id = ? order by l.created_at, l.id`,
    [...ids, orderId],
  );
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity), packed: Number(row.packed) }));
}

/** A fulfilment that holds something of hers. */
export interface HerFulfilment {
  id: string;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  /** Whether it holds nothing of anybody else. */
  alone: boolean;
  carrier: string;
  tracking: string;
  items: { id: string; quantity: number }[];
}

/** The fulfilments that stand and hold one of these lines. */
export async function fulfilmentsOf(
  container: MedusaContainer,
  orderId: string,
  itemIds: readonly string[],
): Promise<HerFulfilment[]> {
  if (itemIds.length === 0) return [];
  const hers = itemIds.map(() => '?').join(', ');
  return rowsIn(container)<HerFulfilment>(
    `select f.id, f.shipped_at as "shippedAt", f.delivered_at as "deliveredAt",
       bool_and(fi.line_item_id in (${hers})) as alone,
       coalesce(f.metadata ->> 'carrier', '') as carrier,
       coalesce((select string_agg(la.tracking_number, ', ') from fulfillment_label la
         where la.fulfillment_id = f.id and la.deleted_at is null), '') as tracking,
       json_agg(json_build_object('id', fi.line_item_id, 'quantity', fi.quantity::float8)) as items
     from order_fulfillment ofu join fulfillment f on f.id = ofu.fulfillment_id
     join fulfillment_item fi on fi.fulfillment_id = f.id and fi.deleted_at is null
     where ofu.order_id = ? and ofu.deleted_at is null and f.deleted_at is null and f.canceled_at is null
     group by f.id having bool_or(fi.line_item_id in (${hers})) order by f.created_at, f.id`,
    [...itemIds, orderId, ...itemIds],
  );
}
