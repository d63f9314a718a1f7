import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { UsageError } from '../../scripts/commerce/command-line.ts';
import { traceCommand } from '../../scripts/commerce/trace-command.ts';
import { readEnv } from '../../src/config/env.ts';
import { databaseNow } from '../support/clock.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, expectRefusal, rowsOfRange, stampedLot, testStaff } from '../support/life-cycle.ts';
import { newDevice, record as recordScans, scanOf } from '../support/scans.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const { STAMP_KEYS: keyring } = readEnv(stack.env);
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
afterAll(() => database.end());

interface Tally {
  count: number;
  first_at: Date;
  last_at: Date;
  created_at: Date;
  updated_at: Date;
  score: number | null;
  reasons: unknown[] | null;
  warned_on: string | null;
  warned_score: number;
  warned_reasons: { rule: string }[];
  xmin: string;
}

const DAY_MS = 86_400_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

function codeOf(order: StampOrder, index = 0): string {
  const stamp = keyring && [...stampsOf(order, keyring, stack.siteUrl)][index];
  if (!stamp) throw new Error('The stack of this run has no stamp keys, or the range is shorter');
  return stamp.code;
}

/** Scans of a stamp, each by a device of its own, handed over as the site does. */
async function record(
  order: StampOrder,
  index: number,
  times: readonly string[],
  provinces: readonly string[] = [],
): Promise<void> {
  const scans = times.map((at, n) =>
    scanOf(order, index, newDevice(), { at, province: provinces[n % provinces.length] ?? null }),
  );
  expect(await recordScans(...scans)).toBe(times.length);
}

async function timesOf({ range }: StampOrder, index: number): Promise<string[]> {
  const { rows } = await database.query<{ at: Date }>(
    'select at from trace_stamp_scan where range = $1 and index = $2 order by at',
    [range, index],
  );
  return rows.map(({ at }) => at.toISOString());
}

async function tallyOf({ range }: StampOrder, index: number): Promise<Tally> {
  const { rows } = await database.query<Tally>(
    'select *, xmin from trace_stamp_tally where range = $1 and index = $2',
    [range, index],
  );
  if (!rows[0]) throw new Error('Nobody scanned this stamp');
  return rows[0];
}

async function erasuresOf({ range }: StampOrder) {
  const { rows } = await database.query<{ at: Date; xmin: string } & Record<string, unknown>>(
    `select at, actor, lot_code, index, detail, xmin from trace_audit_log
     where range = $1 and action = 'scans-erased'`,
    [range],
  );
  return rows;
}

const erase = (code: string, window: object = {}) =>
  ask(`/stamps/${encodeURIComponent(code)}/scans/erase`, window);

/** The first of the month of an instant, in Vietnam. */
function monthOf(at: string): string {
  const month = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 7);
  return new Date(`${month}-01T00:00:00+07:00`).toISOString();
}

