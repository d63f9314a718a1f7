import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { copiedScans, handOver } from '../support/scans.ts';
import { testStack } from '../support/stack.ts';
import { newLot, ownOrigin, signIn, staffApi, staffScreens } from '../support/staff-screens.ts';

const { siteUrl, medusaUrl, env } = testStack();
const api = staffApi;
const own = ownOrigin;
const screens = staffScreens;

/** The menu around it is Medusa's own. */
const MAIN = 'main';

// What the tests below ask for and are refused; and Medusa's own list of orders, the first thing after
// signing in, takes its flags from elsewhere. One pattern: Playwright reads a second one as options.
const expectedErrors = [
  /status of (409 .*\/activate|422 .*\/events)|cdn\.jsdelivr\.net\/gh\/lipis\/flag-icons\//,
];
test.use({ expectedErrors });

async function downloaded(page: Page, format: 'pdf' | 'csv'): Promise<Buffer> {
  await page.getByLabel('Dạng tệp').selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tờ tem' }).click(),
  ]);
  await expect(page.getByText('Đã tải xong')).toBeVisible();
  return readFile(await download.path());
}

/** Stamps for a lot: the number of their range and the code of the first. */
async function newStamps(page: Page, lot: string): Promise<{ range: number; code: string }> {
  const data = { product: 'mam-nem-thu', lot, count: 10 };
  const ordered = await page.request.post(`${api}/stamp-orders`, { data, headers: own });
  const { range } = (await ordered.json()) as { range: number };
  const sheet = await page.request.get(`${api}/stamp-orders/${range}/sheet?format=csv&first=0&last=0`);
  const [, row = ''] = (await sheet.text()).split('\r\n');
  return { range, code: row.split(',')[0] ?? '' };
}

/** A report with a photo, as the site hands it over. */
async function newReport(page: Page): Promise<void> {
  const data = {
    requestKey: randomUUID(),
    stamp: null,
    typed: 'khong-phai-ma-tem',
    reason: 'looks-copied',
    words: 'Tem mờ, bóc ra được.',
    contact: 'nguoi-mua@example.vn',
    photo: await anyJpeg(),
  };
  const headers = { ...own, 'x-site-key': env.SITE_KEY ?? '' };
  await expect(await page.request.post(`${medusaUrl}/site/stamp-reports`, { data, headers })).toBeOK();
}

async function anyJpeg(): Promise<string> {
  const create = { width: 40, height: 30, channels: 3 as const, background: '#8a5a2c' };
  return (await sharp({ create }).jpeg().toBuffer()).toString('base64');
}

