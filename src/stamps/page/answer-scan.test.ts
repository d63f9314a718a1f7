import { beforeAll, expect, test, vi } from 'vitest';
import { webRequest } from '../../http/client-address.ts';
import { rateLimits } from '../../http/rate-limits.ts';
import { metrics } from '../../log/metrics.ts';
import { answerScan } from './answer-scan.server.ts';

// Pictures are made by Astro; a wrong code has no product.
vi.mock('./stamp-product.server.ts', () => ({}));

beforeAll(() => {
  const secret = Buffer.alloc(32, 7).toString('base64');
  vi.stubEnv('STAMP_KEYS', JSON.stringify({ current: '1', epochs: { 1: secret } }));
});

/** How often the cache of stamp pages was asked. */
async function lookups(): Promise<number> {
  const lines = (await metrics.metrics()).split('\n').filter((line) => line.includes('cache="stamp-page"'));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('a wrong code is looked up in the cache, one too many is not', async () => {
  const client = webRequest(new Request('https://tem.example.vn/'), '198.51.100.7');
  const scan = () => answerScan({ client, pathname: '/T/13EGSJNBAZZW7C19XK2R' });
  const { requests } = rateLimits.wrongCodes;
  for (let n = 1; n <= requests; n += 1) expect(await scan()).toMatchObject({ status: 404 });
  expect(await lookups()).toBe(requests);
  expect(await scan()).toMatchObject({ status: 429 });
  expect(await lookups()).toBe(requests);
});