describe('erasing the scans of one stamp', () => {
  test('takes those of the window, its ends included, and no other', async () => {
    const order = await stampedLot(2);
    const times = [50, 40, 30, 20].map((minutes) => ago(minutes * 60_000));
    await record(order, 0, times);
    await record(order, 1, times);
    const before = [await tallyOf(order, 0), await tallyOf(order, 1)];

    const code = codeOf(order);
    const answer = await erase(code, { from: times[1], until: times[2] });
    expect(answer).toEqual({ status: 200, body: { code, erased: 2 } });

    expect(await timesOf(order, 0)).toEqual([times[0], times[3]]);
    expect(await timesOf(order, 1)).toEqual(times);
    expect(await tallyOf(order, 0)).toMatchObject({
      count: 4,
      first_at: before[0]?.first_at,
      last_at: before[0]?.last_at,
    });
    expect(await tallyOf(order, 1)).toEqual(before[1]);
  });

  test('notes who, when, which stamp and how many, but not the window, in the same transaction', async () => {
    const order = await stampedLot(2);
    const at = ago(60_000);
    await record(order, 1, [at]);
    await erase(codeOf(order, 1), { from: at, until: at });
    const lines = await erasuresOf(order);
    expect(lines).toMatchObject([
      {
        actor: expect.stringMatching(/^user_/),
        lot_code: order.lot,
        index: 1,
        detail: { erased: 1 },
        xmin: (await tallyOf(order, 1)).xmin,
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain(at.slice(0, 16));
    expect(databaseNow() - (lines[0]?.at.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test('leaves no time of a scan behind, and makes no stamp look newer or less scanned', async () => {
    const order = await stampedLot(1);
    const times = [ago(40 * DAY_MS), ago(DAY_MS)];
    await record(order, 0, times);
    expect((await erase(codeOf(order))).body.erased).toBe(2);

    expect(await timesOf(order, 0)).toEqual([]);
    const first = new Date(monthOf(times[0] ?? ''));
    const { count, first_at, last_at, created_at, updated_at } = await tallyOf(order, 0);
    expect([count, first_at, last_at, created_at]).toEqual([2, first, first, first]);
    const erasedAt = (await erasuresOf(order))[0]?.at.getTime() ?? 0;
    expect(Math.abs(updated_at.getTime() - erasedAt)).toBeLessThan(1_000);

    const after = new Date().toISOString();
    await record(order, 0, [after]);
    expect(await tallyOf(order, 0)).toMatchObject({
      count: 3,
      first_at: first,
      last_at: new Date(after),
    });
  });

  test('goes back no further than the activation, where the first scan came after it', async () => {
    const order = await stampedLot(1);
    await record(order, 0, [new Date().toISOString()]);
    // The database goes by the machine's clock, the scan by that of the tests.
    const activatedAt = new Date(ago(60_000));
    await database.query('update trace_stamp_span set at = $1 where range = $2', [activatedAt, order.range]);
    await erase(codeOf(order));
    expect(await tallyOf(order, 0)).toMatchObject({ count: 1, first_at: activatedAt });
  });

  test('keeps the first time where it is that of a scan which ran out before', async () => {
    const order = await stampedLot(1);
    const [old, middle, young] = [ago(100 * DAY_MS), ago(2 * DAY_MS), ago(DAY_MS)] as const;
    await record(order, 0, [old, middle, young]);
    await database.query('delete from trace_stamp_scan where range = $1 and at = $2', [order.range, old]);
    expect((await erase(codeOf(order), { from: young })).body.erased).toBe(1);
    expect(await tallyOf(order, 0)).toMatchObject({
      count: 3,
      first_at: new Date(old),
      last_at: new Date(middle),
    });
    expect((await erase(codeOf(order), { until: young })).body.erased).toBe(1);
    expect(await tallyOf(order, 0)).toMatchObject({
      count: 3,
      first_at: new Date(old),
      last_at: new Date(old),
    });
  });

  test('leaves no place or journey of an erased scan in the suspicion, and takes no warning away', async () => {
    const order = await stampedLot(1);
    // Every other one six minutes before the next, in a province far away: no goods travel so fast.
    const hoursAgo = (n: number) => (30 - n) * 8 - (n % 2) * 7.9;
    const times = Array.from({ length: 30 }, (_, n) => ago(hoursAgo(n) * 3_600_000));
    await record(order, 0, times, ['24', '79', '48', '01']);
    const warned = await tallyOf(order, 0);
    expect(warned.warned_score).toBeGreaterThanOrEqual(60);
    expect(warned.warned_reasons.map(({ rule }) => rule)).toContain('speed');
    await erase(codeOf(order));
    const left = await tallyOf(order, 0);
    const { warned_on, warned_score } = warned;
    expect(left).toMatchObject({ count: 30, score: 0, reasons: [], warned_on, warned_score });
    expect(left.warned_reasons).toEqual(warned.warned_reasons.filter(({ rule }) => rule !== 'speed'));
  });

  test('changes and notes nothing where there is no scan in the window', async () => {
    const order = await stampedLot(1);
    await record(order, 0, [ago(60_000)]);
    const before = await tallyOf(order, 0);
    expect((await erase(codeOf(order), { until: ago(DAY_MS) })).body.erased).toBe(0);
    expect(await tallyOf(order, 0)).toEqual(before);
    expect(await erasuresOf(order)).toEqual([]);
  });
});

describe('a request that is not right', () => {
  let order: StampOrder;
  let code: string;
  beforeAll(async () => {
    order = await stampedLot(1);
    code = codeOf(order);
    await record(order, 0, [ago(60_000)]);
  });

  test.each([
    ['no code', () => erase('khong-phai-ma'), 400, 'malformed', /no code of a stamp/],
    [
      'a code with its last character changed',
      () => erase(code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')),
      404,
      'not-issued',
      /No stamp with the code/,
    ],
    [
      'from after until',
      () => erase(code, { from: '2026-11-22T09:00:00+07:00', until: '2026-11-22T01:59:59Z' }),
      400,
      'invalid-body',
      /until: should not lie before from/,
    ],
    [
      'a day without a time',
      () => erase(code, { from: '2026-11-22' }),
      400,
      'invalid-body',
      /from: .*moment/,
    ],
    [
      'a time of no zone',
      () => erase(code, { until: '2026-11-22T09:00:00' }),
      400,
      'invalid-body',
      /until: .*moment/,
    ],
    [
      'a year 0',
      () => erase(code, { from: '0000-01-01T00:00:00Z' }),
      400,
      'invalid-body',
      /from: lies before/,
    ],
    ['a window in other words', () => erase(code, { to: ago(0) }), 400, 'invalid-body', /"to"/],
  ])('%s is refused and nothing changed', async (_case, asked, status, reason, words) => {
    const before = [await timesOf(order, 0), await tallyOf(order, 0)];
    await expectRefusal(database, order.range, asked, { status, reason, words });
    expect([await timesOf(order, 0), await tallyOf(order, 0)]).toEqual(before);
  });

  test('is refused without a staff log-in', async () => {
    const address = `${stack.medusaUrl}/admin/traceability/stamps/${code}/scans/erase`;
    const before = await rowsOfRange(database, order.range);
    expect((await fetch(address, { method: 'POST' })).status).toBe(401);
    expect(await timesOf(order, 0)).toHaveLength(1);
    expect(await rowsOfRange(database, order.range)).toEqual(before);
  });
});

describe('npm run trace -- erase-scans', () => {
  test('prints how many were erased', async () => {
    const order = await stampedLot(1);
    const code = codeOf(order);
    const times = [30, 20, 10].map((minutes) => ago(minutes * 60_000));
    await record(order, 0, times);
    const admin = await testStaff();
    const run = (...words: string[]) => traceCommand(['erase-scans', code, ...words], admin);

    expect(await run('--from', times[2] ?? '')).toBe(`code\t${code}\nerased\t1\n`);
    expect(await run()).toBe(`code\t${code}\nerased\t2\n`);
    expect(await run()).toBe(`code\t${code}\nerased\t0\n`);
    expect(await traceCommand(['audit-log', '--range', String(order.range)], admin)).toMatch(
      /\tscans-erased\t.*\t\{"erased":2\}\n.*\tscans-erased\t.*\t\{"erased":1\}\n/,
    );
  });

  test.each([
    [['--to', '2026-11-22T09:00:00Z'], /no --to/],
    [['--form', '2026-11-22T09:00:00Z'], /no --form/],
    [['hôm qua'], /one word too many/],
  ])('erases nothing where %j is no window', async (words, said) => {
    const order = await stampedLot(1);
    const at = ago(60_000);
    await record(order, 0, [at]);
    const run = traceCommand(['erase-scans', codeOf(order), ...words], await testStaff());
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(said);
    expect(await timesOf(order, 0)).toEqual([at]);
  });
});
