import { randomUUID } from 'node:crypto';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommerceError, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { issuedStamps, type StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { readEnv } from '../../src/config/env.ts';
import { testAdmin } from '../support/goods.ts';
import { issueStamps, stampsOf } from '../support/issued-stamps.ts';
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

async function stampedLot(count: number, fields: LotFields = {}): Promise<StampOrder> {
  const lot = lotWith({ quantity: Math.max(100, count), ...fields });
  await register([lot]);
  return issueStamps(admin, { lot: lot.code, count });
}

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
    expect(performance.now() - startedAt).toBeLessThan(20_000);
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
    const order = { lot: lot.code, count: 5 };
    const ranges = await Promise.all(Array.from({ length: 8 }, () => issueStamps(admin, order)));
    expect(new Set(ranges.map(({ range }) => range)).size).toBe(8);
  });

  test.each([
    ['an unknown lot', { product: 'x', lot: 'KHONG-CO', count: 1 }, 404, /KHONG-CO is not registered/],
    ['no stamps', { product: 'x', lot: null, count: 0 }, 400, /count/],
    ['too many stamps', { product: 'x', lot: null, count: 2 ** 24 + 1 }, 400, /count/],
    ['a product without a lot', { product: 'khong-co', lot: null, count: 1 }, 404, /khong-co/],
    ['a field it does not know', { product: 'x', lot: null, count: 1, gtin: '1' }, 400, /gtin/],
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
    const corrected = { lots: [{ ...lot, quantity: 80 }], reason: 'Đếm lại' };
    const answer = await admin.post(counts, '/admin/traceability/lots', corrected);
    expect(answer).toEqual({ created: 0, corrected: 1, unchanged: 0 });
    const { rows } = await database.query<{ action: string; actor: string }>(
      'select action, actor from trace_audit_log where lot_code = $1 order by at',
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
