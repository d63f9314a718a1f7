import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';
import { testStack } from '../support/stack.ts';

let direct: OwnSite;

beforeAll(async () => {
  direct = await startOwnSite({ TRUSTED_PROXIES: '' });
});
afterAll(() => direct.kill());

/** A code of the right shape with a random tag, so surely none of ours. */
function guess(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return `1${Array.from({ length: 19 }, () => letters[randomInt(32)]).join('')}`;
}

/** How many of a number of guesses are answered with each status, told by one client or by many. */
async function statuses(origin: string, count: number, headers: () => Record<string, string>) {
  const told: Record<number, number> = {};
  for (let n = 0; n < count; n += 1) {
    const { status } = await fetch(`${origin}/T/${guess()}`, { headers: headers() });
    told[status] = (told[status] ?? 0) + 1;
  }
  return told;
}

test('a client that invents X-Forwarded-For has one limit for all its inventions', async () => {
  const invented = () => ({
    ...someNetwork(),
    'cf-connecting-ip': '203.0.113.7',
    'x-real-ip': '203.0.113.7',
  });
  expect(await statuses(direct.url, 25, invented)).toEqual({ 404: 20, 429: 5 });
});

test('two readers behind a trusted proxy have limits of their own, whatever they claim themselves', async () => {
  const { siteUrl } = testStack();
  for (const reader of [someNetwork(), someNetwork()]) {
    // What the proxy adds stands at the right; the reader's own claim changes from request to request.
    const claimed = () => ({
      'x-forwarded-for': `198.51.${randomInt(256)}.9, ${reader['x-forwarded-for'] ?? ''}`,
    });
    expect(await statuses(siteUrl, 22, claimed)).toEqual({ 404: 20, 429: 2 });
  }
});
