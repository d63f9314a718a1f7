import { createHmac, randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { signInLimits } from '../../medusa/src/sign-in/limits.ts';
import { testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';
import { sessionOf, staffCookie } from '../support/staff-session.ts';

const stack = testStack();
const { medusaUrl, adminEmail, adminPassword } = stack;
const admin = testAdmin(stack);
const PASSWORD = 'năm con cá rô đồng';

type Body = Record<string, unknown>;
interface Answer {
  status: number;
  body: Body & { token?: string; reason?: string };
  headers: Headers;
}

let networks = 0;
const someRange = `203.${randomInt(256)}`;
/** A network of its own for each test, and for each run on these servers: one must not use up another's attempts. */
const network = () => `${someRange}.${(networks += 1)}.7`;

async function send(
  path: string,
  body: Body | undefined,
  headers: Record<string, string> = {},
  method = 'POST',
) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = { 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${medusaUrl}${path}`, { method, headers: type, ...sent });
  const text = await answer.text();
  const read = text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {};
  return { status: answer.status, body: read, headers: answer.headers };
}

const signIn = (email: string, password: string, from: string, method = 'POST') =>
  send('/auth/user/emailpass', { email, password }, { 'x-forwarded-for': from }, method);

async function invite(email: string): Promise<string> {
  const made = await admin.post(z.object({ invite: z.object({ token: z.string() }) }), '/admin/invites', {
    email,
  });
  return made.invite.token;
}

const register = (email: string, password: string, headers: Record<string, string>) =>
  send('/auth/user/emailpass/register', { email, password }, { 'x-forwarded-for': network(), ...headers });

/** A new member of staff, as the invitation page makes one. */
async function newStaff(): Promise<string> {
  const email = `${randomUUID()}@example.vn`;
  const token = await invite(email);
  const referer = `${medusaUrl}/app/invite?token=${token}`;
  const registered = await register(email, PASSWORD, { referer, origin: medusaUrl });
  expect(registered.status).toBe(200);
  const accepted = await send(
    `/admin/invites/accept?token=${token}`,
    { email, first_name: 'A', last_name: 'B' },
    {
      authorization: `Bearer ${registered.body.token}`,
    },
  );
  expect(accepted.status).toBe(200);
  return email;
}

const mayRead = async (headers: Record<string, string>) =>
  (await fetch(`${medusaUrl}/admin/traceability/lots`, { headers })).status;

describe('an account', () => {
  test('is opened by invitation alone, for the address that was invited', async () => {
    const email = `${randomUUID()}@example.vn`;
    const token = await invite(email);
    const refused = { status: 401, body: { reason: 'no-invitation' } };
    expect(await register(email, PASSWORD, {})).toMatchObject(refused);
    expect(await register(email, PASSWORD, { 'x-invite-token': `${token}x` })).toMatchObject(refused);
    expect(await register(`${randomUUID()}@example.vn`, PASSWORD, { 'x-invite-token': token })).toMatchObject(
      refused,
    );
    expect(await register(email, 'ngắn quá 11', { 'x-invite-token': token })).toMatchObject({
      status: 400,
      body: { reason: 'short-password', message: expect.stringContaining('12 characters') },
    });
    expect(await register(email, PASSWORD, { 'x-invite-token': token })).toMatchObject({ status: 200 });
  });

  test.each([
    '/auth/customer/emailpass/register',
    '/auth/vendor/emailpass/register',
    '/auth/USER/emailpass/register',
    '/auth/user/emailpass/register/',
    '/auth//user/emailpass/register',
    '/auth/vendor/emailpass',
    '/auth/emailpass/user',
    '/auth/token/refresh',
  ])('is not opened at %s', async (path) => {
    const answer = await send(path, { email: `${randomUUID()}@example.vn`, password: PASSWORD }, {});
    expect(answer).toMatchObject({ status: 404, body: { reason: 'not-offered' } });
  });
});

describe('failed attempts', () => {
  let email: string;
  beforeAll(async () => {
    email = await newStaff();
  });

  test('on one account are stopped wherever they come from, however they are asked', async () => {
    for (let n = 0; n < signInLimits.account.requests; n += 1) {
      const answer = await signIn(n % 2 ? email : ` ${email.toUpperCase()}`, `wrong ${n}`, network());
      expect(answer.status).toBe(401);
    }
    const right = await signIn(email, PASSWORD, network());
    expect(right).toMatchObject({ status: 429, body: { reason: 'too-many-attempts' } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('from one network are stopped, whatever account they name', async () => {
    const from = network();
    const statuses: number[] = [];
    for (let n = 0; n <= signInLimits.network.requests; n += 1) {
      statuses.push((await signIn(`${n}@nobody.vn`, 'wrong', from)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
    expect((await signIn(adminEmail, adminPassword, from)).status).toBe(429);
    expect((await signIn(adminEmail, adminPassword, network())).status).toBe(200);
  });

  test('are counted by the proxy’s word alone', async () => {
    const from = network();
    for (let n = 0; n < signInLimits.network.requests; n += 1) {
      await signIn(`${n}@liar.vn`, 'wrong', `198.51.${n}.1, ${from}`);
    }
    expect((await signIn('last@liar.vn', 'wrong', `192.0.2.1, ${from}`)).status).toBe(429);
  });
});

describe('nothing tells whether an address has an account', () => {
  const timed = async (asked: () => Promise<Answer>) => {
    const began = performance.now();
    const { status, body } = await asked();
    return { took: performance.now() - began, said: JSON.stringify([status, body]) };
  };
  const median = (numbers: number[]) =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

  test.each([
    ['signing in', (email: string) => signIn(email, 'wrong password', network())],
    [
      'a new password',
      (identifier: string) =>
        send('/auth/user/emailpass/reset-password', { identifier }, { 'x-forwarded-for': network() }),
    ],
  ] as const)('%s', async (_what, ask) => {
    const known = await newStaff();
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    const said = new Set<string>();
    for (let n = 0; n < 8; n += 1) {
      for (const [who, email] of [
        ['known', known],
        ['unknown', `${randomUUID()}@example.vn`],
      ] as const) {
        const answer = await timed(() => ask(email));
        times[who].push(answer.took);
        said.add(answer.said);
      }
    }
    expect(said.size).toBe(1);
    // Without the same work for both it is twenty to one; one comparison of passwords takes some 100 ms.
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });
});

describe('a session', () => {
  test('ends at log-out: a copy of its cookie is worth nothing', async () => {
    const cookie = await staffCookie(stack);
    expect(await mayRead({ cookie })).toBe(200);
    // Asked for before the log-out, answered after it.
    const running = Array.from({ length: 6 }, () => mayRead({ cookie }));
    const out = await send('/auth/session', undefined, { cookie, origin: medusaUrl }, 'DELETE');
    expect(out.status).toBe(200);
    await Promise.all(running);
    expect(await mayRead({ cookie })).toBe(401);
  });

  test('is a new one at each sign-in', async () => {
    const planted = await staffCookie(stack);
    const { body } = await signIn(adminEmail, adminPassword, network());
    const begun = await send('/auth/session', undefined, {
      cookie: planted,
      origin: medusaUrl,
      authorization: `Bearer ${body.token}`,
    });
    expect(begun.headers.getSetCookie()[0]).toMatch(/^connect\.sid=.*; HttpOnly; SameSite=Lax/);
    expect(await mayRead({ cookie: planted })).toBe(401);
  });

  test('ends when its owner is removed from the staff', async () => {
    const email = await newStaff();
    const { body } = await signIn(email, PASSWORD, network());
    const cookie = await sessionOf(medusaUrl, body.token ?? '');
    expect(await mayRead({ cookie })).toBe(200);
    const found = await admin.get(
      z.object({ users: z.array(z.object({ id: z.string() })) }),
      '/admin/users',
      { email },
    );
    const removed = await fetch(`${medusaUrl}/admin/users/${found.users[0]?.id}`, {
      method: 'DELETE',
      headers: { cookie: await staffCookie(stack), origin: medusaUrl },
    });
    expect(removed.status).toBe(200);
    await expect.poll(() => mayRead({ cookie }), { interval: 1_000 }).toBe(401);
    expect(await mayRead({ authorization: `Bearer ${body.token}` })).toBe(401);
  });
});

describe('a second factor', () => {
  test('once turned on is asked for, and guessing it is stopped', async () => {
    const email = await newStaff();
    const { body } = await signIn(email, PASSWORD, network());
    const cookie = await sessionOf(medusaUrl, body.token ?? '');
    const staff = { cookie, origin: medusaUrl };
    const begun = await send('/auth/mfa/factors', { provider: 'totp', label: email }, staff);
    expect(begun.status).toBe(200);
    const { mfa_factor: factor, secret } = begun.body as { mfa_factor: { id: string }; secret: string };
    const code = () => totp(secret, Date.now());
    const on = await send(`/auth/mfa/factors/${factor.id}/verify`, { code: code() }, staff);
    expect(on.status).toBe(200);

    const again = await signIn(email, PASSWORD, network());
    expect(again.body).toMatchObject({ mfa_required: true });
    const halfWay = { authorization: `Bearer ${again.body.token}` };
    expect(await mayRead(halfWay)).toBe(401);
    const challenge = (again.body.mfa_challenge as { id: string }).id;
    const verify = (text: string) =>
      send(`/auth/mfa/challenges/${challenge}/verify`, { method: 'totp', code: text }, halfWay);
    const passed = await verify(code());
    expect(passed.status).toBe(200);
    expect(await mayRead({ authorization: `Bearer ${passed.body.token}` })).toBe(200);

    const statuses: number[] = [];
    for (let n = 0; n < signInLimits.account.requests + 2; n += 1) {
      const next = await signIn(email, PASSWORD, network());
      const guessed = await send(
        `/auth/mfa/challenges/${(next.body.mfa_challenge as { id: string }).id}/verify`,
        { method: 'totp', code: code() === '000000' ? '111111' : '000000' },
        { authorization: `Bearer ${next.body.token}`, 'x-forwarded-for': network() },
      );
      statuses.push(guessed.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

/** RFC 6238 with SHA-1, six digits and 30 seconds, as authenticator apps do. */
function totp(secret: string, at: number): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
