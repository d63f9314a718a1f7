import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { erasePrivateFiles } from '../../medusa/src/modules/files/folder.ts';
import { connectMedusa } from '../../src/medusa-client/connection.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { orderOf } from '../support/orders.ts';
import { testStack } from '../support/stack.ts';
import { staffCookie } from '../support/staff-session.ts';

const stack = testStack();
const { medusaUrl, dataDir } = stack;
const folder = path.join(dataDir, 'medusa-private-files');
const staff = { cookie: await staffCookie(stack), origin: medusaUrl };

interface Notification {
  data?: { file?: { url?: string; filename?: string } };
  created_at: string;
}

/** Has orders or products written out, and answers the link that staff are shown. */
async function exported(what: 'orders' | 'products'): Promise<URL> {
  const known = new Set(await links());
  const headers = { ...staff, 'content-type': 'application/json' };
  const asked = await fetch(`${medusaUrl}/admin/${what}/export`, { method: 'POST', headers, body: '{}' });
  expect(asked.status).toBe(202);
  for (let tries = 0; tries < 600; tries += 1) {
    const link = (await links()).find((url) => !known.has(url));
    if (link) return onThisStack(link);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No link to the ${what} was shown.`);
}

async function links(): Promise<string[]> {
  const answer = await fetch(`${medusaUrl}/admin/notifications?channel=feed&limit=50&order=-created_at`, {
    headers: staff,
  });
  const { notifications } = (await answer.json()) as { notifications: Notification[] };
  return notifications.flatMap(({ data }) => data?.file?.url ?? []);
}

/** Links name MEDUSA_URL; the cookie of these tests is for the address they ask at. */
const onThisStack = (link: string) => new URL(new URL(link).pathname + new URL(link).search, medusaUrl);

const statusOf = async (url: URL | string, headers: Record<string, string> = {}) =>
  (await fetch(url, { headers })).status;

beforeAll(async () => {
  const admin = testAdmin(stack);
  const goods = await putOnSale(admin, { price: 50_000, stock: 5 });
  const medusa = connectMedusa({
    url: medusaUrl,
    publishableKey: stack.env.MEDUSA_PUBLISHABLE_KEY ?? '',
    siteKey: stack.env.SITE_KEY ?? '',
  });
  await orderOf(medusa, goods.sku, 1);
});

test.each(['orders', 'products'] as const)('%s that are written out lie open to nobody', async (what) => {
  const link = await exported(what);
  const name = path.posix.basename(link.pathname);
  expect(name).toMatch(/^private-[\da-f]{8}-[\da-f-]{27}\.csv$/);

  const file = await fetch(link, { headers: staff });
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(file.headers.get('cache-control')).toMatch(/no-store/);
  expect(await file.text()).toMatch(what === 'orders' ? /Order_ID/ : /Product Handle/);

  expect(await statusOf(link)).toBe(401);
  expect(await statusOf(`${medusaUrl}/static/${name}`)).toBe(404);
  expect(await statusOf(`${medusaUrl}/static/%70rivate-${name.slice(8)}`)).toBe(404);
  const longer = new URL(link);
  longer.searchParams.set('until', String(Number(link.searchParams.get('until')) + 1));
  expect(await statusOf(longer, staff)).toBe(404);
  expect(await statusOf(new URL(link.pathname, link), staff)).toBe(404);

  const { mode } = await stat(path.join(folder, name));
  expect(mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a link leads to its own file alone', async () => {
  const link = await exported('products');
  const other = new URL(link);
  other.pathname = link.pathname.replace(/private-.*$/, 'private-00000000-0000-4000-8000-000000000000.csv');
  expect(await statusOf(other, staff)).toBe(404);
  other.pathname = link.pathname.replace(/private-.*$/, encodeURIComponent('../secrets.json'));
  expect(await statusOf(other, staff)).toBe(404);
});

test('after a day a private file is gone, a picture is not', async () => {
  const own = await mkdtemp(path.join(tmpdir(), 'ocop-files-'));
  const [old, picture, young] = ['private-a.csv', 'a.png', 'private-b.csv'].map((name) =>
    path.join(own, name),
  );
  if (!old || !picture || !young) throw new Error('No names.');
  const now = Date.now();
  for (const file of [old, picture, young]) await writeFile(file, 'x');
  for (const file of [old, picture]) await utimes(file, new Date(), new Date(now - 25 * 3_600_000));
  await utimes(young, new Date(), new Date(now - 23 * 3_600_000));
  expect(await erasePrivateFiles(own, now)).toBe(1);
  const names = await readdir(own);
  expect([old, picture, young].map((file) => names.includes(path.basename(file)))).toEqual([
    false,
    true,
    true,
  ]);
  await rm(own, { recursive: true });
});
