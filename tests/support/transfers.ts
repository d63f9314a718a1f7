import { createHmac, randomUUID } from 'node:crypto';
import { transferDesk, type TransferDesk } from '@ocop/contract/bank-transfers';
import type { MoneyState } from '@ocop/rules/payment/order-money';
import { z } from 'zod';
import { CommerceError, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { putOnSale, type Goods } from './goods.ts';
import { orderRequest, value } from './orders.ts';
import type { TestStack } from './stack.ts';

/** An order that is paid by transfer. `total` in đồng, delivery included. */
export interface TransferOrder {
  id: string;
  cartId: string;
  code: string;
  total: number;
  goods: Goods;
}

/** Places an order of one of ten pieces at 100.000 ₫, paid by transfer. */
export async function orderByTransfer(admin: AdminApi, medusa: MedusaConnection): Promise<TransferOrder> {
  const goods = await putOnSale(admin, { price: 100_000, stock: 10 });
  const request = { ...orderRequest(goods, 1, 100_000), payment: 'transfer' as const };
  const answer = value(await sendOrder(medusa, request));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  const { code, total } = value(await fetchReceipt(medusa, answer.orderId));
  return { id: answer.orderId, cartId: request.cartId, code: code ?? '', total, goods };
}

/** A transfer as our own signed form tells of it; what is left out is right. */
export interface Told {
  id?: string;
  account?: string | null;
  amount: number;
  note: string;
  reference?: string | null;
  direction?: 'in' | 'out';
}

/** Tells the site of transfers, signed. @returns the status of the answer */
export async function tell(
  stack: TestStack,
  transfers: Told[],
  secret = stack.env.BANK_WEBHOOK_SECRET ?? '',
) {
  const full = transfers.map((one) => ({
    id: randomUUID(),
    account: stack.env.TRANSFER_ACCOUNT,
    at: new Date().toISOString(),
    ...one,
  }));
  const body = JSON.stringify({ transfers: full });
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const answer = await fetch(`${stack.siteUrl}/hooks/payment/signed`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-timestamp': time,
      'x-signature': `sha256=${signature}`,
    },
  });
  await answer.body?.cancel();
  return answer.status;
}

export const readDesk = (admin: AdminApi): Promise<TransferDesk> =>
  admin.get(transferDesk, '/admin/bank-transfers');

/** The transfers on the list for a person that were put down to an order, or told with this note. */
export async function doubtedFor(admin: AdminApi, { id, note }: { id?: string; note?: string }) {
  const { doubted } = await readDesk(admin);
  return doubted.filter((one) => (id !== undefined ? one.order?.id === id : one.note === note));
}

/** What staff asked for; the status where it was refused. */
export async function decide(admin: AdminApi, path: string, body: object): Promise<number> {
  try {
    await admin.post(z.unknown(), `/admin/bank-transfers/${path}`, body);
    return 200;
  } catch (error) {
    if (error instanceof CommerceError && error.status !== null) return error.status;
    throw error;
  }
}

const orderMoney = z.object({
  order: z.object({
    status: z.string(),
    payment_status: z.string(),
    total: z.number(),
    payment_collections: z.array(
      z.object({
        payments: z
          .array(
            z.object({
              captures: z.array(z.object({ amount: z.number() })).nullish(),
              refunds: z.array(z.object({ amount: z.number() })).nullish(),
            }),
          )
          .nullish(),
      }),
    ),
    transactions: z.array(z.object({ amount: z.number(), reference: z.string().nullable() })).nullish(),
  }),
});

/** What Medusa holds of an order's money, đồng. */
export async function moneyHeld(admin: AdminApi, id: string) {
  const { order } = await admin.get(orderMoney, `/admin/orders/${id}`, {
    fields:
      'id,status,payment_status,total,+payment_collections.payments.captures.amount,+payment_collections.payments.refunds.amount,+transactions.amount,+transactions.reference',
  });
  const payments = order.payment_collections.flatMap(({ payments: all }) => all ?? []);
  const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0);
  return {
    status: order.status,
    paymentStatus: order.payment_status,
    payments: payments.length,
    captured: sum(payments.flatMap(({ captures }) => captures ?? [])),
    refunded: sum(payments.flatMap(({ refunds }) => refunds ?? [])),
    transactions: sum((order.transactions ?? []).filter(({ reference }) => reference === 'capture')),
  };
}

/** How far the money of an order has come, as its buyer is told. */
export async function toldMoney(medusa: MedusaConnection, id: string): Promise<MoneyState | null> {
  return value(await fetchReceipt(medusa, id)).transfer?.money ?? null;
}
