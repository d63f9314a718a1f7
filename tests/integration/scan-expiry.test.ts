import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { eraseExpiredScans, SCAN_DAYS } from '../../medusa/src/modules/traceability/scans/expiry.ts';
import { testStack } from '../support/stack.ts';

const database = new pg.Pool({ connectionString: testStack().databaseUrl, max: 2 });
afterAll(() => database.end());

/** The one call of Medusa's manager that the rule makes, on a plain connection. */
const manager = {
  async execute(sql: string, values: unknown[]) {
    let position = 0;
    const { rows } = await database.query(
      sql.replace(/\?/g, () => `$${(position += 1)}`),
      values,
    );
    return rows;
  },
} as unknown as Parameters<typeof eraseExpiredScans>[0];

/** A range number no test or order comes near, and a year nothing else has scans in. */
const RANGE = 2_000_001;
const NOW = new Date('2001-06-01T00:00:00Z');

const days = (n: number) => new Date(NOW.getTime() - n * 86_400_000).toISOString();

test('a scan goes after its time, a younger one and the count of the stamp stay', async () => {
  for (const age of [SCAN_DAYS + 1, SCAN_DAYS + 400, SCAN_DAYS - 1]) {
    await database.query(
      'insert into trace_stamp_scan (id, range, index, device, at) values ($1, $2, 0, $3, $4)',
      [`stscan_${randomUUID()}`, RANGE, randomUUID(), days(age)],
    );
  }
  await database.query('insert into trace_stamp_tally (id, range, index, count) values ($1, $2, 0, 3)', [
    `${RANGE}-0`,
    RANGE,
  ]);

  expect(await eraseExpiredScans(manager, NOW)).toEqual({ erased: 2, more: false });
  expect(await eraseExpiredScans(manager, NOW)).toEqual({ erased: 0, more: false });

  const left = await database.query('select at from trace_stamp_scan where range = $1', [RANGE]);
  expect(left.rows.map(({ at }: { at: Date }) => at.toISOString())).toEqual([days(SCAN_DAYS - 1)]);
  const tally = await database.query('select count from trace_stamp_tally where range = $1', [RANGE]);
  expect(tally.rows).toEqual([{ count: 3 }]);
});
