import type pg from 'pg';
import { expect } from 'vitest';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { signIn } from '../../scripts/commerce/admin-user.ts';
import { orderStamps, stepSheets, type StampOrder } from '../../scripts/commerce/stamp-issue.ts';
import { issueStamps } from './issued-stamps.ts';
import { testStack } from './stack.ts';
import { lotWith, type LotFields } from './stamped-lot.ts';

/** What the Admin API answered, refusals included. */
export interface Answer {
  status: number;
  body: Record<string, unknown> & { reason?: string; message?: string };
}

let signedIn: Promise<string> | undefined;

// A key is checked at each request with a hash made to be slow; a log-in once.
function staffToken(): Promise<string> {
  const { medusaUrl, adminEmail, adminPassword } = testStack();
  signedIn ??= signIn(medusaUrl, adminEmail, adminPassword);
  return signedIn;
}

/** The Admin API as a member of staff uses it. */
export async function testStaff(): Promise<AdminApi> {
  return adminApi(testStack().medusaUrl, { token: await staffToken() });
}

/** Asks the Admin API for its plain answer; the path is below `/admin/traceability`. */
export async function ask(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${testStack().medusaUrl}/admin/traceability${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await staffToken()}`,
      'content-type': 'application/json',
      // Medusa closes a connection that rested for five seconds, maybe just as it is used again.
      connection: 'close',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

/** Downloads a file from the Admin API. */
export async function download(path: string): Promise<{ headers: Headers; body: Uint8Array }> {
  const answer = await fetch(`${testStack().medusaUrl}/admin/traceability${path}`, {
    headers: { authorization: `Bearer ${await staffToken()}` },
  });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, body: new Uint8Array(await answer.arrayBuffer()) };
}

/** Registers lots as the content's sync does. */
export async function registerLots(lots: object[]): Promise<void> {
  expect(await ask('/lots', { lots })).toMatchObject({ status: 200 });
}

/** A new lot with `count` stamps that are activated with it. */
export async function stampedLot(count: number, fields: LotFields = {}): Promise<StampOrder> {
  const lot = lotWith({ quantity: Math.max(100, count), ...fields });
  await registerLots([lot]);
  return issueStamps(await testStaff(), { lot: lot.code, count });
}

/** A new lot with stamps ordered for any lot of its product, printed where the test needs it. */
export async function orderedStamps(
  count: number,
  { printed = true, ...fields }: LotFields & { printed?: boolean } = {},
): Promise<{ lot: string; order: StampOrder }> {
  const admin = await testStaff();
  const lot = lotWith({ quantity: Math.max(100, count), ...fields });
  await registerLots([lot]);
  const order = await orderStamps(admin, { product: lot.product, lot: null, count });
  return { lot: lot.code, order: printed ? await stepSheets(admin, order.range, 'print') : order };
}

/** Every row that tells of a range, as it stands: what a refused step must leave alone. */
export async function rowsOfRange(database: pg.Pool, range: number): Promise<unknown> {
  const tables: [string, string][] = [
    ['trace_stamp_range', 'number'],
    ['trace_stamp_span', 'range'],
    ['trace_stamp_exception', 'range'],
    ['trace_recall', 'range'],
    ['trace_audit_log', 'range'],
  ];
  const rows = await Promise.all(
    tables.map(async ([table, column]) => {
      const found = await database.query(`select * from ${table} where "${column}" = $1 order by id`, [
        range,
      ]);
      return [table, found.rows];
    }),
  );
  return Object.fromEntries(rows);
}

/** Holds a request to its refusal: status, name, words, and not one row of the range changed. */
export async function expectRefusal(
  database: pg.Pool,
  range: number,
  asked: () => Promise<Answer>,
  { status, reason, words }: { status: number; reason: string; words: RegExp },
): Promise<void> {
  const before = await rowsOfRange(database, range);
  const { status: answered, body } = await asked();
  expect({ status: answered, reason: body.reason }).toEqual({ status, reason });
  expect(body.message).toMatch(words);
  expect(body.message).toMatch(/Nothing was (changed|saved)/);
  expect(await rowsOfRange(database, range)).toEqual(before);
}
