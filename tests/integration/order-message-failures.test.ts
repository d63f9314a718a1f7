/** Each message is sent once, whatever fell over in between, and what is not sent is seen by staff. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { eraseOldMessages, MESSAGE_DAYS } from '../../medusa/src/order-messages/erase.ts';
import type { Rows } from '../../medusa/src/order-messages/rows.ts';
import { changedOrders } from '../../medusa/src/order-messages/sweep.ts';
import { databaseNow } from '../support/clock.ts';
import { startWebhook } from '../support/message-webhook.ts';
import { startMedusaBeside } from '../support/medusa-beside.ts';
import { orderMail } from '../support/order-mail.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const { arrived, close, database, headers, hurry, mailTo, messagesOf, open, ordered, run, someone, told } =
  orderMail(stack);

describe('a mail server', () => {
  test('that is down is asked again, and the message comes once with the identity it always has', async () => {
    await close();
    const email = someone();
    const id = await ordered({ email });
    await expect
      .poll(async () => (await run(), (await messagesOf(id))[0]))
      .toMatchObject({
        ...{ state: 'waiting', tries: 1, problem: 'ESOCKET' },
      });
    await open();
    await hurry(id);
    const [letter] = await arrived(email, 1);
    expect(letter?.messageId).toBe(`<${id}.placed@${new URL(stack.siteUrl).host}>`);
    expect(await told(id)).toEqual(['placed sent']);
  });

  test('that refuses the address is not asked again; staff see why and have it sent once it is mended', async () => {
    const id = await ordered({ email: `nobody-${randomUUID()}@example.com` });
    await expect
      .poll(async () => (await run(), (await messagesOf(id))[0]))
      .toMatchObject({
        ...{ state: 'failed', problem: '550', tries: 1 },
      });
    const list = await (await fetch(`${stack.medusaUrl}/admin/order-messages`, { headers })).json();
    expect(JSON.stringify(list)).toContain(id);
    const email = someone();
    await database.query('update "order" set email = $2 where id = $1', [id, email]);
    const again = (kind: string, body: object) =>
      fetch(`${stack.medusaUrl}/admin/order-messages/${id}/${kind}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await again('placed', {})).status).toBe(400);
    expect((await again('refunded', { reason: 'thử' })).status).toBe(404);
    expect((await again('nothing', { reason: 'thử' })).status).toBe(404);
    expect((await again('placed', { reason: 'Người mua sửa địa chỉ' })).status).toBe(202);
    const [letter] = await arrived(email, 1);
    expect(letter?.messageId).toContain(`${id}.placed.1@`);
    expect((await messagesOf(id))[0]).toMatchObject({
      ...{ state: 'sent', problem: null, resends: [{ reason: 'Người mua sửa địa chỉ' }] },
    });
  });
});

describe('a process', () => {
  test('that was killed between sending and noting it is followed by another, with the same identity', async () => {
    const email = someone();
    const id = await ordered({ email });
    const [first] = await arrived(email, 1);
    // As it lies there when a process is gone: taken, counted, nothing noted.
    const lease = (seconds: number) =>
      database.query(
        `update order_message set state = 'waiting', sent_at = null, tries = 1,
           leased_until = now() + $2 * interval '1 second' where order_id = $1`,
        [id, seconds],
      );
    await lease(60);
    await run();
    expect(mailTo(email)).toHaveLength(1);
    await lease(-1);
    const [, second] = await arrived(email, 2);
    expect(second?.messageId).toBe(first?.messageId);
    // Killed every time: given up, and told.
    await database.query(
      `update order_message set state = 'waiting', tries = 8, leased_until = now() - interval '1 second' where order_id = $1`,
      [id],
    );
    await run();
    expect(await told(id)).toEqual(['placed failed']);
  });

  test('and another beside it send each message once; to a telephone alone by the webhook', async () => {
    const webhook = await startWebhook();
    const beside = await startMedusaBeside(stack, webhook.settings);
    try {
      const emails = Array.from({ length: 8 }, someone);
      for (const email of emails) await ordered({ email });
      await Promise.all([run(), run(beside.url), run(), run(beside.url)]);
      for (const email of emails) await arrived(email, 1);
      await Promise.all([run(), run(beside.url)]);
      for (const email of emails) expect(mailTo(email)).toHaveLength(1);

      const id = await ordered({ email: null });
      const again = `update order_message set state = 'waiting' where order_id = $1 and state = 'skipped'`;
      // The process without a webhook may have come first, and found no address.
      await expect
        .poll(async () => (await database.query(again, [id]), await run(beside.url), webhook.bodies.length))
        .toBe(1);
      expect(webhook.bodies[0]).toMatchObject({
        ...{ template: 'order-placed', phone: '0912345678', language: 'vi', sample: true },
        parameters: { total: 150_000, due: 150_000 },
      });
      expect((await messagesOf(id))[0]).toMatchObject({ kind: 'placed', state: 'sent', channel: 'sms' });
    } finally {
      await beside.kill();
      await webhook.close();
    }
  });
});

describe('what is not sent', () => {
  test('to a buyer without an e-mail address is seen by staff', async () => {
    const id = await ordered({ email: null });
    await expect.poll(async () => (await run(), told(id))).toEqual(['placed skipped']);
    expect((await messagesOf(id))[0]?.problem).toBe('no-address');
  });

  test('an address that would become a header is not handed to the mail server', async () => {
    const email = someone();
    const id = await ordered({ email });
    await arrived(email, 1);
    await database.query('update "order" set email = $2 where id = $1', [id, `${email}\r\nBcc: b-${email}`]);
    await database.query(
      `update order_message set state = 'waiting', leased_until = null where order_id = $1`,
      [id],
    );
    await expect.poll(async () => (await run(), told(id))).toEqual(['placed skipped']);
    expect((await messagesOf(id))[0]?.problem).toBe('wrong-address');
  });

  test('is told to staff alone, and no log holds an address or a name', async () => {
    expect((await fetch(`${stack.medusaUrl}/admin/order-messages`)).status).toBe(401);
    expect((await fetch(`${stack.medusaUrl}/admin/order-messages/order_1`)).status).toBe(401);
    const folder = path.join(stack.dataDir, 'logs');
    const names = await readdir(folder);
    let logs = '';
    for (const name of names) {
      const log = await readFile(path.join(folder, name), 'utf8');
      logs += log;
      expect(log).not.toMatch(/(buyer|nobody)-[\da-f-]{36}@example|Nguyễn Thị Thử|0912345678/);
    }
    // What could not be sent is in the log, by numbers.
    expect(logs).toMatch(/Order messages: \d+ sent, \d+ to be tried again, \d+ given up/);
    expect(logs).toContain(`Order messages are sent by 127.0.0.1:${stack.env.SMTP_PORT}.`);
  });
});

/** Statements of Medusa's connection, on a plain one. */
const rows: Rows = async <T>(statement: string, values: readonly (string | number)[]) => {
  let position = 0;
  const numbered = statement.replace(/\?/g, () => `$${(position += 1)}`);
  return (await database.query(numbered, [...values])).rows as T[];
};

