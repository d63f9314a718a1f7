import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  addToOutbox,
  eraseSentEvents,
  outboxStatus,
  SENT_DAYS,
  sendWaiting,
  type OutboxMessage,
} from '../../medusa/src/modules/traceability/outbox/outbox.ts';
import { testStack } from '../support/stack.ts';

/** The outbox in a database of its own, where Medusa's own relay does not look. */
const stack = testStack();
const name = `outbox_${process.pid}`;
const admin = new pg.Client({ connectionString: stack.databaseUrl });
const url = new URL(stack.databaseUrl);
url.pathname = `/${name}`;
const pool = new pg.Pool({ connectionString: url.href, max: 24 });
// The database is dropped under connections that are just being closed.
pool.on('error', () => undefined);

type Manager = Parameters<typeof sendWaiting>[0];

/** The one call of Medusa's manager that the outbox makes, on a plain connection. */
function managerOn(client: Pick<pg.Client, 'query'>): Manager {
  return {
    async execute(sql: string, values: unknown[] = []) {
      let position = 0;
      const numbered = sql.replace(/\?/g, () => `$${(position += 1)}`);
      return (await client.query(numbered, values)).rows as unknown;
    },
  } as unknown as Manager;
}

async function inTransaction<T>(work: (manager: Manager) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await work(managerOn(client));
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    // Closing the connection rolls back, as the death of the process would.
    client.release(true);
    throw error;
  }
}

const fill = (count: number) =>
  inTransaction((manager) =>
    addToOutbox(
      manager,
      'user_1',
      Array.from({ length: count }, (_, lot) => ({ event: 'lot.registered', data: { lot: String(lot) } })),
    ),
  );

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create database ${name}`);
  const file = path.resolve('medusa/src/modules/traceability/migrations/Migration20261130094600.ts');
  const { Migration20261130094600: Made } = (await import(pathToFileURL(file).href)) as Record<
    string,
    new () => { up(): Promise<void>; getQueries(): string[] }
  >;
  if (!Made) throw new Error('The migration of the outbox exports no class of its name.');
  const migration = new Made();
  await migration.up();
  for (const statement of migration.getQueries()) await pool.query(statement);
});

beforeEach(() => pool.query('truncate trace_outbox restart identity'));

afterAll(async () => {
  await pool.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

test('twenty relays at once send every event once, and in order of writing within a batch', async () => {
  await fill(500);
  const heard: OutboxMessage[] = [];
  const emit = async (messages: OutboxMessage[]) => {
    heard.push(...messages);
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const relay = async () => {
    for (let taken = 1; taken > 0;) {
      ({ taken } = await inTransaction((manager) => sendWaiting(manager, emit, 20)));
    }
  };
  await Promise.all(Array.from({ length: 20 }, relay));
  expect(heard).toHaveLength(500);
  expect(new Set(heard.map(({ data }) => data.id)).size).toBe(500);
  expect(heard.slice(0, 20).map(({ data }) => Number(data.lot))).toEqual(
    heard
      .slice(0, 20)
      .map(({ data }) => Number(data.lot))
      .sort((a, b) => a - b),
  );
  expect(heard[0]?.data).toMatchObject({
    actor: 'user_1',
    at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  });
});

test('an event whose relay died after the bus took it is sent again, under the same id', async () => {
  await fill(3);
  const heard: string[] = [];
  const emit = (messages: OutboxMessage[]) => {
    heard.push(...messages.map(({ data }) => data.id));
    return Promise.resolve();
  };
  const died = inTransaction(async (manager) => {
    await sendWaiting(manager, emit, 10);
    throw new Error('killed before the commit');
  });
  await expect(died).rejects.toThrow('killed');
  expect(heard).toHaveLength(3);
  // The server notices the death of a connection a moment later, and its locks go then.
  await vi.waitFor(async () => {
    await inTransaction((manager) => sendWaiting(manager, emit, 10));
    expect(heard).toHaveLength(6);
  }, 60_000);
  expect(new Set(heard).size).toBe(3);
});

test('events the bus refuses wait, are counted, and are sent when it works again', async () => {
  await fill(2);
  const refuse = () => Promise.reject(new Error('bus away'));
  expect(await inTransaction((manager) => sendWaiting(manager, refuse, 10))).toMatchObject({ taken: 2 });
  const status = await outboxStatus(managerOn(pool));
  expect(status).toMatchObject({ waiting: 2, failing: 2, lastError: 'Error: bus away' });
  // Not at once: the next attempt is due two seconds later.
  expect(await inTransaction((manager) => sendWaiting(manager, refuse, 10))).toEqual({
    taken: 0,
    error: null,
  });
  await pool.query(`update trace_outbox set next_attempt_at = now()`);
  expect(await inTransaction((manager) => sendWaiting(manager, () => Promise.resolve(), 10))).toEqual({
    taken: 2,
    error: null,
  });
  expect(await outboxStatus(managerOn(pool))).toEqual({
    waiting: 0,
    oldestAt: null,
    failing: 0,
    lastError: null,
  });
});

test('what was sent goes after its days, what waits stays', async () => {
  await fill(3);
  const now = new Date();
  await pool.query(
    `update trace_outbox set sent_at = $1::timestamptz - make_interval(days => $2) where position = 1`,
    [now, SENT_DAYS + 1],
  );
  await pool.query(`update trace_outbox set sent_at = $1 where position = 2`, [now]);
  expect(await eraseSentEvents(managerOn(pool), now)).toBe(1);
  const { rows } = await pool.query('select position from trace_outbox order by position');
  expect(rows).toEqual([{ position: 2 }, { position: 3 }]);
});
