import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ATTEMPT_LIMITS } from '../../medusa/src/modules/people/attempts.ts';
import { testAdmin } from '../support/goods.ts';
import { startMailServer } from '../support/mail-server.ts';
import {
  inviteMember,
  newMember,
  ownNetwork,
  packerOf,
  PASSWORD,
  PlainBrowser,
  someLogin,
} from '../support/people.ts';
import { testStack } from '../support/stack.ts';

// Accounts from invitation to the end of a session, with real servers, as a browser without scripts meets them.
const stack = testStack();
const admin = testAdmin(stack);
const producer = packerOf({ id: 'ct-thuthuth', name: 'HTX Thử' });
const database = new pg.Client({ connectionString: stack.databaseUrl });
const anything = z.unknown();

beforeAll(() => database.connect());
afterAll(() => database.end());

const browser = () => new PlainBrowser(stack.siteUrl);
const signIn = (who: PlainBrowser, login: string, password: string) =>
  who.submit('/dang-nhap', { action: 'password', login, password });
const isIn = async (who: PlainBrowser) => (await who.get('/tai-khoan')).status === 200;

describe('an invitation', () => {
  test('is accepted once, in small letters too, and its code is kept nowhere', async () => {
    const { code, link, memberId } = await inviteMember(stack, [producer]);
    const kept = await database.query<{ code_hash: string }>(
      'select code_hash from person_invitation where person_id = $1',
      [memberId],
    );
    expect(kept.rows[0]?.code_hash).toMatch(/^[\da-f]{64}$/);
    const her = browser();
    const typed = await her.post('/loi-moi', { code: code.toLowerCase() });
    expect(typed.headers.get('location')).toBe(new URL(link).pathname);
    const page = await (await her.get(new URL(link).pathname)).text();
    expect(page).toContain('HTX Thử');
    const login = someLogin();
    const fields = { login: login.toUpperCase(), password: PASSWORD, repeat: PASSWORD };
    expect((await her.submit(new URL(link).pathname, fields)).to).toBe('/nha-san-xuat');
    expect((await signIn(browser(), login, PASSWORD)).to).toBe('/nha-san-xuat');
    const again = await browser().get(new URL(link).pathname);
    expect(again.status).toBe(404);
  });

  test('of two who accept it at once lets one in', async () => {
    const { link } = await inviteMember(stack, [producer]);
    const { pathname } = new URL(link);
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        browser().post(pathname, { login: someLogin(), password: PASSWORD, repeat: PASSWORD }),
      ),
    );
    const led = answers.map((answer) => answer.headers.get('location'));
    expect(led.filter((to) => to === '/nha-san-xuat')).toHaveLength(1);
  });

  test('tells what is wrong with what was typed, and stays good', async () => {
    const { link } = await inviteMember(stack, [producer]);
    const { pathname } = new URL(link);
    const her = browser();
    const { login: taken } = await newMember(stack, [producer]);
    const tries: [Record<string, string>, RegExp][] = [
      [{ login: someLogin(), password: 'ngắn', repeat: 'ngắn' }, /12 đến 200/],
      [{ login: someLogin(), password: PASSWORD, repeat: 'khác' }, /không giống nhau/],
      [{ login: '0912345678', password: PASSWORD, repeat: PASSWORD }, /ít nhất một chữ cái/],
      [{ login: taken, password: PASSWORD, repeat: PASSWORD }, /đã có người dùng/],
    ];
    for (const [fields, says] of tries) expect((await her.submit(pathname, fields)).page).toMatch(says);
    const right = { login: someLogin(), password: PASSWORD, repeat: PASSWORD };
    expect((await her.submit(pathname, right)).to).toBe('/nha-san-xuat');
  });

  test('given again ends the earlier code', async () => {
    const first = await inviteMember(stack, [producer]);
    const again = z.object({ link: z.string() });
    const second = await admin.post(again, `/admin/people/${first.memberId}/invitation`, {});
    expect((await browser().get(new URL(first.link).pathname)).status).toBe(404);
    expect((await browser().get(new URL(second.link).pathname)).status).toBe(200);
  });
});

