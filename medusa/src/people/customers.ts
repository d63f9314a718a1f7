import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import type { EarlierOrder } from '@ocop/contract/people';

/** More are told nowhere: whoever ordered more often asks the shop. */
const MOST_ORDERS = 50;

/** The account of an address that was proved; it is made where there is none. */
export async function customerOf(container: MedusaContainer, email: string): Promise<{ id: string }> {
  const customers = container.resolve(Modules.CUSTOMER);
  const find = async () =>
    (await customers.listCustomers({ email, has_account: true }, { select: ['id'], take: 1 }))[0];
  const known = await find();
  if (known) return known;
  try {
    return await customers.createCustomers({ email, has_account: true });
  } catch (error) {
    // Two links of one address, used at once: the other made it.
    const made = await find();
    if (made) return made;
    throw error;
  }
}

/** The address of an account; null where it was removed. */
export async function addressOf(container: MedusaContainer, customerId: string): Promise<string | null> {
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id: [customerId], has_account: true }, { select: ['id', 'email'], take: 1 });
  return found[0]?.email ?? null;
}

/** The orders that were placed with a proved address, the newest first; the address stands in the question itself. */
export async function ordersOf(container: MedusaContainer, email: string): Promise<EarlierOrder[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await knex.raw<{
    rows: (Omit<EarlierOrder, 'placedAt' | 'total'> & { placedAt: Date; total: string })[];
  }>(
    `select o.id, coalesce(o.custom_display_id, o.display_id::text) as code, o.created_at as "placedAt",
       o.canceled_at is not null as canceled,
       coalesce((select s.totals ->> 'original_order_total' from order_summary s
         where s.order_id = o.id and s.deleted_at is null order by s.version desc limit 1), '0') as total,
       (select json_agg(json_build_object('sku', coalesce(l.variant_sku, ''),
            'title', concat_ws(' · ', l.product_title, l.variant_title), 'quantity', i.quantity) order by l.created_at, l.id)
          from order_item i join order_line_item l on l.id = i.item_id
          where i.order_id = o.id and i.version = o.version and i.deleted_at is null) as lines
     from "order" o
     where lower(o.email) = ? and o.is_draft_order = false and o.deleted_at is null
     order by o.created_at desc limit ${MOST_ORDERS}`,
    [email],
  );
  return rows.map((row) => ({
    ...row,
    placedAt: new Date(row.placedAt).toISOString(),
    total: Number(row.total),
    lines: (row.lines ?? []).map((line) => ({ ...line, quantity: Number(line.quantity) })),
  }));
}
