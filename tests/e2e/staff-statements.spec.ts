/** Staff note what was paid to a producer, and take a mistake back. */
import { randomUUID } from 'node:crypto';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { signIn, staffScreens } from '../support/staff-screens.ts';
import { testStack } from '../support/stack.ts';
import { tell } from '../support/transfers.ts';

test('a payment to a producer is noted, counts, and is struck out when it was a mistake', async ({
  page,
}) => {
  const stack = testStack();
  const medusa = testShop(stack);
  const producer = { id: `ct-${randomUUID().slice(0, 8)}`, name: `HTX ${randomUUID().slice(0, 8)}` };
  const goods = await putOnSale(testAdmin(stack), { price: 60_000, stock: 9, metadata: { producer } });
  const request = { ...orderRequest(goods, 1, 60_000), payment: 'transfer' as const };
  const placed = value(await sendOrder(medusa, request));
  if (placed.outcome !== 'placed') throw new Error(placed.outcome);
  const { code, total } = value(await fetchReceipt(medusa, placed.orderId));
  expect(await tell(stack, [{ amount: total, note: code ?? '' }])).toBe(200);

  await signIn(page, 'vi');
  await page.goto(`${staffScreens}/statements`);
  const row = page.getByRole('row').filter({ hasText: producer.name });
  await expect(row.first()).toContainText('90.000');
  await row.first().getByRole('button', { name: 'Ghi phí, khoản trả' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Số tiền (₫)').fill('1.5');
  await form.getByRole('button', { name: 'Ghi phí, khoản trả' }).click();
  await expect(form.getByRole('alert').first()).toBeVisible();
  await form.getByLabel('Số tiền (₫)').fill('80.000');
  await form.getByLabel('Ghi chú').fill('FT 123');
  await form.getByRole('button', { name: 'Ghi phí, khoản trả' }).click();
  await expect(row.first()).toContainText('10.000');
  expect(await violations(page, 'main')).toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    row.first().getByRole('link', { name: 'Tệp Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^statement-\\d{4}-\\d\\d-${producer.id}\\.xlsx$`));

  await row.last().getByRole('button', { name: 'Rút lại' }).click();
  await form.getByLabel('Vì sao rút lại').fill('ghi nhầm');
  await form.getByRole('button', { name: 'Rút lại' }).click();
  await expect(row.last().locator('s')).toHaveText(/80\.000/);
  await expect(row.first()).toContainText('90.000');
});