test('from a lot to its stamps, to their history and to a recall', async ({ page }) => {
  const lot = `THU-${randomUUID().slice(0, 8)}`;
  await signIn(page, 'vi');

  await page.goto(screens);
  await page.getByRole('link', { name: 'Lô hàng' }).click();
  await page.getByRole('link', { name: 'Đăng ký lô' }).click();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByLabel('Mã lô')).toBeFocused();
  await expect(page.getByText('Còn 4 ô chưa đúng')).toBeVisible();
  await page.getByLabel('Mã lô').fill(lot);
  await page.getByLabel('Tìm sản phẩm').fill('lua');
  await page.getByLabel('Sản phẩm', { exact: true }).selectOption('lua-thu');
  await page.getByLabel('Ngày sản xuất').fill('2026-06-01');
  await page.getByLabel('Số gói').fill('6.5');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('“6.5” là 6,5 hay 65?')).toBeVisible();
  await page.getByLabel('Số gói').fill('6.500');
  await expect(page.getByText('Hiểu là 6.500.')).toBeVisible();
  await page.getByLabel('Số gói').fill('65');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { name: `Lô ${lot}`, level: 1 })).toBeVisible();

  await page.getByRole('link', { name: 'Đặt tem cho lô' }).click();
  await expect(page.getByLabel('Sản phẩm', { exact: true })).toHaveValue('lua-thu');
  await page.getByLabel('Số tem').fill('65');
  await page.getByRole('button', { name: 'Đặt tem' }).click();
  await expect(page.getByRole('heading', { name: /^Dải tem \d+$/ })).toBeVisible();
  const orderPage = page.url();

  const pdf = await downloaded(page, 'pdf');
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const [, first = ''] = (await downloaded(page, 'csv')).toString('utf8').split('\r\n');
  const [code = '', url = ''] = first.split(',');

  const now = page.locator('li[aria-current=step]');
  await expect(now).toContainText('In');
  await page.getByRole('button', { name: 'Ghi là đã in' }).click();
  await expect(now).toContainText('Giao');
  await page.getByRole('button', { name: 'Ghi là đã giao' }).click();
  await expect(now).toContainText('Kích hoạt');
  await page.getByRole('button', { name: 'Kích hoạt với một lô' }).click();
  const drawer = page.getByRole('dialog', { name: 'Kích hoạt tem' });
  await expect(drawer.getByLabel('Lô', { exact: true })).toHaveValue(lot);
  await drawer.getByLabel('Đến tem số').fill('60');
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await drawer.getByRole('button', { name: 'Kích hoạt' }).click();
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText('tem 1 đến 60');
  await sure.getByRole('button', { name: 'Kích hoạt' }).click();
  await expect(page.getByRole('cell', { name: 'tem 1 đến 60', exact: true })).toBeVisible();

  await page.goto(screens);
  await page.getByLabel('Mã trên tem').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('definition').filter({ hasText: 'đang dùng' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Xem trang người mua thấy' })).toHaveAttribute('href', url);

  const buyer = await page.context().newPage();
  await buyer.goto(url);
  await expect(buyer.getByRole('heading', { name: 'Tem đúng, đang dùng' })).toBeVisible();

  await page.goto(`${screens}/lots/${lot}`);
  await page.getByRole('link', { name: 'Thu hồi lô' }).click();
  await page.getByLabel('Vì sao (tiếng Việt)').fill('Nhãn ghi thiếu chất gây dị ứng.');
  await page.getByLabel('Vì sao (tiếng Anh)').fill('The label leaves an allergen out.');
  await page.getByLabel('Người mua nên làm gì (tiếng Việt)').fill('Đừng ăn, mang lại nơi mua.');
  await page.getByLabel('Người mua nên làm gì (tiếng Anh)').fill('Do not eat it, bring it back.');
  await page.getByRole('button', { name: 'Thu hồi' }).click();
  await page.getByRole('button', { name: 'Thu hồi ngay' }).click();
  await expect(page.getByRole('row').filter({ hasText: lot })).toContainText('đang hiệu lực');

  await buyer.reload();
  await expect(buyer.getByRole('heading', { name: 'Đang bị thu hồi: đừng dùng' })).toBeVisible();
  await expect(buyer.getByText('Đừng ăn, mang lại nơi mua.')).toBeVisible();

  await test.step('the page of the product says so, and the shop does not sell it', async () => {
    await expect(async () => {
      await buyer.goto(`${siteUrl}/san-pham/lua-thu`);
      // The page as it was loaded: one of before the recall does not change by itself.
      const recalled = buyer.getByText('Một phần hàng của sản phẩm này đang bị thu hồi.');
      await expect(recalled).toBeVisible({ timeout: 1_000 });
      await expect(buyer.getByRole('button', { name: 'Tạm dừng bán: đang thu hồi' })).toBeDisabled();
    }).toPass({ timeout: 120_000 });
    await buyer.getByRole('link', { name: 'Lô nào, vì sao, nên làm gì' }).click();
    await expect(buyer.getByText(`lô ${lot}`)).toBeVisible();
    await expect(buyer.getByText('Nhãn ghi thiếu chất gây dị ứng.')).toBeVisible();
    expect(await violations(buyer, 'main')).toEqual([]);
  });

  await test.step('a refused step says why and changes nothing', async () => {
    await page.goto(orderPage);
    await page.getByRole('button', { name: 'Kích hoạt với một lô' }).click();
    await drawer.getByLabel('Từ tem số').fill('61');
    await drawer.getByRole('button', { name: 'Kích hoạt' }).click();
    await sure.getByRole('button', { name: 'Kích hoạt' }).click();
    await expect(drawer.getByRole('alert')).toContainText('Lô này đang bị thu hồi.');
  });

  await test.step('staff let it be sold again, and end the recall by a word of its own', async () => {
    await page.goto(`${screens}/recalls?open=true`);
    const row = page.getByRole('row').filter({ hasText: lot });
    await row.getByRole('button', { name: 'Cho bán lại' }).click();
    await page.getByLabel('Vì sao hàng đang bán').fill('Đã kiểm kho, không còn lô này.');
    await page.getByRole('dialog').getByRole('button', { name: 'Cho bán lại' }).click();
    await sure.getByRole('button', { name: 'Cho bán lại' }).click();
    await expect(row).toContainText('bán lại từ');
    await row.getByRole('button', { name: 'Kết thúc thu hồi' }).click();
    const ending = page.getByRole('dialog');
    await expect(ending.getByRole('button')).toHaveText(['Kết thúc thu hồi', 'Đóng, không làm gì']);
    await ending.getByLabel('Vì sao kết thúc').fill('Nhãn đã sửa.');
    await ending.getByRole('button', { name: 'Kết thúc thu hồi' }).click();
    await sure.getByRole('button', { name: 'Kết thúc thu hồi' }).click();
    await expect(page.getByText('Đã kết thúc thu hồi.')).toBeVisible();
  });
});

