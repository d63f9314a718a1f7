import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { postScans, retryAfter } from './scan-route.ts';

const scan = {
  id: 'scan-0000000000000001',
  epoch: '1',
  range: 3,
  index: 4,
  device: null,
  network: null,
  province: null,
  at: '2026-11-21T08:00:00.000Z',
};

let close = () => {};
afterEach(() => close());

/** What becomes of one scan when the other side answers so. */
async function answeredBy(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return postScans({ url, publishableKey: 'pk', siteKey: 'sk' }, [scan]);
}

describe('a batch of scans', () => {
  test('is settled by a receipt', async () => {
    const receipt = { counted: 0, rejected: [{ id: scan.id, reason: 'not-issued' }] };
    const seen: string[] = [];
    const answer = await answeredBy((request, response) => {
      seen.push(`${request.method} ${request.url} ${String(request.headers['x-site-key'])}`);
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        seen.push(body);
        response.end(JSON.stringify(receipt));
      });
    });
    expect(answer).toEqual({ outcome: 'settled', receipt });
    expect(seen).toEqual(['POST /site/scans sk', JSON.stringify({ scans: [scan] })]);
  });

  test.each([301, 302, 400, 401, 404, 405, 409, 413, 422, 429, 500, 502, 503])(
    'waits after HTTP %d, whatever it says',
    async (status) => {
      const answer = await answeredBy((_, response) => {
        response.writeHead(status, { location: '/elsewhere' });
        response.end(JSON.stringify({ counted: 1, rejected: [] }));
      });
      expect(answer).toMatchObject({
        outcome: 'waiting',
        reason: `HTTP ${status}`,
        tooLarge: status === 413,
      });
    },
  );

  test.each([
    ['a page', '<html><title>Checking your browser</title>'],
    ['an older Medusa', '{"counted":1}'],
    ['half an answer', '{"counted":1,"rejec'],
    ['nothing', ''],
  ])('waits after 200 with %s', async (_case, body) => {
    const answer = await answeredBy((_, response) => response.end(body));
    expect(answer).toMatchObject({ outcome: 'waiting', reason: 'HTTP 200 without a receipt' });
  });

  test('waits when the line breaks, and where there is no Medusa', async () => {
    expect(await answeredBy((request) => request.socket.destroy())).toMatchObject({ outcome: 'waiting' });
    expect(await postScans(null, [scan])).toMatchObject({ outcome: 'waiting' });
  });

  test('is told how long the other side wants to be left alone', async () => {
    const answer = await answeredBy((_, response) => {
      response.writeHead(429, { 'retry-after': '120' }).end();
    });
    expect(answer).toMatchObject({ retryAfterMs: 120_000 });
  });
});

test('Retry-After is seconds or a date', () => {
  const now = Date.UTC(2026, 10, 21, 8);
  expect(retryAfter('7', now)).toBe(7_000);
  expect(retryAfter('Sat, 21 Nov 2026 08:01:00 GMT', now)).toBe(60_000);
  expect(retryAfter('Sat, 21 Nov 2026 07:00:00 GMT', now)).toBe(0);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});
