import { todayInVietnam } from '@ocop/rules/date';
import { FIND_STAMPS, stampAnswer } from '@ocop/rules/stamp-answer';
import type { StampAnswer, StampAsked, StampRecord } from '@ocop/rules/stamp-answer';
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
  const asked = stamps.map((stamp, place) => ({ ...stamp, place }));
  const { rows } = await asSite((client) =>
    client.query<{ place: number; stamp: StampRecord }>({ ...FIND_STAMPS, values: [JSON.stringify(asked)] }),
  );
  const found = new Map(rows.map(({ place, stamp }) => [place, stamp]));
  const today = todayInVietnam(new Date());
  return stamps.map((_, place) => {
    const record = found.get(place);
    return record ? stampAnswer(record, today) : null;
  });
}
