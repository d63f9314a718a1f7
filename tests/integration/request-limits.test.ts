import { randomBytes, randomInt } from 'node:crypto';
import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { sealer } from '../../src/http/sealed.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';
import { testStack } from '../support/stack.ts';

const { siteUrl, env } = testStack();
const keyring = readEnv(env).STAMP_KEYS ?? { current: '', epochs: {} };
/** A sample with a lot. */
const ITEM = '/01/09506000010915';
const LOT = 'MAU-MN-390415';

/** A code of the right shape with a random tag, so surely none of ours. */
function guess(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return `${keyring.current}${Array.from({ length: 19 }, () => letters[randomInt(32)]).join('')}`;
}

type Headers = Record<string, string>;
const ask = (path: string, headers: Headers, origin = siteUrl) =>
  fetch(origin + path, { headers, redirect: 'manual' });

/** How many of a number of requests were answered with each status. */
async function statuses(count: number, send: () => Promise<Response>): Promise<Record<number, number>> {
  const told: Record<number, number> = {};
  for (let n = 0; n < count; n += 1) {
    const answer = await send();
    await answer.arrayBuffer();
    told[answer.status] = (told[answer.status] ?? 0) + 1;
  }
  return told;
}

describe('wrong codes', () => {
  test('typed at /tem count with those opened by address; right ones are answered all the same', async () => {
    const reader = someNetwork();
    expect(await statuses(10, () => ask(`/T/${guess()}`, reader))).toEqual({ 404: 10 });
    const typed = () => ask(`/tem?ma=${guess()}&gtin=09506000010915`, reader);
    expect(await statuses(12, typed)).toEqual({ 404: 10, 429: 2 });
    const refused = await typed();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('cache-control')).toBe('private, no-store');
    expect((await refused.text()).length).toBeLessThan(2_000);
    // A code with the right tag leads to its page, which then looks it up.
    const right = buildStampCode(keyring, { range: 2_000_000, index: 8 }, null);
    expect((await ask(`/tem?ma=${right}`, reader)).status).toBe(303);
  });

  test('asked about as links count as well, so that nobody guesses there instead', async () => {
    const reader = { accept: 'application/linkset+json', ...someNetwork() };
    const asked = () => ask(`${ITEM}/21/${guess()}`, reader);
    expect(await statuses(22, asked)).toEqual({ 404: 20, 429: 2 });
    const refused = await asked();
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ status: 429, reason: 'too-many' });
    expect((await ask(`/T/${guess()}`, reader)).status).toBe(429);
    expect((await ask(ITEM, reader)).status).toBe(200);
  });
});

describe('questions that Medusa answers', () => {
  test('about lots have one budget, at the history and at Digital Links', async () => {
    const reader = someNetwork();
    const { requests } = rateLimits.lotQueries;
    const history = () => ask(`/api/epcis/lots/${LOT}`, reader);
    expect(await statuses(requests - 1, history)).toEqual({ 200: requests - 1 });
    expect((await ask(`${ITEM}/10/${LOT}`, reader)).status).toBe(307);
    expect((await ask(`${ITEM}/10/${LOT}`, reader)).status).toBe(429);
    const refused = await history();
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ reason: 'too-many-requests' });
    expect((await ask(`/api/epcis/lots/${LOT}`, someNetwork())).status).toBe(200);
    // A typed code whose GTIN cannot be asked for any more is still read with its GTIN.
    const bound = buildStampCode(keyring, { range: 2_000_000, index: 9 }, '09506000010915');
    const unasked = await ask(`/tem?ma=${bound}`, reader);
    expect([unasked.status, (await unasked.text()).includes('id="gtin"')]).toEqual([422, true]);
    expect((await ask(`/tem?ma=${bound}&gtin=09506000010915`, reader)).status).toBe(303);
  });
});

