import { randomUUID } from 'node:crypto';
import { buildStampCode, verifyStampCode } from '@ocop/rules/stamp-code';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommerceError, type AdminApi } from '../../src/commerce/admin-api.ts';
import { issuedStamps, issueStamps, stampsOf, type StampRange } from '../../src/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
let admin: AdminApi;

beforeAll(() => {
  admin = testAdmin(stack);
});
afterAll(() => database.end());

const counts = z.object({ created: z.number(), corrected: z.number(), unchanged: z.number() });

interface LotFields {
  code?: string;
  product?: string;
  gtin?: string | null;
  useBy?: string | null;
  quantity?: number;
}

function lotWith(fields: LotFields = {}) {
  return {
    code: `T-${randomUUID().slice(0, 12)}`,
    product: 'san-pham-thu',
    gtin: null,
    madeOn: '2025-01-10',
    useBy: null,
    quantity: 100,
    rawMaterial: { vi: 'Nguyên liệu thử', en: 'Test material' },
    sample: true,
    ...fields,
  };
}

const register = (lots: object[]) => admin.post(counts, '/admin/traceability/lots', { lots });

async function stampedLot(count: number, fields: LotFields = {}): Promise<StampRange> {
  const lot = lotWith(fields);
  await register([lot]);
  return issueStamps(admin, { lot: lot.code, count, epoch: keyring.current });
}

const scanAnswer = z.object({
  stamp: z.string(),
  lot: z.object({ code: z.string(), useBy: z.string().nullable() }).nullable(),
  scans: z.object({ count: z.number(), firstAt: z.string(), counted: z.boolean() }),
});

function post(body: object, siteKey = stack.env.SITE_KEY ?? ''): Promise<Response> {
  return fetch(`${stack.medusaUrl}/site/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-site-key': siteKey },
    body: JSON.stringify(body),
  });
}

async function scan(range: StampRange, index: number, device: string | null, at?: Date) {
  const body = { epoch: range.epoch, range: range.range, index, device };
  const answer = await post(at ? { ...body, at: at.toISOString() } : body);
  expect(answer.status).toBe(200);
  return scanAnswer.parse(await answer.json());
}

const newDevice = () => `device-${randomUUID()}`;

async function rowsOf(table: string, range: number): Promise<number> {
  const column = table === 'trace_stamp_range' ? 'number' : 'range';
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from ${table} where "${column}" = $1`,
    [range],
  );
  return rows[0]?.n ?? -1;
}

describe('ordering stamps', () => {
  test('stores one row for a million stamps and nothing for each of them', async () => {
    const startedAt = performance.now();
    const range = await stampedLot(1_000_000);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await rowsOf('trace_stamp_range', range.range)).toBe(1);
    for (const table of ['trace_stamp_tally', 'trace_stamp_scan', 'trace_stamp_exception']) {
      expect(await rowsOf(table, range.range)).toBe(0);
    }
  });

  test('gives codes that verify, all different, with the GTIN of the lot', async () => {
    const gtin = '09506000011196';
    const range = await stampedLot(50, { gtin });
    const stamps = [...stampsOf(range, keyring, 'https://tem.example.vn')];
    expect(new Set(stamps.map(({ code }) => code)).size).toBe(50);
    expect(stamps[0]?.url).toBe(`HTTPS://TEM.EXAMPLE.VN/01/${gtin}/21/${stamps[0]?.code}`);
    expect(verifyStampCode(keyring, stamps[49]?.code ?? '', gtin)).toMatchObject({
      ok: true,
      position: { range: range.range, index: 49 },
    });
  });

  test('can be printed again with the same codes', async () => {
    const range = await stampedLot(3);
    const again = await issuedStamps(admin, range.range);
    expect(again).toEqual(range);
    expect([...stampsOf(again, keyring, 'https://tem.example.vn')]).toEqual([
      ...stampsOf(range, keyring, 'https://tem.example.vn'),
    ]);
  });

  test('takes a new range for every order, also at once', async () => {
    const lot = lotWith();
    await register([lot]);
    const order = { lot: lot.code, count: 5, epoch: keyring.current };
    const ranges = await Promise.all(Array.from({ length: 8 }, () => issueStamps(admin, order)));
    expect(new Set(ranges.map(({ range }) => range)).size).toBe(8);
  });

  test.each([
    ['an unknown lot', { lot: 'KHONG-CO', count: 1, epoch: '1' }, 404, /KHONG-CO is not registered/],
    ['no stamps', { lot: 'X', count: 0, epoch: '1' }, 400, /count/],
    ['too many stamps', { lot: 'X', count: 2 ** 24 + 1, epoch: '1' }, 400, /count/],
    ['a key epoch nobody can print', { lot: 'X', count: 1, epoch: 'U' }, 400, /epoch/],
    ['a field it does not know', { lot: 'X', count: 1, epoch: '1', gtin: '1' }, 400, /gtin/],
  ])('refuses %s and says why', async (_case, body, status, words) => {
    const refused = admin.post(z.unknown(), '/admin/traceability/stamp-orders', body);
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toMatchObject({ status });
  });
});

