/** Checkout where delivery depends on the province: a shop of its own, for the others know one price. */
import { violations } from '../support/axe.ts';
import { saveTable, zonedTable } from '../support/delivery-prices.ts';
import { expect, test } from '../support/fixtures.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { addToCart, expectOnScreen, fillCheckout, PHONE, placeOrder } from '../support/shop-pages.ts';
import { startSyncedShop, type SyncedShop } from '../support/synced-shop.ts';

test.describe.configure({ mode: 'serial' });
let shop: SyncedShop;
let site: OwnSite;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  shop = await startSyncedShop();
  await shop.sync([
    { product: 'mam-nem-thu', producer: 'htx-mam', packs: [['MAM-NEM-200', 38_000, 50]] },
    { product: 'binh-gom-hoa-sen-thu', producer: 'lo-gom', packs: [['BINH-HOA-SEN', 680_000, 50]] },
  ]);
  await saveTable(shop.admin, zonedTable);
  site = await startOwnSite({
    MEDUSA_URL: shop.server.url,
    MEDUSA_PUBLISHABLE_KEY: shop.publishableKey,
    SITE_KEY: shop.server.siteKey,
  });
});
test.afterAll(async () => {
  await site?.kill();
  await shop?.stop();
});

const shipping = '[data-sum="shipping"]';
const total = '[data-sum="total"]';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test('the price for the province is seen before anything is ordered', async ({ page }) => {
      await addToCart(page, `${site.url}/san-pham/mam-nem-thu`);
      await addToCart(page, `${site.url}/san-pham/binh-gom-hoa-sen-thu`);
      await page.goto(`${site.url}/gio-hang`);
      await expect(page.locator(shipping)).toHaveText(/^từ 40\.000/);
      await expect(page.getByText('2 kiện từ 2 chủ thể')).toBeVisible();
      await page.goto(`${site.url}/thanh-toan`);
      await expect(placeOrder(page)).toHaveText(/trả từ 758\.000/);
      await fillCheckout(page);
      await page.getByLabel('Tỉnh, thành phố').selectOption('08');
      if (javaScriptEnabled) {
        await expect(page.locator(shipping)).toHaveText(/^120\.000/);
        await expect(page.locator('[data-sum="parcel"]').first()).toHaveText(/^60\.000/);
      } else {
        await placeOrder(page).click();
        const told = page.getByRole('status').filter({ hasText: 'Giao đến Tuyên Quang' });
        await expect(told).toContainText('hết 120.000');
        await expect(told).toBeFocused();
        await expectOnScreen(page, told);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        await expect(page.getByLabel('Họ và tên')).toHaveValue('Nguyễn Thị Thử');
      }
      await expect(page.locator(total)).toHaveText(/^838\.000/);
      await expect(placeOrder(page)).toHaveText(/trả 838\.000/);
      // The checker itself is a script.
      if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\//);
      await expect(page.locator(total)).toHaveText(/^838\.000/);
      await expect(page.locator('[data-sum="parcel"]')).toHaveText([/^60\.000/, /^60\.000/]);
    });

    test('another province after the total was seen is told anew', async ({ page }) => {
      await addToCart(page, `${site.url}/san-pham/mam-nem-thu`);
      await page.goto(`${site.url}/thanh-toan`);
      await fillCheckout(page);
      if (!javaScriptEnabled) {
        await placeOrder(page).click();
        await expect(page.getByRole('status').filter({ hasText: 'Ninh Bình' })).toContainText('20.000');
      }
      await expect(placeOrder(page)).toHaveText(/trả 58\.000/);
      await page.getByLabel('Tỉnh, thành phố').selectOption('04');
      if (!javaScriptEnabled) {
        await placeOrder(page).click();
        await expect(page.getByRole('status').filter({ hasText: 'Cao Bằng' })).toContainText('60.000');
      }
      await expect(placeOrder(page)).toHaveText(/trả 98\.000/);
      // What was chosen is known to the cart as well.
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: 'Quay lại giỏ hàng' }).click();
        await expect(page.locator(shipping)).toHaveText(/^60\.000/);
      }
    });
  });
}
