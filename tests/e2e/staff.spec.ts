import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { copiedScans, handOver } from '../support/scans.ts';
import { testStack } from '../support/stack.ts';

const { medusaUrl, adminEmail, adminPassword, env } = testStack();
const api = `${medusaUrl}/admin/traceability`;
/** What the pages of the screens send along by themselves. */
const own = { origin: medusaUrl };
const screens = `${medusaUrl}/app/traceability`;

/** The menu around it is Medusa's own. */
const MAIN = 'main';

// One of them walks through a dozen screens.
test.describe.configure({ timeout: 120_000 });

// What the tests below ask for and are refused; and Medusa's own list of orders, the first thing after
// signing in, takes its flags from elsewhere. One pattern: Playwright reads a second one as options.
const expectedErrors = [
  /status of (409 .*\/activate|422 .*\/events)|cdn\.jsdelivr\.net\/gh\/lipis\/flag-icons\//,
];
test.use({ expectedErrors });

/** Signs in to Medusa Admin, in the language its own setting keeps. */
async function signIn(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'lng', value: language, url: medusaUrl }]);
  await page.goto(`${medusaUrl}/app/login`);
  await page.locator('input[name=email]').fill(adminEmail);
  await page.locator('input[name=password]').fill(adminPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

async function downloaded(page: Page, format: 'pdf' | 'csv'): Promise<Buffer> {
  await page.getByLabel('Dạng tệp').selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tờ tem' }).click(),
  ]);
  await expect(page.getByText('Đã tải xong')).toBeVisible();
  return readFile(await download.path());
}

/** A lot of this test's own, registered as a program would; its code. */
async function newLot(page: Page): Promise<string> {
  const code = `THU-${randomUUID().slice(0, 8)}`;
  const lot = {
    code,
    product: 'mam-nem-thu',
    gtin: null,
    madeOn: '2026-06-01',
    useBy: null,
    quantity: 65,
    rawMaterial: { vi: 'Đỗ tương', en: 'Soy beans' },
    sample: true,
  };
  await expect(await page.request.post(`${api}/lots`, { data: { lots: [lot] }, headers: own })).toBeOK();
  return code;
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
  await page.getByLabel('Sản phẩm').fill('mam-nem-thu');
  await page.getByLabel('Ngày sản xuất').fill('2026-06-01');
  await page.getByLabel('Số gói').fill('65');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { name: `Lô ${lot}`, level: 1 })).toBeVisible();

  await page.getByRole('link', { name: 'Đặt tem cho lô' }).click();
  await expect(page.getByLabel('Sản phẩm')).toHaveValue('mam-nem-thu');
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

  await test.step('a refused step says why and changes nothing', async () => {
    await page.goto(orderPage);
    await page.getByRole('button', { name: 'Kích hoạt với một lô' }).click();
    await drawer.getByLabel('Từ tem số').fill('61');
    await drawer.getByRole('button', { name: 'Kích hoạt' }).click();
    await sure.getByRole('button', { name: 'Kích hoạt' }).click();
    await expect(drawer.getByRole('alert')).toContainText('Lô này đang bị thu hồi.');
  });
});

test("a lot's steps are recorded by form and by table, and what is wrong is named", async ({ page }) => {
  await signIn(page, 'vi');
  const lot = await newLot(page);
  await page.goto(`${screens}/lots/${lot}/events`);
  await page.getByLabel('Việc').selectOption('Xuất hàng');
  await page.getByLabel('Tỉnh', { exact: true }).selectOption('Hưng Yên');
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  await expect(page.getByLabel('Tỉnh đến hoặc tỉnh gửi')).toBeFocused();
  await page.getByLabel('Tỉnh đến hoặc tỉnh gửi').selectOption('Hà Nội');
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  const shipped = page.getByRole('row').filter({ hasText: 'Xuất hàng' });
  await expect(shipped).toContainText('Hà Nội');

  const table = ['Mã lô,Việc,Lúc', `${lot},Bán lẻ,hôm qua`].join('\r\n');
  const byTable = page.locator('form').filter({ hasText: 'Lấy mẫu XLSX' });
  await byTable
    .getByLabel('Chọn tệp')
    .setInputFiles({ name: 'nhat-ky.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await byTable.getByRole('button', { name: 'Tải lên' }).click();
  await expect(byTable.getByRole('cell', { name: 'dòng 2, cột Lúc' })).toBeVisible();
  expect(await violations(page, MAIN)).toEqual([]);
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
