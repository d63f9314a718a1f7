import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureIn } from '../mail/failure.ts';
import { MessageWebhook } from './message-webhook.ts';

const secret = 'a secret for tests only, long enough';
let server: Server;
let status: number;
let got: { signature: string; body: string; type: string | undefined }[];

beforeEach(async () => {
  got = [];
  status = 202;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const signature = String(request.headers['x-ocop-signature']);
      got.push({ signature, body, type: request.headers['content-type'] });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const send = () => {
  const { port } = server.address() as AddressInfo;
  const options = { channels: ['sms'], url: `http://127.0.0.1:${port}/orders`, secret };
  return new MessageWebhook({}, options).send({
    ...{ to: '0912345678', channel: 'sms', template: 'order-placed' },
    data: { language: 'vi', parameters: { order: '8K2M4XQ7A', total: 385_000 } },
    provider_data: { messageId: '<1@x>' },
  });
};

test('hands over a template’s key and figures, signed with the time', async () => {
  expect(await send()).toEqual({ id: '<1@x>' });
  const [{ signature, body, type } = { signature: '', body: '', type: '' }] = got;
  expect(type).toBe('application/json');
  expect(JSON.parse(body)).toEqual({
    ...{ id: '<1@x>', template: 'order-placed', phone: '0912345678', language: 'vi' },
    parameters: { order: '8K2M4XQ7A', total: 385_000 },
  });
  const [, seconds = '', tag] = /^t=(\d+),v1=([\da-f]{64})$/.exec(signature) ?? [];
  expect(tag).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
  expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(60);
});

test.each([
  [422, { reach: 'refused', code: '422' }],
  [404, { reach: 'message', code: '404' }],
  [401, { reach: 'server', code: '401' }],
  [503, { reach: 'server', code: '503' }],
  // A redirect is not followed: the body would go where nobody said it may.
  [307, { reach: 'server', code: 'ECONNECTION' }],
])('an answer of %i', async (answer, failure) => {
  status = answer;
  const error: unknown = await send().catch((reason: unknown) => reason);
  expect(failureIn(error)).toEqual(failure);
  expect(got).toHaveLength(1);
});
