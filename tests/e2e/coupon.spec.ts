import { expect, test } from '../support/fixtures.ts';
import { makeCoupon } from '../support/coupons.ts';
import { testAdmin } from '../support/goods.ts';
import { addToCart, fillCheckout, lineOf, PHONE, placeOrder, toCheckout } from '../support/shop-pages.ts';
import { testStack } from '../support/stack.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}, on a phone`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('a buyer types a code, sees what it takes off before paying, and on the receipt', async ({
      page,
    }) => {
      const { code } = await makeCoupon(testAdmin(testStack()), { amount: 15_000 });
      await addToCart(page, '/san-pham/nuoc-mam-thu');
      await page.goto('/gio-hang');
      await page.getByLabel('Mã giảm giá').fill(code.toLowerCase());
      await page.getByRole('button', { name: 'Dùng mã' }).click();
      await expect(page.getByRole('main')).toContainText(`Mã ${code} giảm 15.000 ₫`);
      await expect(page.getByRole('complementary')).toContainText('−15.000 ₫');
      await expect(page.getByRole('complementary')).toContainText('110.000 ₫');
      await toCheckout(page).click();
      await expect(page.getByRole('complementary')).toContainText('−15.000 ₫');
      await fillCheckout(page, { phone: javaScriptEnabled ? '0912 000 551' : '0912 000 552' });
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\/[^/?]+$/);
      await expect(page.getByRole('main')).toContainText(`Mã ${code}`);
      await expect(page.getByRole('main')).toContainText('−15.000 ₫');
      await expect(page.getByRole('main')).toContainText('110.000 ₫');
      await page.goto('/gio-hang');
      await expect(page.getByRole('main')).not.toContainText(code);
    });

    test('a gift box says what it holds, in the cart and on the receipt', async ({ page }) => {
      await page.goto('/gio-qua');
      await page.getByRole('main').getByRole('link', { name: 'Giỏ quà Thử' }).click();
      await expect(page.getByRole('main')).toContainText('Giỏ quà không được công nhận sao');
      await addToCart(page, page.url());
      await page.goto('/gio-hang');
      await expect(lineOf(page, 'Giỏ quà Thử')).toContainText('3 × Mắm nêm Thử (Chai 200 ml)');
      await expect(page.getByRole('heading', { name: /^Từ Hợp tác xã Biển Thử/ })).toBeVisible();
      await toCheckout(page).click();
      await fillCheckout(page, { phone: javaScriptEnabled ? '0912 000 553' : '0912 000 554' });
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\/[^/?]+$/);
      await expect(page.getByRole('main')).toContainText('1 × Lụa tơ tằm Thử (Một chiếc khăn)');
      await expect(page.getByRole('main')).toContainText('620.000 ₫');
    });
  });
}