describe('registering lots', () => {
  test('creates, corrects and leaves alone, and writes who did it', async () => {
    const lot = lotWith();
    expect(await register([lot])).toEqual({ created: 1, corrected: 0, unchanged: 0 });
    expect(await register([lot])).toEqual({ created: 0, corrected: 0, unchanged: 1 });
    expect(await register([{ ...lot, quantity: 80 }])).toEqual({ created: 0, corrected: 1, unchanged: 0 });
    const { rows } = await database.query<{ action: string; actor: string }>(
      'select action, actor from trace_journal where lot_code = $1 order by at',
      [lot.code],
    );
    expect(rows.map(({ action }) => action)).toEqual(['lot-registered', 'lot-corrected']);
    expect(rows.every(({ actor }) => actor.length > 0)).toBe(true);
  });

  test('never gives a lot code to another product, and then saves none of the lots', async () => {
    const lot = lotWith();
    const other = lotWith();
    await register([lot]);
    const refused = register([other, { ...lot, product: 'san-pham-khac' }]);
    await expect(refused).rejects.toThrow(new RegExp(`${lot.code} is already registered`));
    await expect(refused).rejects.toBeInstanceOf(CommerceError);
    expect(await register([other])).toMatchObject({ created: 1 });
  });

  test.each([
    ['a day that does not exist', { madeOn: '2026-02-30' }, /madeOn/],
    ['a use-by before it was made', { useBy: '2025-01-09' }, /useBy/],
    ['a GTIN with a wrong check digit', { gtin: '09506000011197' }, /gtin/i],
  ])('refuses %s, naming the field', async (_case, fields, words) => {
    await expect(register([{ ...lotWith(), ...fields }])).rejects.toThrow(words);
  });
});

