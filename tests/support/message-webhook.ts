import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service for text messages, as an operator may run one: it keeps what it is sent. */
export async function startWebhook() {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(body));
      response.writeHead(202).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    bodies,
    settings: {
      MESSAGE_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`,
      MESSAGE_WEBHOOK_SECRET: randomBytes(24).toString('hex'),
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
