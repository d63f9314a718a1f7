import { todayInVietnam } from '@ocop/rules/date';
import { stampLookupQuery, readLookupRows } from '@ocop/rules/stamps/stamp-status';
import type { StampLookupRow, StampStatus, StampQuery } from '@ocop/rules/stamps/stamp-status';
import pg from 'pg';
import { testStack } from './stack.ts';

/** Runs something as the role the site looks stamps up with. */
export async function asSite<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testStack().env.STAMPS_DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Asks about many stamps in one question, as the site does; null where none was issued. */
export async function look(...stamps: StampQuery[]): Promise<(StampStatus | null)[]> {
  const at = new Date().toISOString();
  const query = stampLookupQuery(stamps.map((stamp) => ({ at, ...stamp })));
  const { rows } = await asSite((client) => client.query<StampLookupRow>(query));
  return readLookupRows(stamps.length, rows, todayInVietnam(new Date()));
}
