/** Answers of the checkout form: each at an address of its own, in sight, with all that was typed. */
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import {
  addToCart,
  amountOf,
  expectOnScreen,
  fillCheckout,
  lineOf,
  PHONE,
  placeOrder,
  POT,
  toCheckout,
} from '../support/shop-pages.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('a form with gaps names each of them, in sight, and keeps what was written', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await page.getByLabel('Họ và tên').fill('Nguyễn Thị Thử');
      await page.getByLabel('Số điện thoại').fill('0912345678 hoặc 0987654321');
      await placeOrder(page).click();
      await expect(page.getByRole('alert')).toBeFocused();
      await expectOnScreen(page, page.getByRole('alert'));
      await expect(page.getByRole('alert')).toContainText('nhiều số: 0912 345 678, 0987 654 321');
      await expect(page.getByLabel('Số điện thoại')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Thử');
      expect(page.url()).not.toContain('/don-hang/');
    });

    test('words for a gift and a company’s invoice go with the order', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await fillCheckout(page);
      await expect(page.getByLabel('Mã số thuế')).toBeHidden();
      await page.getByText('Gửi kèm lời nhắn tặng quà').click();
      await page.getByLabel('Lời nhắn tặng quà').fill('Chúc mẹ khoẻ');
      await page.getByText('Lấy hoá đơn').click();
      await page.getByLabel('Tên doanh nghiệp').fill('Công ty Mẫu');
      await page.getByLabel('Mã số thuế').fill('0100109107');
      await placeOrder(page).click();
      await expect(page.getByRole('alert')).toContainText('Mã số thuế chưa đúng');
      await expect(page.getByLabel('Mã số thuế')).toBeVisible();
      await expect(page.getByLabel('Mã số thuế')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Lời nhắn tặng quà')).toHaveValue('Chúc mẹ khoẻ');
      await page.getByLabel('Mã số thuế').fill('0100 109 106');
      await page.getByLabel('Địa chỉ trên hoá đơn').fill('1 Phố Mẫu, Hà Nội');
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\//);
      await expect(page.getByRole('main')).toContainText('Công ty Mẫu, mã số thuế 0100109106');
      await expect(page.getByRole('main')).toContainText('phiếu trong gói không in giá');
    });

    test('the new name of a place is told where it was asked for', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await fillCheckout(page);
      await page.getByRole('button', { name: 'Xem tên mới của nơi này' }).click();
      const answer = page.getByRole('status').filter({ hasText: 'Ý Yên' });
      await expect(answer).toBeFocused();
      await expectOnScreen(page, answer);
      await expectOnScreen(page, page.getByLabel('Xã, phường'));
      await expect(page.getByLabel('Số nhà, đường, thôn, xóm')).toHaveValue('12 thôn Đông');
    });

    test('no address of the way to the receipt asks to send a form again', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await fillCheckout(page, { phone: '123' });
      await page.getByRole('button', { name: 'Xem tên mới của nơi này' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Ý Yên' })).toBeVisible();
      await placeOrder(page).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByLabel('Số điện thoại').fill('\u202a+84 912 345 678\u202c');
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\//);
      // What was typed is erased, and Back leads on to the receipt again.
      const receipt = new URL(page.url()).pathname;
      const answer = await page.goBack();
      expect(answer?.request().method()).toBe('GET');
      await expect(page).toHaveURL((url) => url.pathname === receipt);
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('checkout');
    });

    test('what was typed survives the language, the cart and a closed tab', async ({ page, context }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await fillCheckout(page);
      await page.getByLabel('Lời nhắn cho người giao').fill('Gọi trước\nnửa tiếng');
      await page.getByRole('button', { name: 'EN' }).click();
      await expect(page).toHaveURL(/\/en\/thanh-toan/);
      await expect(page.getByLabel('Full name')).toHaveValue('Nguyễn Thị Thử');
      await expect(page.getByLabel('Note for the courier')).toHaveValue('Gọi trước\nnửa tiếng');
      await page.getByRole('button', { name: 'Back to the cart' }).click();
      await page.close();
      const later = await context.newPage();
      await later.goto('/thanh-toan');
      await expect(later.getByLabel('Xã, phường')).toHaveValue('huyện Ý Yên, Nam Định');
      const [draft] = (await context.cookies()).filter(({ name }) => name === 'checkout');
      expect(draft).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
      expect(decodeURIComponent(draft?.value ?? '')).not.toContain('0912');
      // An hour by the browser's clock, which is not the servers'.
      expect((draft?.expires ?? 0) - Date.now() / 1_000).toBeLessThan(3_700);
    });
  });
}

test('what is typed and not sent is kept for an hour, where scripts run', async ({ page, context }) => {
  await addToCart(page, '/san-pham/mam-nem-thu');
  await page.goto('/thanh-toan');
  const kept = page.waitForResponse((answer) => answer.status() === 204);
  await page.getByLabel('Họ và tên').fill('Trần Văn Mẫu');
  await kept;
  await page.close();
  const later = await context.newPage();
  await later.goto('/thanh-toan');
  await expect(later.getByLabel('Họ và tên')).toHaveValue('Trần Văn Mẫu');
});

test('Enter in a field orders, and neither changes the language nor leaves', async ({ page }) => {
  await addToCart(page, '/san-pham/mam-nem-thu');
  await page.goto('/thanh-toan');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Thử');
  await page.getByLabel('Họ và tên').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Còn 4 chỗ cần sửa');
});

test.describe('on the narrowest phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('no answer of cart and checkout has anything axe objects to, or is wider than the phone', async ({
    page,
  }) => {
    const holds = async (what: string) => {
      expect(await violations(page), what).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320);
    };
    await addToCart(page, '/san-pham/mam-nem-thu');
    await addToCart(page, '/san-pham/binh-gom-hoa-sen-thu');
    await page.goto('/gio-hang');
    await amountOf(page, POT).fill('năm');
    await toCheckout(page).click();
    await expect(page.getByText('Số lượng phải là một số nguyên')).toBeVisible();
    await holds('a line that failed');
    await lineOf(page, POT)
      .getByRole('button', { name: /ra khỏi giỏ$/ })
      .click();
    await expect(page.locator('#tin')).toBeFocused();
    await holds('a line that was removed');
    await toCheckout(page).click();
    await placeOrder(page).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await holds('a form with gaps');
    await fillCheckout(page);
    await page.getByRole('button', { name: 'Xem tên mới của nơi này' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Ý Yên' })).toBeFocused();
    await holds('the answer about a place');
    await placeOrder(page).click();
    await expect(page).toHaveURL(/\/don-hang\//);
    await holds('the receipt');
  });
});

test('on a product page + and − change the number that is put into the cart', async ({ page }) => {
  await page.goto('/san-pham/mam-nem-thu');
  await page.getByRole('button', { name: 'Thêm một phần' }).click();
  await page.getByRole('button', { name: 'Thêm một phần' }).click();
  await page.getByRole('button', { name: 'Bớt một phần' }).click();
  await expect(page.getByRole('spinbutton', { name: 'Số lượng' })).toHaveValue('2');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(page.locator('[data-cart-count]').first()).toHaveText('2');
});
