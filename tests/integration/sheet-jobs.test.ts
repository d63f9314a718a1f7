import { readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { sheetJobAnswer, STAMPS_IN_AN_ANSWER, type SheetJob } from '@ocop/contract/stamp-sheets';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { orderStamps, voidStamps, type StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, download, testStaff } from '../support/life-cycle.ts';
import { testStack } from '../support/stack.ts';
import { lotWith, registerLots } from '../support/stamped-lot.ts';

const stack = testStack();
const admin = await testStaff();
const { STAMP_KEYS: keyring, SITE_KEY: siteKey } = readEnv(stack.env);
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
afterAll(() => database.end());

const MANY = Number(process.env.STAMPS ?? 30_000);
const folder = path.join(stack.dataDir, 'stamp-sheets');

/** Each of a lot of its own: other tests order a few stamps of the lots of the record. */
async function newOrder(count: number): Promise<StampOrder> {
  const lot = lotWith({ product: 'mam-nem-thu', quantity: count });
  await registerLots([lot]);
  return orderStamps(admin, { product: lot.product, lot: lot.code, count });
}

async function begin(range: number, query = 'format=csv'): Promise<SheetJob> {
  const { status, body } = await ask(`/stamp-orders/${range}/sheet-jobs?${query}`, {});
  expect(status).toBe(202);
  return sheetJobAnswer.parse(body).job;
}

async function untilDone(id: string, each: (job: SheetJob) => Promise<void> | void = () => {}) {
  for (;;) {
    const { job } = sheetJobAnswer.parse((await ask(`/sheet-jobs/${id}`)).body);
    await each(job);
    if (job.state === 'done' || job.state === 'failed') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const change = (id: string, assignments: string) =>
  database.query(`update stamp_sheet_job set ${assignments} where id = $1`, [id]);

describe('more stamps than one answer holds', () => {
  test('are a file that a job writes, while the shop goes on as before', async () => {
    const order = await newOrder(MANY);
    await voidStamps(admin, order.range, 'Thử', { first: 10, last: 14 });
    expect(await ask(`/stamp-orders/${order.range}/sheet?format=csv`)).toMatchObject({
      status: 409,
      body: { reason: 'needs-a-job', message: expect.stringContaining('sheet-jobs') },
    });

    const begun = await begin(order.range);
    expect(begun).toMatchObject({ total: MANY - 5, bytes: null, problem: null });
    expect((await begin(order.range)).id).toBe(begun.id);
    expect(await ask(`/sheet-jobs/${begun.id}/file`)).toMatchObject({
      status: 409,
      body: { reason: 'sheet-not-ready' },
    });
    const seen: number[] = [];
    const waited: number[] = [];
    const finished = await untilDone(begun.id, async ({ done }) => {
      seen.push(done);
      const askedAt = performance.now();
      const offers = await fetch(`${stack.medusaUrl}/site/availability`, {
        headers: { 'x-site-key': siteKey ?? '' },
      });
      expect(offers.status).toBe(200);
      await offers.arrayBuffer();
      waited.push(performance.now() - askedAt);
    });
    expect(finished).toMatchObject({ state: 'done', done: MANY - 5, fileName: `tem-${order.range}.csv` });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    // One answer of this size would hold everybody up for as long as it takes.
    expect(waited.toSorted((a, b) => a - b)[Math.floor(waited.length / 2)]).toBeLessThan(500);

    const { headers, body } = await download(`/sheet-jobs/${begun.id}/file`);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="tem-${order.range}.csv"`);
    expect(headers.get('cache-control')).toMatch(/no-store/);
    expect(Number(headers.get('content-length'))).toBe(finished.bytes);
    const rows = Buffer.from(body).toString('utf8').trim().split('\r\n').slice(1);
    const codes = keyring ? [...stampsOf(order, keyring, stack.siteUrl)].map(({ code }) => code) : [];
    codes.splice(10, 5);
    expect(rows.map((row) => row.split(',')[0])).toEqual(codes);
  });

  test('lie where nobody else on the machine reads them, and are erased after their day', async () => {
    const order = await newOrder(STAMPS_IN_AN_ANSWER + 1);
    const { id } = await untilDone((await begin(order.range)).id);
    const { rows } = await database.query<{ file: string; left: number }>(
      `select file, extract(epoch from expires_at - now())::float8 as left from stamp_sheet_job where id = $1`,
      [id],
    );
    const [{ file = '', left = 0 } = {}] = rows;
    expect(file).toMatch(/^[0-9a-f-]{36}\.csv$/);
    expect(left).toBeGreaterThan(23 * 3_600);
    expect(left).toBeLessThanOrEqual(24 * 3_600);
    expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);

    await change(id, `expires_at = now()`);
    expect(await ask(`/sheet-jobs/${id}`)).toMatchObject({ status: 404, body: { reason: 'unknown-sheet' } });
    const again = await begin(order.range);
    expect(again.id).not.toBe(id);
    expect(await readdir(folder)).not.toContain(file);
    await untilDone(again.id);
  });

  test('that another server wrote are said to be there; a process that died is no job for ever', async () => {
    const order = await newOrder(STAMPS_IN_AN_ANSWER + 1);
    const { id } = await untilDone((await begin(order.range)).id);
    await change(id, `file = 'gone.csv'`);
    const elsewhere = await ask(`/sheet-jobs/${id}/file`);
    expect(elsewhere).toMatchObject({ status: 409, body: { reason: 'sheet-elsewhere' } });
    expect(elsewhere.body.message).toContain(hostname());

    await change(id, `state = 'writing', updated_at = now() - interval '10 minutes'`);
    const dead = sheetJobAnswer.parse((await ask(`/sheet-jobs/${id}`)).body);
    expect(dead.job).toMatchObject({ state: 'failed', problem: 'interrupted' });
    expect((await begin(order.range)).id).not.toBe(id);
  });

  test('are refused where they are too many for the format, or do not fit the paper', async () => {
    const order = await newOrder(300_000);
    const at = `/stamp-orders/${order.range}/sheet-jobs`;
    expect(await ask(`${at}?format=svg`, {})).toMatchObject({
      status: 409,
      body: { reason: 'too-many-stamps', message: expect.stringMatching(/300000 .*200000.*part/s) },
    });
    expect(await ask(`${at}?startAt=66`, {})).toMatchObject({
      status: 409,
      body: { reason: 'does-not-fit' },
    });
    expect(await ask('/sheet-jobs/sheet_none')).toMatchObject({
      status: 404,
      body: { reason: 'unknown-sheet' },
    });
  });
});
