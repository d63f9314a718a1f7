import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import type { MoneyState } from '@ocop/rules/payment/order-money';
import { BANK_TRANSFERS } from '../modules/bank-transfers/index.ts';
import type { BankTransferService } from '../modules/bank-transfers/service.ts';

/** The payment provider of transfers (src/modules/transfer-payment), as Medusa names it. */
export const TRANSFER_PROVIDER = 'pp_transfer_bank';

export function bankTransfers(container: MedusaContainer): BankTransferService {
  return container.resolve<BankTransferService>(BANK_TRANSFERS);
}

/** Seconds that one who decides about an order's money waits for another. */
const WAIT_S = 10;

/**
 * Decides about an order's money, one at a time: under the lock that completing the cart takes, so that placing,
 * paying, cancelling and packing never pass each other.
 */
export function decidingMoney<T>(
  container: MedusaContainer,
  cartId: string,
  decide: () => Promise<T>,
): Promise<T> {
  return container.resolve(Modules.LOCKING).execute(cartId, decide, { timeout: WAIT_S });
}

/** An order that a code names. `cartId` is null for one that staff made by hand. */
export interface CodedOrder {
  orderId: string;
  code: string;
  cartId: string | null;
  canceledAt: Date | null;
}

const columns = `
  select o.id as "orderId", o.custom_display_id as code, l.cart_id as "cartId", o.canceled_at as "canceledAt"
  from "order" o left join order_cart l on l.order_id = o.id and l.deleted_at is null`;

/** The orders with these codes. */
export async function ordersByCode(
  container: MedusaContainer,
  codes: readonly string[],
): Promise<CodedOrder[]> {
  if (codes.length === 0) return [];
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await knex.raw<{ rows: CodedOrder[] }>(
    `${columns} where o.custom_display_id in (${codes.map(() => '?').join(', ')}) and o.deleted_at is null`,
    [...codes],
  );
  return rows;
}

export async function orderById(container: MedusaContainer, id: string): Promise<CodedOrder | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const sql = `${columns} where o.id = ? and o.deleted_at is null`;
  return (await knex.raw<{ rows: CodedOrder[] }>(sql, [id])).rows[0] ?? null;
}

export async function orderOfCart(container: MedusaContainer, cartId: string): Promise<CodedOrder | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const sql = `${columns} where l.cart_id = ? and o.deleted_at is null`;
  return (await knex.raw<{ rows: CodedOrder[] }>(sql, [cartId])).rows[0] ?? null;
}

/** How far an order's money has come; a cancelled order waits for none, also where that was not noted yet. */
export function moneyOf<Money extends MoneyState>(
  { canceledAt }: Pick<CodedOrder, 'canceledAt'>,
  awaited: { money: Money; dueAt: Date },
): Money | 'expired' | 'cancelled' {
  if (awaited.money !== 'awaiting' || canceledAt === null) return awaited.money;
  return new Date(canceledAt) >= new Date(awaited.dueAt) ? 'expired' : 'cancelled';
}
