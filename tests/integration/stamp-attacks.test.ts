import { randomUUID } from 'node:crypto';
import { stampLookupQuery } from '@ocop/rules/stamps/stamp-status';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { traceCommand } from '../../scripts/commerce/trace-command.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, testStaff } from '../support/life-cycle.ts';
import { copiedScans, handOver, minutesAgo, newDevice, record, scanOf } from '../support/scans.ts';
import { asSite, look } from '../support/stamp-look.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
afterAll(() => database.end());

type Range = Awaited<ReturnType<typeof stampedLot>>;

const DAY_MINUTES = 24 * 60;

async function seen(range: Range, index = 0) {
  const [stamp] = await look({ epoch: range.epoch, range: range.range, index, device: null });
  if (!stamp) throw new Error('This stamp was issued and is not known');
  return stamp;
}

async function stored(range: Range): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    'select count(*)::int as n from trace_stamp_scan where range = $1',
    [range.range],
  );
  return rows[0]?.n ?? -1;
}

function codeOf(range: Range): string {
  const { STAMP_KEYS: keyring } = readEnv(stack.env);
  const stamp = keyring && [...stampsOf(range, keyring, stack.siteUrl)][0];
  if (!stamp) throw new Error('The stack of this run has no stamp keys');
  return stamp.code;
}

/** Requests of one place: another browser each time, so another device, always the same network. */
function flood(range: Range, count: number, at = (n: number) => minutesAgo((count - n) / 60)) {
  const network = `network-${randomUUID()}`;
  return Array.from({ length: count }, (_, n) =>
    scanOf(range, 0, newDevice(), { network, province: '01', at: at(n) }),
  );
}

async function send(scans: ReturnType<typeof flood>): Promise<number> {
  let counted = 0;
  for (let at = 0; at < scans.length; at += 500) counted += await record(...scans.slice(at, at + 500));
  return counted;
}

describe('washing: anonymous requests never lower a warning', () => {
  test('504 from one address leave a copied stamp as it was told, and are all counted', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    const before = await seen(range);
    expect(before.stamp).toBe('suspicious');
    expect(await send(flood(range, 504))).toBe(504);
    const after = await seen(range);
    expect(after).toMatchObject({ stamp: 'suspicious', suspicion: before.suspicion });
    expect(after.scans.count).toBe(30 + 504);
  });

  test('nor do as many networks as one likes, nor the end of 90 days', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    const before = await seen(range);
    const crowd = flood(range, 600).map((scan) => ({ ...scan, network: `network-${randomUUID()}` }));
    await send(crowd);
    await database.query('delete from trace_stamp_scan where range = $1 and at < $2', [
      range.range,
      minutesAgo(60),
    ]);
    await record(scanOf(range, 0, newDevice()));
    expect(await seen(range)).toMatchObject({ stamp: 'suspicious', suspicion: before.suspicion });
  });

  test('a process of the release before, which only knows the last reckoning, lowers nothing', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    await database.query(`update trace_stamp_tally set score = 20, reasons = '[]' where range = $1`, [
      range.range,
    ]);
    expect((await seen(range)).stamp).toBe('suspicious');
  });
});

describe('poisoning: anonymous requests hardly raise a warning', () => {
  test('forty from one address, or from forty in one province, before the activation', async () => {
    for (const networks of [1, 40]) {
      const range = await stampedLot(1);
      const early = flood(range, 40, (n) => minutesAgo((40 - n) * DAY_MINUTES));
      await record(
        ...early.map((scan, n) => ({ ...scan, network: `network-${range.range}-${n % networks}` })),
      );
      expect((await seen(range)).stamp, `${networks} networks`).toBe('active');
    }
  });

  test('forty long after the sale, and forty in every province within a day', async () => {
    const sold = await stampedLot(1);
    await database.query(
      `insert into trace_stamp_exception (id, range, index, kind, since) values ($1, $2, 0, 'sold', $3)`,
      [randomUUID(), sold.range, minutesAgo(80 * DAY_MINUTES)],
    );
    const other = (scan: ReturnType<typeof scanOf>) => ({ ...scan, network: `network-${randomUUID()}` });
    await record(...flood(sold, 40, (n) => minutesAgo((40 - n) * DAY_MINUTES)).map(other));
    expect((await seen(sold)).stamp).toBe('active');

    const hasty = await stampedLot(1);
    const provinces = ['01', '79', '48', '92'];
    await record(
      ...flood(hasty, 40, (n) => minutesAgo((40 - n) * 30)).map((scan, n) => ({
        ...other(scan),
        province: provinces[n % 4] ?? null,
      })),
    );
    expect((await seen(hasty)).stamp).toBe('active');
  });

  test('staff see the score all the same, and a site of the release before warns nobody either', async () => {
    const range = await stampedLot(1);
    const early = flood(range, 20, (n) => minutesAgo((20 - n) * 360));
    const provinces = ['01', '79', '48', '92'];
    await record(
      ...early.map((scan, n) => ({
        ...scan,
        network: `network-${randomUUID()}`,
        province: provinces[n % 4] ?? null,
      })),
    );
    const { body } = await ask(`/stamps/${codeOf(range)}`);
    expect(body).toMatchObject({ warning: null, suspicion: { score: expect.any(Number) } });
    expect((body.suspicion as { score: number }).score).toBeGreaterThanOrEqual(60);
    // What that site reads: a score of 60 and more is a warning.
    const query = stampLookupQuery([{ epoch: range.epoch, range: range.range, index: 0, device: null }]);
    const { rows } = await asSite((site) => site.query<{ stamp: { tally: { score: number } } }>(query));
    expect(rows[0]?.stamp.tally.score).toBe(59);
  });
});

