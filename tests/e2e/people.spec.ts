/** From the staff screen to the packing desk: an invitation, accepted without scripts, and a closed account. */
import { randomInt } from 'node:crypto';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { PASSWORD, someLogin } from '../support/people.ts';
import { testStack } from '../support/stack.ts';
import { signIn, staffScreens } from '../support/staff-screens.ts';

test.use({ expectedErrors: [/status of 4\d\d/] });

test('staff invite a producer, who signs in by the code, until staff close the account', async ({
  page,
  browser,
}) => {
  const { siteUrl } = testStack();
  const producer = { id: `ct-moi${randomInt(1e6)}`, name: `HTX Mời ${randomInt(1e6)}` };
  await putOnSale(testAdmin(testStack()), { price: 10_000, stock: 1, metadata: { producer } });
  const name = `Lê Thị Mời ${randomInt(1e6)}`;
  await signIn(page, 'vi');
  await page.goto(`${staffScreens}/people`);
  await page.getByRole('button', { name: 'Mời một người' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Mời một người' }).click();
  await expect(drawer.getByText('Viết họ tên')).toBeVisible();
  await drawer.getByLabel('Họ tên').fill(name);
  await drawer.getByLabel('Cơ sở', { exact: true }).selectOption(producer.name);
  await drawer.getByRole('button', { name: 'Mời một người' }).click();
  const code = (await drawer.getByTestId('invitation-code').textContent()) ?? '';
  expect(code).toMatch(/^(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await drawer.getByRole('button', { name: 'Đóng', exact: true }).click();
  const row = page.getByRole('row', { name: new RegExp(name) }).first();
  await expect(row).toContainText(`${producer.name}: đóng gói và giao đi`);

  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const phone = await context.newPage();
  await phone.goto(`${siteUrl}/dang-nhap`);
  await phone.getByRole('link', { name: 'Nhập mã mời' }).click();
  await phone.getByLabel('Mã mời').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(phone.getByText(producer.name)).toBeVisible();
  await phone.getByLabel('Tên đăng nhập của bạn').fill(someLogin());
  await phone.getByLabel('Mật khẩu mới').fill(PASSWORD);
  await phone.getByLabel('Viết lại mật khẩu').fill(PASSWORD);
  await phone.getByRole('button', { name: 'Nhận lời mời' }).click();
  await expect(phone.getByRole('heading', { name: 'Bàn đóng gói' })).toBeVisible();

  await page.reload();
  await row.getByRole('button', { name: 'Khoá', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Vì sao').fill('thử');
  await page.getByRole('dialog').getByRole('button', { name: 'Khoá', exact: true }).click();
  await expect(row).toContainText('khoá từ');
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await page.screenshot({ path: 'test-results/people.png' });
  await context.close();
});

test.describe('a way in', () => {
  for (const at of [
    '/dang-nhap',
    '/en/dang-nhap',
    '/loi-moi',
    '/loi-moi/2222-2222-2222-2222',
    `/dang-nhap/${'a'.repeat(43)}`,
  ]) {
    test(`${at} is for everybody`, async ({ page }) => {
      await page.goto(testStack().siteUrl + at);
      expect(await violations(page, 'main')).toEqual([]);
    });
  }
});
