/** An order is paid by transfer: on a phone with scripts and without, and confirmed by staff on their screen. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { readFile } from 'node:fs/promises';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { testAdmin } from '../support/goods.ts';
import { testShop } from '../support/shop.ts';
import { addToCart, fillCheckout, PHONE, placeOrder } from '../support/shop-pages.ts';
import { signIn, staffScreens } from '../support/staff-screens.ts';
import { testStack } from '../support/stack.ts';
import { moneyHeld, orderByTransfer, tell } from '../support/transfers.ts';

const stack = testStack();
const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('a buyer chooses a transfer, sees what to send where, and that it came', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/thanh-toan');
      await fillCheckout(page);
      await page.getByLabel('Chuyển khoản (VietQR)').check();
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\//);
      await expect(page.getByText('Còn một bước: chuyển khoản')).toBeVisible();
      const details = page.getByRole('region', { name: /^Chuyển khoản/ });
      const note = await details.locator('dd').last().innerText();
      expect(note).toMatch(/^MX[2-9A-Z]{7}$/);
      await expect(details).toContainText(stack.env.TRANSFER_ACCOUNT ?? '');
      // What is on the screen is what a bank's app reads.
      const picture = details.getByRole('img');
      let code = '';
      // Its place on the page is there before the picture is.
      await expect(async () => {
        const [read] = await readBarcodes(new Uint8Array(await picture.screenshot()));
        code = read?.text ?? '';
        expect(code).toContain(note);
      }).toPass();
      const sum = /54\d\d(\d+)5802VN/.exec(code)?.[1] ?? '';
      const shown = (await details.locator('dd').nth(3).innerText()).replace(/\D/g, '');
      expect(sum).toBe(shown);
      if (javaScriptEnabled) expect(await violations(page, 'main')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        PHONE.width,
      );

      expect(await tell(stack, [{ amount: Number(sum), note: `CT tu 0123 ${note} FT26` }])).toBe(200);
      await page.getByRole('link', { name: 'Tôi đã chuyển – xem đã nhận chưa' }).click();
      await expect(page.getByText('Đã trả đủ')).toBeVisible();
      await expect(details).toHaveCount(0);
    });
  });
}

test.describe('staff', () => {
  test.use({ expectedErrors: [/status of 4\d\d/] });

  test('confirm what they saw in the bank’s app, and put money down to its order', async ({ page }) => {
    const admin = testAdmin(stack);
    const medusa = testShop(stack);
    const [seen, short] = [await orderByTransfer(admin, medusa), await orderByTransfer(admin, medusa)];
    await tell(stack, [{ amount: short.total, note: `khong ghi ma ${short.id}` }]);
    await signIn(page, 'vi');
    await page.goto(`${staffScreens}/transfers`);

    const waiting = page.getByRole('row').filter({ hasText: seen.code });
    await waiting.getByRole('button', { name: 'Đã thấy tiền' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(/Số tiền thấy/).fill('1000');
    await drawer.getByRole('button', { name: 'Đã thấy tiền' }).click();
    await expect(drawer.getByText('Đơn cần đúng 130.000')).toBeVisible();
    await drawer.getByLabel(/Số tiền thấy/).fill('130.000');
    await drawer.getByRole('button', { name: 'Đã thấy tiền' }).click();
    await expect(drawer).toHaveCount(0);
    await expect(waiting).toHaveCount(0);
    expect(await moneyHeld(admin, seen.id)).toMatchObject({ captured: seen.total });

    const lost = page.getByRole('row').filter({ hasText: short.id });
    await lost.getByRole('button', { name: 'Của đơn này' }).click();
    await drawer.getByLabel('Mã đơn').fill(short.code.toLowerCase());
    await drawer.getByLabel('Vì sao là của đơn này').fill('người mua gọi xác nhận');
    await drawer.getByRole('button', { name: 'Của đơn này' }).click();
    await expect(drawer).toHaveCount(0);
    await expect(lost).toHaveCount(0);
    expect(await moneyHeld(admin, short.id)).toMatchObject({ captured: short.total });
  });
});
