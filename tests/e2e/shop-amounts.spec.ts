/** What is typed into the cart is never lost: with one button, with several lines, with one that fails. */
import { expect, test } from '../support/fixtures.ts';
import {
  addToCart,
  amountOf,
  expectOnScreen,
  lineOf,
  PHONE,
  POT,
  toCheckout,
} from '../support/shop-pages.ts';

const FISH = 'Mắm nêm Thử';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('the amounts of all lines are ordered by the one press that orders', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await addToCart(page, '/san-pham/binh-gom-hoa-sen-thu');
      await page.goto('/gio-hang');
      await amountOf(page, FISH).fill('5');
      await amountOf(page, POT).fill('3');
      await toCheckout(page).click();
      await expect(page).toHaveURL(/\/thanh-toan$/);
      const items = page.getByRole('complementary');
      await expect(items).toContainText(`5 × ${FISH}`);
      await expect(items).toContainText(`3 × ${POT}`);
      await expect(items).toContainText('2.260.000 ₫');
    });

    test('a line that cannot be had so often keeps what was typed, in sight, and loses no other', async ({
      page,
    }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await addToCart(page, '/san-pham/nuoc-mam-thu');
      await page.goto('/gio-hang');
      await amountOf(page, FISH).fill('4');
      const sauce = 'Nước mắm cốt Thử';
      await amountOf(page, sauce).fill('77');
      await toCheckout(page).click();
      await expect(lineOf(page, sauce)).toContainText('Bạn chọn 77, nhưng Nước mắm cốt Thử chỉ còn');
      await expect(page).toHaveURL(/\/gio-hang/);
      await expect(amountOf(page, sauce)).toHaveValue('77');
      await expect(amountOf(page, FISH)).toHaveValue('4');
      await expectOnScreen(page, amountOf(page, sauce));
      await page.reload();
      await expect(amountOf(page, FISH)).toHaveValue('4');
      await expect(amountOf(page, sauce)).toHaveValue('1');
    });

    test('plus and minus change the number beside them, again and again', async ({ page }) => {
      await addToCart(page, '/san-pham/binh-gom-hoa-sen-thu');
      await page.goto('/gio-hang');
      const plus = lineOf(page, POT).getByRole('button', { name: /^Thêm một phần/ });
      await plus.click();
      await expect(amountOf(page, POT)).toHaveValue('2');
      await plus.click();
      await expect(amountOf(page, POT)).toHaveValue('3');
      await expect(plus).toBeFocused();
      await lineOf(page, POT)
        .getByRole('button', { name: /^Bớt một phần/ })
        .click();
      await expect(amountOf(page, POT)).toHaveValue('2');
      await expect(page.getByRole('complementary')).toContainText('1.390.000 ₫');
      await page.reload();
      await expect(amountOf(page, POT)).toHaveValue('2');
    });

    test('Enter saves, and the language can be changed with amounts unsaved', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/gio-hang');
      await amountOf(page, FISH).fill('6');
      await amountOf(page, FISH).press('Enter');
      await expect(page.getByRole('complementary')).toContainText('228.000 ₫');
      await amountOf(page, FISH).fill('7');
      await page.getByRole('button', { name: 'EN' }).click();
      await expect(page).toHaveURL(/\/en\/gio-hang/);
      await expect(page.getByRole('textbox', { name: /^Quantity of/ })).toHaveValue('7');
      await expect(page.getByRole('complementary')).toContainText('266,000 ₫');
    });
  });
}

test('an amount is saved as it changes, and what is typed meanwhile stays', async ({ page }) => {
  await addToCart(page, '/san-pham/mam-nem-thu');
  await addToCart(page, '/san-pham/binh-gom-hoa-sen-thu');
  await page.goto('/gio-hang');
  await amountOf(page, FISH).fill('3');
  await amountOf(page, FISH).press('Tab');
  await amountOf(page, POT).fill('2');
  await expect(amountOf(page, POT)).toHaveValue('2');
  await amountOf(page, POT).press('Tab');
  await expect(page.locator('[data-cart-count]').first()).toHaveText('5');
  await expect(page.locator('[data-cart-said]')).toContainText(`Đã đổi số lượng của ${POT}`);
  await page.reload();
  await expect(amountOf(page, FISH)).toHaveValue('3');
  await expect(amountOf(page, POT)).toHaveValue('2');
});
