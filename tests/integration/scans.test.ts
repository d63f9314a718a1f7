import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testAdmin } from '../support/goods.ts';
import { knownProduct } from '../support/known-product.ts';
import { copiedScans, minutesAgo, newDevice, record, scanOf } from '../support/scans.ts';
import { look } from '../support/stamp-look.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
afterAll(() => database.end());

type Range = Awaited<ReturnType<typeof stampedLot>>;

async function lookUp(range: Range, index: number, device: string | null = null) {
  const [seen] = await look({ epoch: range.epoch, range: range.range, index, device });
  if (!seen) throw new Error('This stamp was issued and is not known');
  return seen;
}

async function rowsOf(table: string, range: Range): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from ${table} where range = $1`,
    [range.range],
  );
  return rows[0]?.n ?? -1;
}

describe('looking at stamps', () => {
  test('tells state, lot and history, and leaves no trace', async () => {
    const range = await stampedLot(5, { useBy: '2099-12-31' });
    expect(await lookUp(range, 2)).toMatchObject({
      stamp: 'active',
      lot: { code: range.lot, useBy: '2099-12-31' },
      scans: { count: 0, firstAt: null, seenLately: false },
    });
    expect(await rowsOf('trace_stamp_tally', range)).toBe(0);
  });

  test('is expired the day after the use-by day, never before', async () => {
    const day = (offset: number) =>
      new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
    expect(await lookUp(await stampedLot(1, { useBy: day(-1) }), 0)).toMatchObject({ stamp: 'expired' });
    expect(await lookUp(await stampedLot(1, { useBy: day(0) }), 0)).toMatchObject({ stamp: 'active' });
  });

  test('answers many in the order asked, null for what was never issued', async () => {
    const [one, other] = [await stampedLot(5), await stampedLot(5)];
    const asked = { epoch: one.epoch, range: one.range, index: 4, device: null };
    const seen = await look(
      { ...asked, range: other.range },
      { ...asked, index: 5 },
      { ...asked, epoch: 'Z' },
      { ...asked, range: 2 ** 21 - 1 },
      asked,
    );
    expect(seen.map((stamp) => stamp?.lot?.code ?? null)).toEqual([other.lot, null, null, null, one.lot]);
  });

  test('knows the device that looked within ten minutes', async () => {
    const range = await stampedLot(1);
    const device = newDevice();
    await record(scanOf(range, 0, device, { at: minutesAgo(9) }));
    expect((await lookUp(range, 0, device)).scans.seenLately).toBe(true);
    expect((await lookUp(range, 0, newDevice())).scans.seenLately).toBe(false);
    const older = await stampedLot(1);
    await record(scanOf(older, 0, device, { at: minutesAgo(11) }));
    expect((await lookUp(older, 0, device)).scans.seenLately).toBe(false);
  });
});

describe('recording scans', () => {
  test('counts one device once in ten minutes, within a batch and between batches', async () => {
    const range = await stampedLot(1);
    const [device, other] = [newDevice(), newDevice()];
    const at = (device: string, minutes: number) =>
      scanOf(range, 0, device, { at: minutesAgo(60 - minutes) });
    expect(await record(at(device, 9), at(device, 0), at(other, 9))).toBe(2);
    expect(await record(at(device, 5))).toBe(0);
    expect(await record(at(device, 11))).toBe(1);
    expect((await lookUp(range, 0)).scans.count).toBe(3);
  });

  test('counts every look where devices cannot be told apart', async () => {
    const range = await stampedLot(1);
    expect(await record(scanOf(range, 0, null), scanOf(range, 0, null))).toBe(2);
  });

  test('counts a hundred devices at once exactly, with one first scan', async () => {
    const range = await stampedLot(1);
    const scans = Array.from({ length: 100 }, (_, n) =>
      scanOf(range, 0, newDevice(), { at: minutesAgo(100 - n) }),
    );
    const counted = await Promise.all(scans.map((scan) => record(scan)));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(100);
    const { rows } = await database.query(
      'select count, first_at, last_at from trace_stamp_tally where range = $1',
      [range.range],
    );
    expect(rows).toEqual([
      { count: 100, first_at: new Date(scans[0]?.at ?? ''), last_at: new Date(scans[99]?.at ?? '') },
    ]);
    expect(await rowsOf('trace_stamp_scan', range)).toBe(100);
  });

  test('batches that hold the same stamps in other orders neither lock up nor miscount', async () => {
    const range = await stampedLot(20);
    const batch = (backwards: boolean) => {
      const scans = Array.from({ length: 20 }, (_, index) => scanOf(range, index, newDevice()));
      return backwards ? scans.reverse() : scans;
    };
    await Promise.all(Array.from({ length: 10 }, (_, n) => record(...batch(n % 2 === 0))));
    const { rows } = await database.query<{ count: number }>(
      'select count from trace_stamp_tally where range = $1',
      [range.range],
    );
    expect(rows.map(({ count }) => count)).toEqual(Array<number>(20).fill(10));
  });

  test('handed over again, also at once, changes nothing', async () => {
    const range = await stampedLot(3);
    const scans = [0, 1, 2].map((index) => scanOf(range, index, null));
    const counted = await Promise.all([record(...scans), record(...scans), record(...scans)]);
    expect(counted.sort()).toEqual([0, 0, 3]);
    expect(await record(...scans)).toBe(0);
  });

  test('keeps the earliest look as the first, whenever it is reported', async () => {
    const range = await stampedLot(1);
    await record(scanOf(range, 0, newDevice()));
    const held = minutesAgo(24 * 60);
    await record(scanOf(range, 0, newDevice(), { at: held }));
    expect((await lookUp(range, 0)).scans).toMatchObject({ count: 2, firstAt: held });
  });
});

const listed = z.object({
  stamps: z.array(
    z.looseObject({
      range: z.number(),
      code: z.string(),
      frozen: z.boolean(),
      reasons: z.array(z.unknown()),
    }),
  ),
});

describe('suspicion', () => {
  test('shows on the next look at a stamp whose copies are scanned all over the country', async () => {
    const range = await stampedLot(2);
    await record(...copiedScans(range, 0));
    const seen = await lookUp(range, 0);
    expect(seen.stamp).toBe('suspicious');
    expect(seen.suspicion?.score).toBeGreaterThanOrEqual(60);
    expect(await lookUp(range, 1)).toMatchObject({ stamp: 'active', suspicion: null });
  });

  test('is listed for staff with its code and its reasons', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    const find = async () => {
      const path = '/admin/traceability/scans/suspicious';
      const { stamps } = await testAdmin(stack).get(listed, path, { limit: '100' });
      return stamps.find((stamp) => stamp.range === range.range);
    };
    const found = await find();
    expect(found?.code).toMatch(/^[0-9A-Z]{20}$/);
    expect(found?.reasons.length).toBeGreaterThan(0);
    expect(found?.frozen).toBe(false);
    const freeze = `/admin/traceability/stamps/${found?.code ?? ''}/exceptions`;
    await testAdmin(stack).post(z.unknown(), freeze, { kind: 'frozen', note: 'Đang xem' });
    expect((await find())?.frozen).toBe(true);
  });

  test('does not fall on a genuine stamp that one place scans with ever new browsers', async () => {
    const range = await stampedLot(1);
    const network = `network-${randomUUID()}`;
    await record(...copiedScans(range, 0).map((scan) => ({ ...scan, network })));
    expect((await lookUp(range, 0)).stamp).toBe('active');
  });

  test('does not fall on a jar that a family and a shelf scan in one place', async () => {
    const range = await stampedLot(1);
    const scans = Array.from({ length: 8 }, (_, n) =>
      scanOf(range, 0, newDevice(), { at: minutesAgo((8 - n) * 600), province: '24' }),
    );
    await record(...scans);
    expect((await lookUp(range, 0)).stamp).toBe('active');
  });
});

test('staff see scans by day, province and product', async () => {
  const product = `thu-${randomUUID().slice(0, 8)}`;
  await knownProduct(product);
  const range = await stampedLot(3, { product });
  await record(
    scanOf(range, 0, null, { province: '24' }),
    scanOf(range, 1, null, { province: '24' }),
    scanOf(range, 2, null),
  );
  const summary = await testAdmin(stack).get(
    z.object({
      total: z.number(),
      byDay: z.array(z.object({ day: z.string(), count: z.number() })),
      byProvince: z.array(z.object({ province: z.string().nullable(), count: z.number() })),
      byProduct: z.array(z.object({ product: z.string(), count: z.number() })),
    }),
    '/admin/traceability/scans/summary',
    { product },
  );
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  expect(summary).toEqual({
    total: 3,
    byDay: [{ day: today, count: 3 }],
    byProvince: [
      { province: '24', count: 2 },
      { province: null, count: 1 },
    ],
    byProduct: [{ product, count: 3 }],
  });
});