describe('a client that connects directly', () => {
  let direct: OwnSite;
  beforeAll(async () => {
    direct = await startOwnSite({ TRUSTED_PROXIES: '' });
  });
  afterAll(() => direct.kill());

  test('has one limit at every entrance, whatever it writes into X-Forwarded-For', async () => {
    const typed = () => ask(`/tem?ma=${guess()}&gtin=09506000010915`, someNetwork(), direct.url);
    expect(await statuses(22, typed)).toEqual({ 404: 20, 429: 2 });
    const linked = () =>
      ask(`${ITEM}/21/${guess()}`, { accept: 'application/linkset+json', ...someNetwork() }, direct.url);
    expect(await statuses(2, linked)).toEqual({ 429: 2 });
  });

  test('and reported too much is told to wait, with what was written and without a look at the photo', async () => {
    const { requests } = rateLimits.reports;
    const report = (fields: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const headers = { origin: direct.url, ...someNetwork() };
      return fetch(`${direct.url}/bao-lai`, { method: 'POST', body, headers, redirect: 'manual' });
    };
    const key = randomBytes(16).toString('base64url');
    expect(await statuses(requests, () => report({ key }))).toEqual({ 303: requests });
    const words = 'Nhãn dán đè, mua ở chợ.';
    // No picture at all, which a look at it would have told.
    const photo = new Blob([new Uint8Array(5_000_000)], { type: 'image/jpeg' });
    const answer = await report({ key, ma: '1ABC', reason: 'other', words, photo });
    expect(answer.status).toBe(303);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const shown = await (await fetch(`${direct.url}/bao-lai`, { headers: { cookie } })).text();
    expect(shown).toContain(words);
    expect(shown).toMatch(/từ mạng này vừa có quá nhiều báo cáo\. .{0,60}gửi lại sau \d+ phút/);
    expect(shown).not.toContain('photo-error');
  });
});

describe('a network that orders without end', () => {
  let own: OwnSite;
  beforeAll(async () => {
    own = await startOwnSite({});
  });
  afterAll(() => own.kill());

  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${own.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: own.url, ...(cookie ? { cookie } : {}) },
      redirect: 'manual',
    });
  const cookieOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');

  test('is told to wait at the checkout, with what was filled in', async () => {
    const { requests } = rateLimits.orders;
    const order = () => post('/thanh-toan', { action: 'order', name: 'Nguyễn Thị Thử', note: 'gọi trước' });
    expect(await statuses(requests, order)).toEqual({ 303: requests });
    const [, kept = ''] = /checkout=([^;]+)/.exec(cookieOf(await order())) ?? [];
    expect(sealer(env.RECEIPT_SECRET ?? '', 'checkout').unseal(decodeURIComponent(kept))).toMatchObject({
      state: 'limited',
      form: { name: 'Nguyễn Thị Thử', note: 'gọi trước' },
    });
  });
});

test('photos beyond the queue are sent back with the form filled in, and may be sent again', async () => {
  const create = { width: 5_900, height: 4_000, channels: 3, background: '#a52' } as const;
  const photo = new Blob([new Uint8Array(await sharp({ create }).png().toBuffer())], { type: 'image/png' });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, n) => {
      const body = new FormData();
      const fields = { ma: 'khong co', reason: 'other', words: `hàng đợi ${n}`, photo };
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const headers = { origin: siteUrl, ...someNetwork() };
      return fetch(`${siteUrl}/bao-lai`, { method: 'POST', body, headers, redirect: 'manual' });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
  const busy = answers.filter(({ headers }) => headers.get('location') === '/bao-lai#not-sent');
  const taken = answers.filter(({ headers }) => /\/da-nhan/.test(headers.get('location') ?? ''));
  expect(taken.length).toBeGreaterThanOrEqual(5);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy.length + taken.length).toBe(answers.length);
  for (const { headers } of busy) {
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await (await fetch(`${siteUrl}/bao-lai`, { headers: { cookie } })).text();
    expect(page).toMatch(/hàng đợi \d+<\/textarea>/);
    expect(page).toContain('hãy gửi lại sau nửa phút');
  }
});

test('no image is made on request', async () => {
  const drawn = `/_image?href=${encodeURIComponent('/_astro/x.jpg')}&w=4000&f=avif`;
  for (const path of ['/_image', drawn]) {
    const answer = await ask(path, {});
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
  }
});
