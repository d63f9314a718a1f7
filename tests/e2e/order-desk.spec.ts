import { writeDelivery } from '../support/store-carts.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { completeCart } from '../support/store-ordering.ts';
import { z } from 'zod';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { startMailServer } from '../support/mail-server.ts';
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

test('a clerk sees what the buyer was told, why a message was not sent, and has it sent again', async ({
  page,
}) => {
  const mail = await startMailServer(Number(stack.env.SMTP_PORT), (address) => address.startsWith('nobody'));
  try {
    const admin = testAdmin(stack);
    const goods = await putOnSale(admin, { price: 10_000, stock: 50 });
    const email = `nobody-${goods.sku}@example.com`.toLowerCase();
    const placed = value(await sendOrder(testShop(stack), { ...orderRequest(goods, 1, 10_000), email }));
    const id = placed.outcome === 'placed' ? placed.orderId : '';
    const shape = z.object({ messages: z.array(z.object({ state: z.string() })) });
    await expect
      .poll(async () => {
        await admin.post(z.unknown(), '/admin/order-messages', {});
        return (await admin.get(shape, `/admin/order-messages/${id}`)).messages[0]?.state;
      })
      .toBe('failed');
    await signIn(page, 'vi');
    await page.goto(`${stack.medusaUrl}/app/orders/${id}`);
    const told = page.locator('[lang=vi]', {
      has: page.getByRole('heading', { name: 'Thư đã gửi người mua' }),
    });
    await told.last().evaluate((element) => element.setAttribute('data-told', ''));
    const section = page.locator('[data-told]');
    await expect(section).toContainText('Đã nhận đơn');
    await expect(section).toContainText('không gửi được');
    await expect(section).toContainText('máy chủ thư từ chối (550)');
    expect(await violations(page, '[data-told]')).toEqual([]);

    await admin.post(z.unknown(), `/admin/orders/${id}`, { email: email.replace('nobody', 'buyer') });
    await section.getByRole('button', { name: 'Gửi lại' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Gửi lại' }).click();
    await expect(form).toContainText('Vì sao gửi lại');
    await form.getByRole('textbox', { name: 'Vì sao gửi lại' }).fill('Người mua sửa địa chỉ');
    await form.getByRole('button', { name: 'Gửi lại' }).click();
    await expect(form).toBeHidden();
    await admin.post(z.unknown(), '/admin/order-messages', {});
    await page.reload();
    await expect(page.getByText(/cho gửi lại: Người mua sửa địa chỉ/)).toBeVisible();
    expect(mail.mailTo(email.replace('nobody', 'buyer'))).toHaveLength(1);
  } finally {
    await mail.close();
  }
});
