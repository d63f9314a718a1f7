import { writeDelivery } from '../support/store-carts.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { completeCart } from '../support/store-ordering.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { cartOf, orderRequest, prepareOrder, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { signIn } from '../support/staff-screens.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
// Medusa's own list of orders takes its flags from elsewhere.
test.use({ expectedErrors: [/cdn\.jsdelivr\.net\/gh\/lipis\/flag-icons\//] });

async function placeOrder(): Promise<string> {
  const medusa = testShop(stack);
  const producer = { id: 'ct-thu', name: 'HTX Thử' };
  const goods = await putOnSale(testAdmin(stack), { price: 60_000, stock: 5, metadata: { producer } });
  const cart = await cartOf(medusa, goods.sku, 2);
  await prepareOrder(medusa, cart);
  const address = {
    ...{ name: 'Nguyễn Thị Thử', phone: '0912 345 678', street: 'Số 12', commune: 'Xã Phù Lãng' },
    ...{ province: 'Bắc Ninh', typed: 'huyện Quế Võ, Bắc Ninh' },
  };
  const metadata = { note: 'Gọi trước <i>khi</i> đến', language: 'vi' };
  value(await writeDelivery(medusa, cart, { address, email: null, metadata }));
  return value(await completeCart(medusa, cart)).orderId;
}

test('a clerk sees the note, whom to call, who sends what, and prints a slip', async ({ page }) => {
  const id = await placeOrder();
  await signIn(page, 'vi');
  await page.goto(`${stack.medusaUrl}/app/orders/${id}`);
  await expect(page.getByRole('heading', { name: 'Giao đơn này: chưa đóng gói' })).toBeVisible();
  await expect(page.getByText('Gọi trước <i>khi</i> đến')).toBeVisible();
  await expect(page.getByRole('link', { name: '0912 345 678' })).toHaveAttribute('href', 'tel:0912345678');
  await expect(page.getByText('huyện Quế Võ, Bắc Ninh').first()).toBeVisible();
  await expect(page.getByText(/HTX Thử gửi, 120\.000/)).toBeVisible();
  const widget = page.locator('[lang=vi]', { has: page.getByRole('heading', { name: /Giao đơn này/ }) });
  await widget.last().evaluate((element) => element.setAttribute('data-desk', ''));
  expect(await violations(page, '[data-desk]')).toEqual([]);

  const [slip] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'In phiếu giao khổ A6' }).click(),
  ]);
  await expect(slip.getByText('Thu của người nhận:')).toBeVisible();
  await expect(slip.getByText('Gọi trước <i>khi</i> đến')).toBeVisible();
});

test('the list of orders says in English how many wait', async ({ page }) => {
  await placeOrder();
  await signIn(page, 'en');
  await page.goto(`${stack.medusaUrl}/app/orders`);
  const said = page.getByText(/\d+ orders? waits? to be packed\.|orders wait to be packed\./).first();
  await expect(said).toBeVisible();
  expect((await said.boundingBox())?.y).toBeLessThan(150);
});

test('an order that takes what is left says whom to call, until the call is noted', async ({ page }) => {
  const goods = await putOnSale(testAdmin(stack), { price: 10_000, stock: 9 });
  const placed = value(await sendOrder(testShop(stack), orderRequest(goods, 9, 10_000)));
  const id = placed.outcome === 'placed' ? placed.orderId : '';
  await signIn(page, 'vi');
  await page.goto(`${stack.medusaUrl}/app/orders/${id}`);
  const asked = page.getByRole('alert').filter({ hasText: 'Gọi người mua để xác nhận đơn này' });
  await expect(asked).toContainText('lấy hơn một nửa số hàng còn lại');
  await expect(asked).toContainText('thì đơn tự huỷ');
  // Above the order, not below all that Medusa shows of it.
  expect((await asked.boundingBox())?.y).toBeLessThan(150);
  expect(await violations(page, '[role=alert]')).toEqual([]);
  await asked.getByRole('button', { name: 'Đã gọi, người mua xác nhận' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Đã gọi, người mua xác nhận' }).click();
  await expect(page.getByText(/Đơn này đã được xác nhận lúc/)).toBeVisible();
  await expect(asked).toBeHidden();
});