describe('filling the disk', () => {
  test('of one network a hundred scans of a stamp are stored in a day; all are counted', async () => {
    const range = await stampedLot(1);
    expect(await send(flood(range, 1_200, (n) => minutesAgo(n / 100)))).toBe(1_200);
    expect(await stored(range)).toBeLessThanOrEqual(200);
    expect(await stored(range)).toBeGreaterThanOrEqual(100);
    expect((await seen(range)).scans.count).toBe(1_200);
    expect(await record(scanOf(range, 0, newDevice()))).toBe(1);
    expect(await stored(range)).toBeLessThanOrEqual(201);
  });

  test('scans without a network are one network, and other days, stamps and networks have room', async () => {
    const range = await stampedLot(2);
    const at = minutesAgo(3 * DAY_MINUTES);
    const untold = flood(range, 150, () => at).map((scan) => ({ ...scan, network: null }));
    expect(await send(untold)).toBe(150);
    expect(await stored(range)).toBe(100);
    const more = flood(range, 4, () => at);
    const [one, two, three, four] = more.map((scan) => ({ ...scan, network: null }));
    if (!one || !two || !three || !four) throw new Error('Four scans were made');
    await record(one, { ...two, index: 1 }, { ...three, at: minutesAgo(DAY_MINUTES) }, more[3] ?? four);
    expect(await stored(range)).toBe(103);
  });
});

describe('lifting a warning', () => {
  test('is for staff, with a reason in the audit log, and only newer scans bring it back', async () => {
    const range = await stampedLot(1);
    const copied = copiedScans(range, 0);
    await record(...copied);
    const code = codeOf(range);
    const { body } = await ask(`/stamps/${code}`);
    expect(body.warning).toMatchObject({
      on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      score: expect.any(Number),
      reasons: expect.arrayContaining([expect.objectContaining({ rule: 'provinces' })]),
    });
    expect((await ask(`/stamps/${code}/warning/lift`, { note: '' })).status).toBe(400);
    expect((await seen(range)).stamp).toBe('suspicious');

    const note = 'Đã cầm hàng ở cửa hàng Bắc Ninh, đúng số lô.';
    expect((await ask(`/stamps/${code}/warning/lift`, { note })).status).toBe(200);
    expect((await seen(range)).stamp).toBe('active');
    const { body: after } = await ask(`/stamps/${code}`);
    expect(after).toMatchObject({ warning: null, clearedAt: expect.any(String) });
    expect(after.auditLog).toMatchObject([
      { action: 'warning-lifted', actor: expect.stringMatching(/^user_/), index: 0, detail: { note } },
      {},
      {},
      {},
    ]);
    // The scans of before, and one more of today, are no new pattern.
    await record(scanOf(range, 0, newDevice(), { province: '79' }));
    expect((await seen(range)).stamp).toBe('active');
    expect((await ask(`/stamps/${code}/warning/lift`, { note })).body.reason).toBe('no-warning');

    // As if it had been examined before the copies were scanned.
    await database.query('update trace_stamp_tally set cleared_at = $1 where range = $2', [
      minutesAgo(60 * DAY_MINUTES),
      range.range,
    ]);
    await record(scanOf(range, 0, newDevice(), { province: '48' }));
    expect((await seen(range)).stamp).toBe('suspicious');
  });

  test('works by command, and waits for scans that are being counted', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    const admin = await testStaff();
    const code = codeOf(range);
    const lift = traceCommand(['lift-warning', code, '--note', 'Đã xem'], admin);
    await Promise.all([lift, handOver(...flood(range, 50))]);
    expect(await lift).toBe(`code\t${code}\nlifted\ttrue\n`);
    expect((await seen(range)).stamp).toBe('active');
  });

  test('is refused without a staff log-in', async () => {
    const range = await stampedLot(1);
    await record(...copiedScans(range, 0));
    const address = `${stack.medusaUrl}/admin/traceability/stamps/${codeOf(range)}/warning/lift`;
    expect((await fetch(address, { method: 'POST' })).status).toBe(401);
    expect((await seen(range)).stamp).toBe('suspicious');
  });
});