describe('a session', () => {
  test('is an httpOnly cookie, new at each sign-in, and no page of it is stored', async () => {
    const { login, browser: her } = await newMember(stack, [producer]);
    const before = her.cookies.get('account');
    const answer = await her.post('/dang-nhap', { action: 'password', login, password: PASSWORD });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('account='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(her.cookies.get('account')).not.toBe(before);
    for (const at of ['/nha-san-xuat', '/tai-khoan', '/en/tai-khoan']) {
      const page = await her.get(at);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      expect(page.headers.get('x-robots-tag')).toContain('noindex');
    }
  });

  test('ends by signing out, on the server too', async () => {
    const { browser: her } = await newMember(stack, [producer]);
    const stolen = browser();
    stolen.cookies.set('account', her.cookies.get('account') ?? '');
    expect(await isIn(stolen)).toBe(true);
    await her.post('/tai-khoan', { action: 'sign-out' });
    expect(await isIn(stolen)).toBe(false);
    expect((await her.get('/nha-san-xuat')).headers.get('location')).toBe('/dang-nhap');
  });

  test('ends with a new password, save the one that set it', async () => {
    const { login, browser: her } = await newMember(stack, [producer]);
    const other = browser();
    await signIn(other, login, PASSWORD);
    const next = 'một câu khác hẳn câu cũ';
    const wrong = await other.submit('/tai-khoan', { action: 'password', current: 'x', next, repeat: next });
    expect(wrong.page).toContain('Mật khẩu đang dùng chưa đúng');
    const fields = { action: 'password', current: PASSWORD, next, repeat: next };
    expect((await other.submit('/tai-khoan', fields)).page).toContain('Đã đổi mật khẩu');
    expect(await isIn(other)).toBe(true);
    expect(await isIn(her)).toBe(false);
    expect((await signIn(browser(), login, PASSWORD)).page).toContain('Chưa vào được');
    expect((await signIn(browser(), login, next)).to).toBe('/nha-san-xuat');
  });

  test('ends at once when staff close the account, and the password opens nothing then', async () => {
    const { id, login, browser: her } = await newMember(stack, [producer]);
    await admin.post(anything, `/admin/people/${id}/disabled`, { disabled: true, note: 'nghỉ việc' });
    expect(await isIn(her)).toBe(false);
    expect((await signIn(browser(), login, PASSWORD)).page).toContain('Chưa vào được');
    await admin.post(anything, `/admin/people/${id}/disabled`, { disabled: false, note: 'trở lại' });
    expect((await signIn(browser(), login, PASSWORD)).to).toBe('/nha-san-xuat');
  });

  test('is over when nobody used it for long, by the clock of the database', async () => {
    const { id, browser: her } = await newMember(stack, [producer]);
    await database.query(
      `update person_session set seen_at = now() - interval '15 days' where actor_id = $1`,
      [id],
    );
    expect(await isIn(her)).toBe(false);
  });

  test('cannot be made up, and another site cannot press its buttons', async () => {
    const forged = browser();
    forged.cookies.set('account', 'x'.repeat(120));
    expect(await isIn(forged)).toBe(false);
    const { browser: her } = await newMember(stack, [producer]);
    const cookie = `account=${her.cookies.get('account')}`;
    const foreign = await fetch(`${stack.siteUrl}/tai-khoan`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...ownNetwork(), cookie, origin: 'https://evil.example' },
      body: new URLSearchParams({ action: 'sign-out-everywhere' }),
    });
    expect(foreign.status).toBe(403);
    expect(await isIn(her)).toBe(true);
  });
});

