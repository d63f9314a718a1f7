import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureIn } from './failure.ts';
import { Mail } from './mail.ts';
import type { SmtpOptions } from './options.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'mail-'));
});
afterEach(() => rm(dir, { recursive: true }));

const mailBy = (smtp: SmtpOptions | null) =>
  new Mail(
    {},
    {
      channels: ['email'],
      from: { name: 'Chợ quê, "thử" <x@y>', address: 'don-hang@shop.example' },
      smtp,
      folder: path.join(dir, 'order-mail'),
    },
  );
const letter = (change: object = {}) => ({
  ...{ to: 'buyer@example.com', channel: 'email', template: 'order-placed' },
  content: { subject: 'Đã nhận đơn hàng', text: 'Chữ', html: '<p>Chữ</p>' },
  provider_data: { messageId: '<order_1.placed@shop.example>' },
  ...change,
});

async function written() {
  const folder = path.join(dir, 'order-mail');
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(folder, name)))));
}

test('without a mail server a message is written whole; the same again is one', async () => {
  expect(await mailBy(null).send(letter())).toEqual({ id: '<order_1.placed@shop.example>' });
  await mailBy(null).send(letter());
  const mails = await written();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    subject: 'Đã nhận đơn hàng',
    messageId: '<order_1.placed@shop.example>',
    from: { value: [{ name: 'Chợ quê, "thử" <x@y>', address: 'don-hang@shop.example' }] },
    to: { value: [{ address: 'buyer@example.com' }] },
  });
  expect(mails[0]?.text?.trim()).toBe('Chữ');
});

test('nothing in subject or address becomes a header or another recipient', async () => {
  const content = { subject: 'Đơn\r\nBcc: a@example.com\r\n\r\nxin chào', text: 'x', html: 'x' };
  await mailBy(null).send(letter({ content }));
  await mailBy(null).send(
    letter({ to: 'b@example.com\r\nBcc: c@example.com', provider_data: { messageId: '<2@x>' } }),
  );
  for (const mail of await written()) {
    expect(mail.headers.has('bcc')).toBe(false);
    expect([mail.to].flat()).toHaveLength(1);
    expect(mail.text?.trim()).toMatch(/^(x|Chữ)$/);
  }
});

test('a file or an address in place of a text is never read', async () => {
  const secretFile = path.join(dir, 'secret');
  const content = { subject: 'x', text: { path: secretFile }, html: { href: 'http://127.0.0.1:9/' } };
  const error: unknown = await mailBy(null)
    .send(letter({ content }) as never)
    .catch((reason: unknown) => reason);
  expect(failureIn(error).code).toBe('EFILEACCESS');
});

test('a server that offers no secrecy is told nothing', async () => {
  const heard: string[] = [];
  const server = speaking((line) => {
    heard.push(line);
    return line.startsWith('EHLO') ? '250-mail\r\n250 SIZE 1000\r\n' : '502 no\r\n';
  });
  const smtp = { host: '127.0.0.1', port: await portOf(server), security: 'starttls' as const };
  const mail = mailBy({ ...smtp, user: 'shop', password: 'a-password-of-the-shop' });
  const error: unknown = await mail.send(letter()).catch((reason: unknown) => reason);
  server.close();
  expect(failureIn(error)).toMatchObject({ reach: 'server', code: 'ETLS' });
  expect(heard.join('\n')).not.toMatch(/AUTH|MAIL|buyer/);
  expect(String((error as Error).stack)).not.toMatch(/buyer|a-password/);
});

/** A server that answers each line by itself. */
function speaking(answer: (line: string) => string): Server {
  return createServer((socket) => {
    socket.write('220 mail\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      for (const line of part.toString().split('\r\n').filter(Boolean)) socket.write(answer(line));
    });
  }).listen(0, '127.0.0.1');
}

async function portOf(server: Server): Promise<number> {
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}
