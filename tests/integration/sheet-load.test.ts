import { expect, test } from 'vitest';
import { sheetJobAnswer } from '@ocop/contract/stamp-sheets';
import { orderStamps } from '../../scripts/commerce/stamp-issue.ts';
import { connectMedusa } from '../../src/medusa-client/connection.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { ask, download, registerLots, testStaff } from '../support/life-cycle.ts';
import { cartOf } from '../support/orders.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const publishableKey = stack.env.MEDUSA_PUBLISHABLE_KEY ?? '';
const medusa = connectMedusa({ url: stack.medusaUrl, publishableKey, siteKey: stack.env.SITE_KEY ?? '' });
const goods = await putOnSale(testAdmin(stack), { price: 10_000, stock: 50 });
const cart = await cartOf(medusa, goods.sku, 1);

/**
 * The site gives up on Medusa after some seconds, and then says 503 to whoever has a cart. A machine on which
 * a cart waits long while nothing is written is slow with other work.
 */
const mostMs = (quiet: number[]) => Math.max(1_500, 20 * p95(quiet));

async function waitForCart(): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${stack.medusaUrl}/store/carts/${cart}`, {
    headers: { 'x-publishable-api-key': publishableKey },
  });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
  return performance.now() - began;
}

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** How long carts wait while nothing else is asked for. */
async function cartsInQuiet(): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) times.push(await waitForCart());
  return times;
}

/** How long carts wait while `work` goes on. */
async function cartsDuring(work: Promise<unknown>): Promise<number[]> {
  let over = false;
  const ended = work.finally(() => (over = true));
  const times: number[] = [];
  while (!over) {
    times.push(await waitForCart());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await ended;
  return times;
}

async function orderOf(count: number): Promise<number> {
  const lot = lotWith({ quantity: count });
  await registerLots([lot]);
  return (await orderStamps(await testStaff(), { product: lot.product, lot: lot.code, count })).range;
}

/** `STAMPS=1000000`, a million, takes a minute. */
const STAMPS = Number(process.env.STAMPS ?? 100_000);

test('a large file of stamps is written while carts are answered', { timeout: 600_000 }, async () => {
  const range = await orderOf(STAMPS);
  const quiet = await cartsInQuiet();
  const { status, body } = await ask(`/stamp-orders/${range}/sheet-jobs?format=csv&name=Thử`, {});
  expect(status).toBe(202);
  const { id } = sheetJobAnswer.parse(body).job;
  const written = async () => {
    for (;;) {
      const { job } = sheetJobAnswer.parse((await ask(`/sheet-jobs/${id}`)).body);
      if (job.state === 'done') return job;
      if (job.state === 'failed') throw new Error(`The file failed: ${job.problem}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const writing = await cartsDuring(written());
  const fetching = await cartsDuring(download(`/sheet-jobs/${id}/file`));
  expect(writing.length).toBeGreaterThan(20);
  expect({ quiet: p95(quiet), writing: p95(writing), fetching: p95(fetching) }).toSatisfy(
    (waited: Record<string, number>) => Object.values(waited).every((ms) => ms < mostMs(quiet)),
  );
});

test(
  'the largest answers, several at once, are made while carts are answered',
  { timeout: 600_000 },
  async () => {
    const range = await orderOf(5_000);
    const sheet = (query: string) => download(`/stamp-orders/${range}/sheet?name=Thử&${query}`);
    const quiet = await cartsInQuiet();
    const work = Promise.all([
      sheet('format=pdf'),
      sheet('format=svg'),
      sheet('format=csv'),
      sheet('format=pdf&dpi=600'),
    ]);
    const times = await cartsDuring(work);
    expect(p95(times)).toBeLessThan(mostMs(quiet));
    const [, , csv] = await work;
    expect(Buffer.from(csv.body).toString('utf8').trim().split('\r\n')).toHaveLength(5_001);
  },
);