describe('whoever guesses', () => {
  test('is answered alike whether somebody has the login, and limited for that login alone', async () => {
    const { login, browser: her } = await newMember(stack, [producer]);
    // From here she signed in before: her own count is not used up by others.
    await signIn(her, login, PASSWORD);
    const texts = new Set<string>();
    for (const who of [login, someLogin()]) {
      const { page } = await signIn(browser(), who, 'không phải mật khẩu');
      texts.add(/class="notice[^>]*>([^<]*)/.exec(page)?.[1]?.trim() ?? '');
    }
    expect([...texts]).toEqual([expect.stringContaining('Chưa vào được')]);
    for (let n = 0; n < ATTEMPT_LIMITS.login.failed; n += 1) await signIn(browser(), login, 'sai');
    expect((await signIn(browser(), login, PASSWORD)).page).toContain('thử quá nhiều lần');
    expect((await signIn(her, login, PASSWORD)).to).toBe('/nha-san-xuat');
    expect((await signIn(browser(), someLogin(), 'sai')).page).toContain('Chưa vào được');
  });
});

describe('a link by e-mail', () => {
  test('is sent to whatever address, opens once, and signs a customer in', async () => {
    const mail = await startMailServer(Number(stack.env.SMTP_PORT));
    try {
      const address = `${someLogin()}@example.vn`;
      const her = browser();
      const asked = await her.submit('/dang-nhap', { action: 'link', email: address.toUpperCase() });
      expect(asked.page).toContain('liên kết đang tới');
      await expect.poll(() => mail.mailTo(address).length, { timeout: 10_000 }).toBe(1);
      const [letter] = mail.mailTo(address);
      const link = /https?:\S+\/dang-nhap\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? '';
      const { pathname } = new URL(link);
      // Programs that look at links open nothing.
      expect((await browser().get(pathname)).status).toBe(200);
      expect((await her.submit(pathname, {})).to).toBe('/tai-khoan');
      expect(await isIn(her)).toBe(true);
      expect((await browser().submit(pathname, {})).to).toBe('/dang-nhap');
      // The desk is nothing a customer knows of.
      expect((await her.get('/nha-san-xuat')).status).toBe(404);
      expect((await her.get('/nha-san-xuat/order_x')).status).toBe(404);
    } finally {
      await mail.close();
    }
  });

  test('lets a member with an e-mail address set a forgotten password', async () => {
    const mail = await startMailServer(Number(stack.env.SMTP_PORT));
    try {
      const { link } = await inviteMember(stack, [producer]);
      const login = `${someLogin()}@example.vn`;
      const invited = { login, password: PASSWORD, repeat: PASSWORD };
      await browser().submit(new URL(link).pathname, invited);
      const her = browser();
      await her.submit('/dang-nhap', { action: 'link', email: login });
      await expect.poll(() => mail.mailTo(login).length, { timeout: 10_000 }).toBe(1);
      const opened = /\/dang-nhap\/[\w-]{43}/.exec(mail.mailTo(login)[0]?.text ?? '')?.[0] ?? '';
      expect((await her.submit(opened, {})).to).toBe('/nha-san-xuat');
      const next = 'một câu mới để nhớ lâu';
      const changed = await her.submit('/tai-khoan', { action: 'password', next, repeat: next });
      expect(changed.page).toContain('Đã đổi mật khẩu');
      expect((await signIn(browser(), login, next)).to).toBe('/nha-san-xuat');
    } finally {
      await mail.close();
    }
  });

  test('older than a quarter of an hour opens nothing; one asked for too often is not sent', async () => {
    const address = `${someLogin()}@example.vn`;
    const her = browser();
    for (let n = 0; n < ATTEMPT_LIMITS.link.failed; n += 1) {
      await her.submit('/dang-nhap', { action: 'link', email: address });
    }
    const { page } = await her.submit('/dang-nhap', { action: 'link', email: address });
    expect(page).toContain('thử quá nhiều lần');
    const { rows } = await database.query('select id from sign_in_link where email = $1', [address]);
    expect(rows).toHaveLength(ATTEMPT_LIMITS.link.failed);
  });
});

test('no log holds a login, an address or a code', async () => {
  const folder = path.join(stack.dataDir, 'logs');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  expect(files.length).toBeGreaterThan(0);
  const text = (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n');
  expect(text).not.toMatch(/thu\.[\da-z]+\.\d+/);
  expect(text).not.toMatch(/dang-nhap\/[\w-]{43}|loi-moi\/[2-9A-Z]{16}/);
});
