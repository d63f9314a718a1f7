import { todayInVietnam } from '@ocop/rules/date';
import { findStamps, stampAnswers } from '@ocop/rules/stamps/stamp-status';
import type { FoundStamp, StampAnswer, StampAsked } from '@ocop/rules/stamps/stamp-status';
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
export async function look(...stamps: StampAsked[]): Promise<(StampAnswer | null)[]> {
  const { rows } = await asSite((client) => client.query<FoundStamp>(findStamps(stamps)));
  return stampAnswers(stamps.length, rows, todayInVietnam(new Date()));
}