describe('what changed of orders', () => {
  test('is found by indexes, and not by reading all orders', async () => {
    await database.query('begin; set local enable_seqscan = off');
    const from = [new Date().toISOString(), new Date().toISOString(), ''];
    const plan = JSON.stringify(await rows(`explain ${changedOrders}`, [...from, ...from, ...from]));
    await database.query('rollback');
    expect(plan).toContain('IDX_ocop_order_updated_at');
    // With as few rows as here the planner may take another way to the others.
    const indexes = await rows<{ name: string }>(
      `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
       where relname like 'IDX_ocop_%_updated_at' and indisvalid order by relname`,
      [],
    );
    expect(indexes.map(({ name }) => name)).toEqual(
      ['fulfillment', 'order', 'payment_collection'].map((table) => `IDX_ocop_${table}_updated_at`),
    );
  });

  /** Says that an order changed so many minutes ago, by the clock of Medusa, and that its buyer was told nothing. */
  const changed = async (id: string, minutesAgo: number) => {
    const at = new Date(Date.now() - minutesAgo * 60_000);
    await database.query('update "order" set updated_at = $2 where id = $1', [id, at]);
    await database.query(
      `update fulfillment set updated_at = $2 where id in
         (select fulfillment_id from order_fulfillment where order_id = $1)`,
      [id, at],
    );
    await database.query(
      `update payment_collection set updated_at = $2 where id in
         (select payment_collection_id from order_payment_collection where order_id = $1)`,
      [id, at],
    );
    await database.query('delete from order_message where order_id = $1', [id]);
  };

  test('is found behind an order that a wrong clock dated ahead, and where one dated it back', async () => {
    const [ahead, late, later, next] = [someone(), someone(), someone(), someone()];
    const aheadId = await ordered({ email: ahead });
    await arrived(ahead, 1);
    await changed(aheadId, -24 * 60);
    await arrived(ahead, 2);
    // Dated a few minutes back, as by a transaction that took long or a clock that lags.
    const lateId = await ordered({ email: late });
    await arrived(late, 1);
    await changed(lateId, 8);
    await arrived(late, 2);
    // Dated far back: by the next look at all of the last days.
    const laterId = await ordered({ email: later });
    await arrived(later, 1);
    await changed(laterId, 60);
    await run();
    expect(await told(laterId)).toEqual([]);
    await database.query(`update order_message_sweep set all_seen_at = all_seen_at - interval '2 hours'`);
    await arrived(later, 2);
    const nextId = await ordered({ email: next });
    await arrived(next, 1);
    expect(await told(nextId)).toEqual(['placed sent']);
    await changed(aheadId, 0);
  });
});

test('messages past their time are erased, with the addresses in Medusa’s own notes of them', async () => {
  const [old, young] = [someone(), someone()];
  const [oldId, youngId] = [await ordered({ email: old }), await ordered({ email: young })];
  await arrived(old, 1);
  await arrived(young, 1);
  const count = async (email: string) =>
    (await database.query('select from notification where "to" = $1', [email])).rowCount;
  expect([await count(old), await count(young)]).toEqual([1, 1]);
  const ago = `now() - interval '${MESSAGE_DAYS + 1} days'`;
  await database.query(`update order_message set created_at = ${ago} where order_id = $1`, [oldId]);
  await database.query(`update notification set created_at = ${ago} where "to" = $1`, [old]);
  const folder = path.join(stack.dataDir, 'order-mail');
  const erased = await eraseOldMessages(rows, { folder, now: databaseNow() });
  expect(erased).toEqual({ messages: 1, notifications: 1, files: 0 });
  expect([await count(old), await count(young)]).toEqual([0, 1]);
  expect([await told(oldId), await told(youngId)]).toEqual([[], ['placed sent']]);
});
