/** Staff change the delivery prices, in a shop of its own. */
import { violations } from '../support/axe.ts';
import { tableNow } from '../support/delivery-prices.ts';
import { expect, test } from '../support/fixtures.ts';
import { signIn, staffScreens } from '../support/staff-screens.ts';
import { testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';

test.use({ expectedErrors: [/status of 4\d\d/] });

test('the table of delivery prices says what is wrong, at its field, and saves nothing then', async ({
  page,
}) => {
  const admin = testAdmin(testStack());
  const { version } = await tableNow(admin);
  await signIn(page, 'vi');
  await page.goto(`${staffScreens}/delivery`);
  await expect(page.getByText('Chưa lưu bảng nào')).toBeVisible();
  await expect(page.getByLabel('Mức 1: phí giao (₫)')).toHaveValue('30000');
  await page.getByRole('button', { name: 'Thêm một vùng' }).click();
  const save = page.getByRole('button', { name: 'Lưu và áp dụng' });
  await page.getByLabel('Mức 1: phí giao (₫)').first().fill('1.5');
  await save.click();
  await expect(page.getByText('Còn 4 ô chưa đúng')).toBeVisible();
  await expect(page.getByText('Vùng cần một tên')).toBeVisible();
  await expect(page.getByText('Vùng chưa có tỉnh nào')).toBeVisible();
  await expect(page.getByLabel('Tên vùng')).toBeFocused();
  expect(await violations(page, 'main')).toEqual([]);
  expect((await tableNow(admin)).version).toBe(version);
});