describe('scanning a stamp', () => {
  test('answers state, lot and history', async () => {
    const range = await stampedLot(5, { useBy: '2099-12-31' });
    const first = await scan(range, 2, newDevice());
    expect(first).toMatchObject({
      stamp: 'active',
      lot: { code: range.lot, useBy: '2099-12-31' },
      scans: { count: 1, counted: true },
    });
    const second = await scan(range, 2, newDevice());
    expect(second.scans).toEqual({ count: 2, firstAt: first.scans.firstAt, counted: true });
  });

  test('is expired the day after the use-by day, never before', async () => {
    const day = (offset: number) =>
      new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
    expect(await scan(await stampedLot(1, { useBy: day(-1) }), 0, null)).toMatchObject({ stamp: 'expired' });
    expect(await scan(await stampedLot(1, { useBy: day(0) }), 0, null)).toMatchObject({ stamp: 'active' });
  });

  test('counts one device once in ten minutes', async () => {
    const range = await stampedLot(1);
    const device = newDevice();
    const at = (minutes: number) => new Date(Date.now() - 3_600_000 + minutes * 60_000);
    expect((await scan(range, 0, device, at(0))).scans).toMatchObject({ count: 1, counted: true });
    expect((await scan(range, 0, device, at(9))).scans).toMatchObject({ count: 1, counted: false });
    expect((await scan(range, 0, newDevice(), at(9))).scans).toMatchObject({ count: 2, counted: true });
    expect((await scan(range, 0, device, at(11))).scans).toMatchObject({ count: 3, counted: true });
  });

  test('counts every look where devices cannot be told apart', async () => {
    const range = await stampedLot(1);
    await scan(range, 0, null);
    expect((await scan(range, 0, null)).scans.count).toBe(2);
  });

  test('counts a hundred devices at once exactly, with one first scan', async () => {
    const range = await stampedLot(1);
    const answers = await Promise.all(Array.from({ length: 100 }, () => scan(range, 0, newDevice())));
    expect(new Set(answers.map(({ scans }) => scans.count)).size).toBe(100);
    expect(Math.max(...answers.map(({ scans }) => scans.count))).toBe(100);
    expect((await scan(range, 0, newDevice())).scans.count).toBe(101);
    expect(await rowsOf('trace_stamp_scan', range.range)).toBe(101);
  });

  test('counts one device that asks fifty times at once only once', async () => {
    const range = await stampedLot(1);
    const device = newDevice();
    const answers = await Promise.all(Array.from({ length: 50 }, () => scan(range, 0, device)));
    expect(answers.filter(({ scans }) => scans.counted)).toHaveLength(1);
    expect(await rowsOf('trace_stamp_scan', range.range)).toBe(1);
  });

  test('keeps the earliest look as the first, whenever it is reported', async () => {
    const range = await stampedLot(1);
    await scan(range, 0, newDevice());
    const held = new Date(Date.now() - 86_400_000);
    expect((await scan(range, 0, newDevice(), held)).scans).toMatchObject({
      count: 2,
      firstAt: held.toISOString(),
    });
  });

  test('of what was never issued is 404 and leaves no trace', async () => {
    const range = await stampedLot(5);
    const position = { epoch: range.epoch, range: range.range, index: 4, device: null };
    for (const wrong of [{ index: 5 }, { epoch: 'Z' }, { range: 2 ** 21 - 1 }]) {
      const answer = await post({ ...position, ...wrong });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ reason: 'not-issued' });
    }
    expect(await rowsOf('trace_stamp_tally', range.range)).toBe(0);
  });

  test.each([
    ['without a range', { epoch: '1', index: 0, device: null }],
    ['beyond any range', { epoch: '1', range: 2 ** 21, index: 0, device: null }],
    ['in the future', { epoch: '1', range: 1, index: 0, device: null, at: '2999-01-01T00:00:00Z' }],
    ['with a person’s data', { epoch: '1', range: 1, index: 0, device: null, name: 'An' }],
  ])('%s is refused', async (_case, body) => {
    expect((await post(body)).status).toBe(400);
  });

  test('is for the site alone', async () => {
    const body = { epoch: '1', range: 1, index: 0, device: null };
    expect((await post(body, '')).status).toBe(401);
    expect((await post(body, 'x'.repeat(43))).status).toBe(401);
  });
});

test('a code of a position beyond the order verifies and is still not issued', async () => {
  const range = await stampedLot(1);
  const code = buildStampCode(keyring, { range: range.range, index: 1 }, null);
  const verified = verifyStampCode(keyring, code, null);
  expect(verified).toMatchObject({ ok: true, position: { range: range.range, index: 1 } });
  const answer = await post({ epoch: range.epoch, range: range.range, index: 1, device: null });
  expect(answer.status).toBe(404);
});
