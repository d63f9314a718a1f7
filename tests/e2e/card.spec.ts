/** An order is paid by card on a phone, with scripts and without; a stand-in plays Stripe and its page. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { orderByCard, cardsFor } from '../support/cards.ts';
import { expect, test } from '../support/fixtures.ts';
import { testAdmin } from '../support/goods.ts';
import { testShop } from '../support/shop.ts';
import { addToCart, fillCheckout, PHONE, placeOrder } from '../support/shop-pages.ts';
import { signIn, staffScreens } from '../support/staff-screens.ts';
import { testStack } from '../support/stack.ts';
import { testCards } from '../support/stripe-page.ts';
import { StripeStandIn } from '../support/stripe.ts';

const stack = testStack();
const stripe = new StripeStandIn(stack);
test.beforeAll(() => stripe.start());
test.afterAll(() => stripe.stop());

const toStripe = (page: Page) => page.getByRole('link', { name: /^Sang trang thẻ – trả/ });

/** Orders by card, up to the receipt that leads to the page of the card. */
async function orderFor(page: Page): Promise<void> {
  await addToCart(page, '/san-pham/mam-nem-thu');
  await page.goto('/thanh-toan');
  await fillCheckout(page);
  await page.getByLabel(/^Thẻ quốc tế/).check();
  await placeOrder(page).click();
  await expect(page).toHaveURL(/\/don-hang\//);
  await expect(page.getByText('Còn một bước: trả bằng thẻ')).toBeVisible();
}

async function payWith(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card);
  await page.getByRole('button', { name: 'Pay' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('a card is declined, another one asks its bank, and the order is paid', async ({ page }) => {
      await orderFor(page);
      if (javaScriptEnabled) expect(await violations(page, 'main')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );
      await toStripe(page).click();
      await payWith(page, testCards.declined);
      await expect(page.getByText('Your card was declined.')).toBeVisible();
      await page.getByRole('link', { name: 'Back to the shop' }).click();
      await expect(page.getByText('Thẻ chưa bị trừ')).toBeVisible();
      await toStripe(page).click();
      await payWith(page, testCards.secure);
      await page.getByRole('button', { name: 'Complete' }).click();
      await expect(page).toHaveURL(/\/don-hang\/[^?]+$/);
      await expect(page.getByText('Đã trả đủ')).toBeVisible();
      await expect(toStripe(page)).toHaveCount(0);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('who closes the page after paying finds the order paid', async ({ page }) => {
    await orderFor(page);
    const receipt = page.url();
    const address = (await toStripe(page).getAttribute('href')) ?? '';
    await page.goto('about:blank');
    await stripe.pay(address.split('/').at(-1) ?? '');
    await expect(async () => {
      await page.goto(receipt);
      await expect(page.getByText('Đã trả đủ')).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });

  test('who pays otherwise after all has the goods in the cart and types nothing again', async ({ page }) => {
    await orderFor(page);
    const [opened] = stripe.pages().slice(-1);
    await page.getByRole('button', { name: /^Không trả bằng thẻ nữa/ }).click();
    await expect(page).toHaveURL(/\/thanh-toan$/);
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Thử');
    expect(opened?.status).toBe('expired');
    await page.getByLabel('Tiền mặt khi nhận hàng').check();
    await placeOrder(page).click();
    await expect(page).toHaveURL(/\/don-hang\//);
    await expect(page.getByText('tiền mặt khi nhận hàng.')).toBeVisible();
  });
});

test('staff pay back a card that was charged with another sum', async ({ page }) => {
  const admin = testAdmin(stack);
  const order = await orderByCard(stack, { admin, medusa: testShop(stack) });
  await stripe.pay(order.page, { received: order.total + 5_000 });
  await expect.poll(async () => (await cardsFor(admin, order.id)).length).toBe(1);
  await signIn(page, 'vi');
  await page.goto(`${staffScreens}/transfers`);
  const intent = String(stripe.page(order.page).payment_intent);
  const row = page.getByRole('row').filter({ hasText: intent });
  await expect(row).toContainText('135.000');
  await row.getByRole('button', { name: 'Hoàn vào thẻ và huỷ đơn' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Ghi rõ').fill('đã gọi, sẽ đặt lại');
  await drawer.getByRole('button', { name: 'Hoàn vào thẻ và huỷ đơn' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(row).toHaveCount(0);
  expect(stripe.kept(order.page)).toBe(0);
});
