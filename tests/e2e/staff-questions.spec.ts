/** Staff screens that ask before they believe: prices, lots that are known, steps of a lot. */
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';
import { newLot, signIn, staffScreens as screens } from '../support/staff-screens.ts';

const { medusaUrl, env } = testStack();

/** The menu around it is Medusa's own. */
const MAIN = 'main';

// What the tests below ask for and are refused, and Medusa's own flags of languages.
const expectedErrors = [
  /status of (409 .*\/lots|422 .*\/events)|cdn\.jsdelivr\.net\/gh\/lipis\/flag-icons\//,
];
test.use({ expectedErrors });

test('a price typed with a dot is not sold, and staff see it where they typed it', async ({ page }) => {
  const goods = await putOnSale(testAdmin(testStack()), { price: 295_000, stock: 3 });
  await page.request.get(`${medusaUrl}/site/availability`, { headers: { 'x-site-key': env.SITE_KEY ?? '' } });
  await goods.setPrice(2_950);
  await signIn(page, 'vi');
  await page.goto(`${medusaUrl}/app/products/${goods.productId}`);
  await expect(page.getByText(`Trang đang không bán: ${goods.sku}.`)).toBeVisible();
  await page.goto(`${screens}/held`);
  const row = page.getByRole('row').filter({ hasText: goods.sku });
  await expect(row).toContainText('Giá nhảy quá xa giá trước.');
  await expect(row).toContainText('2.950');
  expect(await violations(page, MAIN)).toEqual([]);
  await row.getByRole('button', { name: 'Giữ giá này' }).click();
  await page.getByLabel('Vì sao giá này đúng').fill('Bán lẻ từng gói nhỏ.');
  await page.getByRole('dialog').getByRole('button', { name: 'Giữ giá này' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Giữ giá này' }).click();
  await expect(row).toHaveCount(0);
});

test('a known lot code is refused with what differs, and corrected with a reason', async ({ page }) => {
  await signIn(page, 'vi');
  const lot = await newLot(page);
  await page.goto(`${screens}/register-lot`);
  await page.getByLabel('Mã lô').fill(lot.toLowerCase());
  await page.getByLabel('Tìm sản phẩm').fill('mắm nêm');
  await page.getByLabel('Sản phẩm', { exact: true }).selectOption('mam-nem-thu');
  await page.getByLabel('Ngày sản xuất').fill('2026-06-01');
  await page.getByLabel('Số gói').fill('5.000');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText(/Số gói: 65 → 5\.000/)).toBeVisible();
  await page.getByRole('link', { name: `Sửa thông tin: Lô ${lot}` }).click();
  await expect(page.getByRole('heading', { name: `Sửa thông tin: Lô ${lot}`, level: 1 })).toBeVisible();
  await page.getByLabel('Số gói').fill('5.000');
  await page.getByLabel('Vì sao sửa').fill('Đếm lại.');
  await page.getByRole('button', { name: 'Lưu' }).click();
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText('Số gói: 65 → 5.000');
  await sure.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('heading', { name: `Lô ${lot}`, level: 1 })).toBeVisible();
  await expect(page.getByRole('cell', { name: /Số gói: 65 → 5\.000 – Đếm lại\./ })).toBeVisible();
});

test("a lot's steps are recorded by form and by table, and what is wrong is named", async ({ page }) => {
  await signIn(page, 'vi');
  const lot = await newLot(page);
  await page.goto(`${screens}/lots/${lot}/events`);
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  await expect(page.getByLabel('Việc')).toBeFocused();
  await page.getByLabel('Việc').selectOption('Kiểm nghiệm');
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  await expect(page.getByLabel('Kết quả')).toBeFocused();
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
