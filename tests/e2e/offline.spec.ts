import type { Page } from '@playwright/test';
import { dictionary } from '../../src/i18n/index.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { newStamps, qrPhoto } from '../support/printed-stamps.ts';

// Without a network requests fail, which is what is tested.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

const pathOf = (url: string) => new URL(url).pathname;
const active = dictionary('vi').stamp.verdicts.active.title;

/** The first visit, with a network: until the worker has kept the scanner and the keys. */
async function visitOnce(page: Page, path = '/tem'): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match('/.well-known/jwks.json')))
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

async function choosePhoto(page: Page, text: string): Promise<void> {
  const field = page.getByLabel(/Chọn ảnh chụp tem|Choose a photo/);
  await expect(field).toBeEnabled();
  await field.setInputFiles(await qrPhoto(text));
}

test('after one visit the page opens without a network, a signed stamp is verified, another waits and is asked later', async ({
  page,
  context,
}) => {
  const [plain = ''] = await newStamps('MAU-MN-390415', 1);
  const [signed = ''] = await newStamps('MAU-MN-390415', 1, 'signed');
  await visitOnce(page);
  await context.setOffline(true);

  await page.goto('/tem');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kiểm tra tem');
  await expect(page.getByText('Đang không có mạng')).toBeVisible();

  await choosePhoto(page, signed);
  const answer = page
    .getByRole('status')
    .filter({ has: page.getByRole('heading', { name: 'Chữ ký đúng', exact: true }) });
  await expect(answer).toContainText(/Tình trạng tính đến \d\d\/\d\d\/\d{4}, \d\d:\d\d/);
  await expect(answer).not.toContainText(/hàng thật|chính hãng/i);
  expect(await violations(page)).toEqual([]);

  const forged = signed.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  await choosePhoto(page, forged);
  await expect(page.getByRole('heading', { name: 'Chữ ký sai' })).toBeVisible();

  await choosePhoto(page, plain);
  await expect(page.getByRole('heading', { name: 'Con tem này cần mạng để kiểm' })).toBeVisible();
  const list = page.getByRole('list').filter({ has: page.getByRole('button', { name: /^Bỏ/ }) });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('Chưa kiểm, chờ hỏi khi có mạng');
  await expect(list.getByRole('listitem').last()).toContainText('Chữ ký đúng, chờ hỏi tình trạng');

  // The list outlives the page.
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(2);

  await context.setOffline(false);
  for (const url of [plain, signed]) {
    const asked = list.getByRole('listitem').filter({ has: page.locator(`a[href="${pathOf(url)}"]`) });
    await expect(asked).toContainText(active);
    await expect(asked).toContainText('hỏi lúc');
  }
  expect(await violations(page)).toEqual([]);
  await list.getByRole('link').first().click();
  await expect(page).toHaveURL(pathOf(plain));
  await expect(page.getByRole('main')).toContainText('MAU-MN-390415');

  await page.goto('/tem');
  await page.getByRole('button', { name: /^Bỏ/ }).first().click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Xoá cả danh sách' }).click();
  await expect(list).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Quét bằng máy ảnh' })).toBeEnabled();
  await expect(list).toHaveCount(0);
});

test('a stamp opened from the phone’s own camera without a network is answered in its language', async ({
  page,
  context,
}) => {
  const [signed = ''] = await newStamps('MAU-GHS-390505', 1, 'signed');
  await visitOnce(page, '/en/tem');
  await context.setOffline(true);
  await page.goto(`/en${pathOf(signed)}`);
  await expect(page.getByRole('heading', { name: 'The signature is valid' })).toBeVisible();
  await expect(page.getByText(/Status as of/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a typed code waits too; ten characters are for scanning', async ({ page, context }) => {
  const [plain = ''] = await newStamps('MAU-GHS-390505', 1);
  await visitOnce(page);
  await context.setOffline(true);
  await page.goto('/tem');
  await expect(page.getByText('Đang không có mạng')).toBeVisible();
  await page.getByLabel('Mã in trên tem').fill('1abcd-efghj');
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByRole('heading', { name: 'Mã 10 ký tự được kiểm bằng cách quét' })).toBeVisible();
  await page.getByLabel('Mã in trên tem').fill(pathOf(plain).slice(-20).toLowerCase());
  await page.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(page.getByRole('heading', { name: 'Mã gõ tay cần mạng để kiểm' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('listitem').filter({ hasText: active })).toHaveCount(1);
});

test('nothing private is kept: stamps, cart and orders pass the worker by', async ({ page, context }) => {
  const [plain = ''] = await newStamps('MAU-MN-390415', 1);
  await visitOnce(page);
  for (const path of [pathOf(plain), '/gio-hang', '/san-pham/mam-nem-thu']) await page.goto(path);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith('/_astro/')).sort()).toEqual([
    '/.well-known/jwks.json',
    '/en/tem',
    '/tem',
  ]);
  await context.setOffline(true);
  await expect(page.goto('/gio-hang')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});
