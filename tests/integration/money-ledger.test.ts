/** The book of money: every sum that came has its order, its refund or its place on the list. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ledgerPage, type LedgerPage } from '@ocop/contract/money-ledger';
import { faultsOf } from '@ocop/rules/payment/money-ledger';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { decide, doubtedFor, orderByTransfer, readDesk, tell } from '../support/transfers.ts';

const stack = testStack();
const admin = testAdmin(stack);
const medusa = testShop(stack);
const database = new pg.Client({ connectionString: stack.databaseUrl });
let folder: string;
beforeAll(async () => {
  await database.connect();
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-ledger-'));
});
afterAll(async () => {
  await database.end();
  await rm(folder, { recursive: true });
});

// Transfers are told with the tests' clock, captures are dated by the database's.
const days = { from: '2020-01-01', to: '2100-01-01' };

async function wholeLedger(): Promise<Pick<LedgerPage, 'entries' | 'accounts'>> {
  const [entries, accounts]: [LedgerPage['entries'], LedgerPage['accounts']] = [[], []];
  let after: string | undefined;
  do {
    const page = await admin.get(ledgerPage, '/admin/money-ledger', { ...days, after });
    entries.push(...page.entries);
    accounts.push(...page.accounts);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return { entries, accounts };
}

async function moneyIn(code: string) {
  const { entries, accounts } = await wholeLedger();
  const account = accounts.find(({ order }) => order === code);
  return {
    entries: entries
      .filter(({ order }) => order === code)
      .map(({ way, use, amount }) => ({ way, use, amount })),
    faults: account ? faultsOf(account) : null,
  };
}

test('a transfer, one too much, one sent back and one that is owed stand in it with what became of them', async () => {
  const order = await orderByTransfer(admin, medusa);
  await tell(stack, [{ amount: order.total, note: order.code }]);
  expect(await moneyIn(order.code)).toEqual({
    entries: [{ way: 'transfer', use: 'paid', amount: order.total }],
    faults: [],
  });

  await tell(stack, [{ amount: 7_000, note: order.code }]);
  const [second] = await doubtedFor(admin, order);
  expect((await moneyIn(order.code)).entries).toContainEqual({
    way: 'transfer',
    use: 'doubted',
    amount: 7_000,
  });
  await decide(admin, `${second?.id}/close`, { closing: 'paid-back', remark: 'FT hoàn' });
  expect((await moneyIn(order.code)).entries).toContainEqual({
    way: 'transfer',
    use: 'sent-back',
    amount: 7_000,
  });

  await admin.post(z.unknown(), `/admin/orders/${order.id}/cancel`, {});
  const canceled = await moneyIn(order.code);
  expect(canceled).toMatchObject({ faults: [] });
  expect(canceled.entries).toContainEqual({ way: 'transfer', use: 'owed', amount: order.total });
  const owed = (await readDesk(admin)).owed.find((one) => one.order?.id === order.id);
  await decide(admin, `refunds/${owed?.id}/paid-back`, { remark: 'FT trả lại' });
  expect((await moneyIn(order.code)).entries).toContainEqual({
    ...{ way: 'transfer', use: 'refunded', amount: order.total },
  });
});

test('cash the courier brought stands in it once it is noted as received', async () => {
  const goods = await putOnSale(admin, { price: 100_000, stock: 10 });
  const placed = value(await sendOrder(medusa, orderRequest(goods, 1, 100_000)));
  if (placed.outcome !== 'placed') throw new Error(placed.outcome);
  const { code, total } = value(await fetchReceipt(medusa, placed.orderId));
  expect(await moneyIn(code ?? '')).toEqual({ entries: [], faults: null });
  const { order } = await admin.get(
    z.object({
      order: z.object({
        payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
      }),
    }),
    `/admin/orders/${placed.orderId}`,
    { fields: 'id,+payment_collections.payments.id' },
  );
  const payment = order.payment_collections[0]?.payments[0]?.id;
  await admin.post(z.unknown(), `/admin/payments/${payment}/capture`, {});
  expect(await moneyIn(code ?? '')).toEqual({
    entries: [{ way: 'cod', use: 'paid', amount: total }],
    faults: [],
  });
});

test('the command adds up, writes every sum, and ends with 1 where a sum has no place', async () => {
  const order = await orderByTransfer(admin, medusa);
  await tell(stack, [{ amount: order.total, note: order.code }]);
  const out = path.join(folder, 'sums.csv');
  const run = () =>
    new Promise<{ status: number; told: string }>((resolve) => {
      const words = ['scripts/ledger.ts', '--from', days.from, '--to', days.to, '--out', out];
      execFile(process.execPath, words, { env: { ...process.env, ...stack.env } }, (error, stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), told: stdout + stderr }),
      );
    });
  expect((await run()).told).not.toContain(order.code);
  expect(await readFile(out, 'utf8')).toMatch(
    new RegExp(`"transfer","paid","${order.total}","${order.code}"`),
  );

  // The order's own line of it is lost, as Medusa loses it where a cancellation and money come together.
  const lines = await database.query('update order_transaction set deleted_at = now() where order_id = $1', [
    order.id,
  ]);
  expect(lines.rowCount).toBe(1);
  const { status, told } = await run();
  expect(status).toBe(1);
  expect(told).toContain(`${order.code}: the order's own lines do not say what its payments do`);
  await database.query('update order_transaction set deleted_at = null where order_id = $1', [order.id]);
});

test('days that are none are refused with the field', async () => {
  await expect(
    admin.get(ledgerPage, '/admin/money-ledger', { from: '2026-02-30', to: 'x' }),
  ).rejects.toMatchObject({
    status: 400,
  });
});
