import { randomUUID } from 'node:crypto';
import type { OrderMessageList } from '@ocop/contract/order-messages';
import type { OrderRequest } from '@ocop/contract/orders';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { putOnSale, testAdmin, type Goods } from './goods.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { orderRequest, value } from './orders.ts';
import { testShop } from './shop.ts';
import type { TestStack } from './stack.ts';

/**
 * Orders of one product, and the mail server that Medusa of this run sends by: it listens during each test of the
 * file that calls this, and refuses the addresses that begin with "nobody".
 */
export function orderMail(stack: TestStack) {
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  const port = Number(stack.env.SMTP_PORT);
  const headers = {
    authorization: `Basic ${Buffer.from(`${stack.env.MEDUSA_ADMIN_KEY}:`).toString('base64')}`,
  };
  let goods: Goods;
  let mail: MailServer | null = null;

  beforeAll(async () => {
    await database.connect();
    const producer = { id: 'ct-thu', name: 'HTX <b>Thử</b> & bạn' };
    const metadata = { producer, sample: true };
    goods = await putOnSale(testAdmin(stack), { price: 60_000, stock: 400, metadata });
  });
  afterAll(() => database.end());

  const open = async () => {
    mail = await startMailServer(port, (address) => address.startsWith('nobody'));
  };
  const close = async () => {
    await mail?.close();
    mail = null;
  };
  beforeEach(open);
  afterEach(close);

  const mailTo = (address: string) => mail?.mailTo(address) ?? [];

  /** Finds and sends what is due, as the job of each minute does. */
  const run = (url = stack.medusaUrl) => fetch(`${url}/admin/order-messages`, { method: 'POST', headers });

  async function messagesOf(orderId: string): Promise<OrderMessageList['messages']> {
    const answer = await fetch(`${stack.medusaUrl}/admin/order-messages/${orderId}`, { headers });
    return ((await answer.json()) as OrderMessageList).messages;
  }

  return {
    ...{ database, headers, open, close, mailTo, run, messagesOf },

    /** An address that no other test uses. */
    someone: () => `buyer-${randomUUID()}@example.com`,

    async ordered(change: Partial<OrderRequest>): Promise<string> {
      const request = { ...orderRequest(goods, 2, 60_000), ...change };
      const answer = value(await sendOrder(testShop(stack), request));
      if (answer.outcome !== 'placed') throw new Error(answer.outcome);
      return answer.orderId;
    },

    /** What arrived for an address, once so much of it did: the job of each minute may be at it too. */
    async arrived(address: string, count: number) {
      await expect.poll(async () => (await run(), mailTo(address).length), { timeout: 15_000 }).toBe(count);
      return mailTo(address);
    },

    /** Kinds and states of what an order's buyer was told. */
    told: async (orderId: string) => (await messagesOf(orderId)).map(({ kind, state }) => `${kind} ${state}`),

    /** Lets what waits for another try be tried now. */
    hurry: (id: string) =>
      database.query('update order_message set next_try_at = now() where order_id = $1', [id]),
  };
}
