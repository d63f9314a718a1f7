import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import {
  handOver,
  minutesAgo,
  newDevice,
  postToMedusa,
  record,
  scanOf,
  type Range,
} from '../support/scans.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const database = new pg.Pool({ connectionString: testStack().databaseUrl, max: 2 });
afterAll(() => database.end());

async function tallies(range: Range): Promise<{ count: number; first_at: Date }[]> {
  const { rows } = await database.query<{ count: number; first_at: Date }>(
    'select count, first_at from trace_stamp_tally where range = $1',
    [range.range],
  );
  return rows;
}

describe('a batch of scans', () => {
  test('names what was never issued and counts the rest', async () => {
    const range = await stampedLot(5);
    const wrong = [
      scanOf(range, 5, null),
      scanOf(range, 0, null, { epoch: 'Z' }),
      scanOf(range, 0, null, { range: 2 ** 21 - 1 }),
    ];
    expect(await handOver(...wrong, scanOf(range, 1, null))).toEqual({
      counted: 1,
      rejected: wrong.map(({ id }) => ({ id, reason: 'not-issued' })),
      redated: 0,
    });
    expect(await tallies(range)).toMatchObject([{ count: 1 }]);
  });

  test.each([
    ['without a range', { range: undefined }, 'malformed'],
    ['beyond any range', { range: 2 ** 21 }, 'malformed'],
    ['with a character the database refuses', { epoch: '\0' }, 'malformed'],
    ['of no day there is', { at: '2026-02-30T08:00:00.000Z' }, 'malformed'],
    ['with a person’s data', { name: 'An' }, 'malformed'],
  ])('one %s is rejected by its id, and the rest of the batch is counted', async (_case, wrong, reason) => {
    const range = await stampedLot(1);
    const scan = scanOf(range, 0, null);
    const bad = { ...scanOf(range, 0, null), ...wrong };
    const { counted, rejected } = await handOver(bad, scan);
    expect(counted).toBe(1);
    expect(rejected).toMatchObject([{ id: bad.id, reason }]);
    const { rows } = await database.query('select id from trace_stamp_scan where range = $1', [range.range]);
    expect(rows).toEqual([{ id: scan.id }]);
  });

  test.each([
    ['ten minutes ahead', () => minutesAgo(-10)],
    ['three days ahead', () => minutesAgo(-3 * 24 * 60)],
    ['of the year 2999', () => '2999-01-01T00:00:00.000Z'],
    ['that was never set', () => '1970-01-01T00:00:10.000Z'],
  ])('a hundred from a clock %s are all counted as of now, and marked', async (_case, at) => {
    const range = await stampedLot(1);
    const before = Date.now();
    const scans = Array.from({ length: 100 }, () => scanOf(range, 0, newDevice(), { at: at() }));
    expect(await handOver(...scans)).toEqual({ counted: 100, rejected: [], redated: 100 });
    const [tally] = await tallies(range);
    expect(tally?.first_at.getTime()).toBeGreaterThanOrEqual(before);
    expect(tally?.first_at.getTime()).toBeLessThanOrEqual(Date.now());
    const { rows } = await database.query<{ redated: boolean }>(
      'select distinct redated from trace_stamp_scan where range = $1',
      [range.range],
    );
    expect(rows).toEqual([{ redated: true }]);
  });

  test('keeps the network beside the device, and does without one', async () => {
    const range = await stampedLot(1);
    const network = `network-${randomUUID()}`;
    const [told, untold] = [
      scanOf(range, 0, null, { network }),
      scanOf(range, 0, null, { network: undefined }),
    ];
    await record(told, untold);
    const { rows } = await database.query<{ id: string; network: string | null }>(
      'select id, network from trace_stamp_scan where range = $1',
      [range.range],
    );
    expect(new Map(rows.map(({ id, network }) => [id, network]))).toEqual(
      new Map([
        [told.id, network],
        [untold.id, null],
      ]),
    );
  });

  test.each([
    ['nothing', {}],
    ['no scan', { scans: [] }],
    ['one scan that is no list', { scans: { id: 'x' } }],
    ['more scans than agreed', { scans: Array<null>(501).fill(null) }],
  ])('a body of %s is no batch', async (_case, body) => {
    expect((await postToMedusa('scans', body)).status).toBe(400);
  });

  test('is for the site alone', async () => {
    const body = { scans: [scanOf({ epoch: '1', range: 1 } as Range, 0, null)] };
    expect((await postToMedusa('scans', body, '')).status).toBe(401);
    expect((await postToMedusa('scans', body, 'x'.repeat(43))).status).toBe(401);
  });
});