test('a report is read with its photo, taken up and closed', async ({ page }) => {
  await signIn(page, 'vi');
  await newReport(page);
  await page.goto(`${screens}/reports?state=new`);
  await page
    .getByRole('link', { name: /^Báo số/ })
    .first()
    .click();
  await expect(page.getByText('Tem mờ, bóc ra được.')).toBeVisible();
  const photo = page.getByRole('img', { name: /^Ảnh người mua gửi/ });
  await expect(photo).toHaveJSProperty('naturalWidth', 40);
  expect(await violations(page, MAIN)).toEqual([]);
  await page.getByRole('button', { name: 'Nhận xem' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'đang xem' })).toBeVisible();
  await page.getByLabel('Ghi chú của bạn').fill('Đã gọi cửa hàng, tem thật.');
  await page.getByRole('button', { name: 'Khép lại' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Khép lại' }).click();
  await expect(page.getByText('Báo này đã khép.')).toBeVisible();
  await expect(page.getByText('Đã gọi cửa hàng, tem thật.')).toBeVisible();
});

test('a warning is lifted by whoever has held the goods, with a reason', async ({ page }) => {
  await signIn(page, 'vi');
  const { range, code } = await newStamps(page, await newLot(page));
  await handOver(...copiedScans({ epoch: code.charAt(0), range }, 0));
  await page.goto(`${screens}/suspicious`);
  await expect(page.getByRole('columnheader', { name: 'Cảnh báo từ' })).toBeVisible();
  await page.goto(`${screens}/stamps/${code}`);
  await expect(page.getByText(/^Người mua đang được cảnh báo, từ ngày/)).toBeVisible();
  expect(await violations(page, MAIN)).toEqual([]);
  await page.getByRole('button', { name: 'Đã xem, là tem thật…' }).click();
  await page.getByRole('button', { name: 'Gỡ cảnh báo' }).click();
  await expect(page.getByText('Ô này còn trống.').first()).toBeVisible();
  await page.getByLabel('Lời ghi').fill('Chị Hoa xem tận nơi, đúng lô.');
  await page.getByRole('button', { name: 'Gỡ cảnh báo' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Gỡ cảnh báo' }).click();
  await expect(page.getByText(/^Đã xem, là tem thật, lúc/)).toBeVisible();
  await expect(page.getByText('Gỡ cảnh báo tem chép')).toBeVisible();
  await expect(page.getByText(/Chị Hoa xem tận nơi/)).toBeVisible();
});

for (const language of ['vi', 'en'] as const) {
  test(`every screen can be used by everybody, ${language}`, async ({ page }) => {
    await signIn(page, language);
    const lot = await newLot(page);
    const { range, code } = await newStamps(page, lot);
    const paths = [
      '',
      '/lots',
      '/register-lot',
      `/lots/${lot}`,
      `/lots/${lot}/correct`,
      `/lots/${lot}/events`,
      '/orders',
      '/orders/new',
      `/orders/${range}`,
      `/stamps/${code}`,
      '/scans',
      '/suspicious',
      '/reports',
      '/held',
      '/delivery',
      '/transfers',
      '/recalls',
      '/recalls/new',
    ];
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(screens + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/^(Đang tải…|Loading…)$/)).toHaveCount(0);
      faults.push(...(await violations(page, MAIN)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}
