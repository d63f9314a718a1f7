/** Each message is sent once, whatever fell over in between, and what is not sent is seen by staff. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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

  test('and another beside it send each message once', async () => {
    const beside = await startMedusaBeside(stack);
    try {
      const emails = Array.from({ length: 8 }, someone);
      for (const email of emails) await ordered({ email });
      await Promise.all([run(), run(beside.url), run(), run(beside.url)]);
      for (const email of emails) await arrived(email, 1);
      await Promise.all([run(), run(beside.url)]);
      for (const email of emails) expect(mailTo(email)).toHaveLength(1);
    } finally {
      await beside.kill();
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
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const log = await readFile(path.join(folder, name), 'utf8');
      expect(log).not.toMatch(/(buyer|nobody)-[\da-f-]{36}@example|Nguyễn Thị Thử|0912345678/);
    }
  });
});

test('what changed is found by an index, and not by reading all orders', async () => {
  const plan = await database.query<{ 'QUERY PLAN': string }>(
    `begin; set local enable_seqscan = off;
     explain select id from "order" where (updated_at, id) > (now(), '') order by updated_at, id limit 100`,
  );
  const text = JSON.stringify(plan);
  await database.query('rollback');
  expect(text).toContain('IDX_ocop_order_updated_at');
});
