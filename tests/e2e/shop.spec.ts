import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import {
  addToCart,
  amountOf,
  fillCheckout,
  lineOf,
  placeOrder,
  POT,
  toCheckout,
} from '../support/shop-pages.ts';

async function openPotFromSearch(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('searchbox').first().fill('gom hoa sen');
  await page.getByRole('searchbox').first().press('Enter');
  await expect(page.getByRole('status')).toContainText('gom hoa sen');
  await page.getByRole('region', { name: 'Kết quả tìm kiếm' }).getByRole('link', { name: POT }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(POT);
  await expect(page.getByRole('main')).toContainText('Đào Viên');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a buyer finds the pot, orders it by cash on delivery and gets a receipt', async ({
      page,
      context,
    }) => {
      await openPotFromSearch(page);
      await addToCart(page, page.url());
      await page.goto('/gio-hang');
      await expect(lineOf(page, POT)).toContainText('680.000 ₫');
      await expect(page.getByRole('heading', { name: 'Từ Lò gốm Thử, Bắc Ninh' })).toBeVisible();

      await amountOf(page, POT).fill('2');
      await toCheckout(page).click();
      await expect(page.getByRole('complementary')).toContainText('1.390.000 ₫');
      await fillCheckout(page);
      await placeOrder(page).click();
      await expect(page).toHaveURL(/\/don-hang\/[^/?]+$/);

      const main = page.getByRole('main');
      await expect(main).toContainText(POT);
      await expect(main).toContainText('1.390.000 ₫');
      await expect(main).toContainText('Từ Lò gốm Thử, Bắc Ninh');
      await expect(main).not.toContainText('0912 345 678');
      // A code drawn by chance, which tells nobody how much the shop sells.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Đơn hàng số [2-9A-HJKMNP-Z]{9}$/);
      // The old district is answered with today's units, from the order itself and not from the address.
      await expect(main).toContainText('Theo đơn vị hành chính hiện nay');

      const receipt = await context.request.get(page.url());
      expect(receipt.headers()['cache-control']).toContain('no-store');
      expect(receipt.headers()['x-robots-tag'] ?? (await receipt.text())).toContain('noindex');

      await page.goto('/gio-hang');
      await expect(page.getByRole('main')).not.toContainText(POT);
    });

    test('a line can be removed and the cart says so', async ({ page }) => {
      await addToCart(page, '/san-pham/mam-nem-thu');
      await page.goto('/gio-hang');
      await page.getByRole('button', { name: /ra khỏi giỏ$/ }).click();
      await expect(page.getByRole('main')).toContainText('Giỏ hàng đang trống');
      await expect(page.getByText('Đã bỏ Mắm nêm Thử ra khỏi giỏ.').first()).toBeVisible();
    });

    test('alcohol is shown with its price and the reason why it is not ordered', async ({
      page,
      request,
    }) => {
      await page.goto('/san-pham/ruou-mo-thu');
      await expect(page.getByText('Chưa đặt mua được trên trang này')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('160.000 ₫');
      await expect(page.getByRole('button', { name: 'Thêm vào giỏ' })).toHaveCount(0);
      const posted = await request.post('/gio-hang', {
        form: { action: 'add', sku: 'RUOU-MO-500', quantity: '1' },
        headers: { origin: new URL(page.url()).origin },
      });
      expect(await posted.text()).toContain('là đồ uống có cồn');
      await page.goto('/en/san-pham/ruou-mo-thu');
      await expect(page.getByText('Cannot be ordered on this site yet')).toBeVisible();
      await expect(page.getByRole('main')).toContainText('160,000 ₫');
    });
  });
}

test('posting the same order twice at once ends at one receipt', async ({ page, context }) => {
  await addToCart(page, '/san-pham/mam-nem-thu');
  await page.goto('/thanh-toan');
  await fillCheckout(page, { commune: 'Phong Doanh' });
  const fields = await page
    .locator('form#checkout')
    .evaluate((form) =>
      Object.fromEntries(
        [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
      ),
    );
  const post = () =>
    context.request.post('/thanh-toan', {
      form: fields,
      headers: { origin: new URL(page.url()).origin },
      maxRedirects: 0,
    });
  const answers = await Promise.all([post(), post(), post()]);
  const receipts = new Set(answers.map((answer) => answer.headers().location));
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303]);
  expect([...receipts]).toHaveLength(1);
  expect([...receipts][0]).toMatch(/\/don-hang\//);
});

test('nothing an address says is told as news', async ({ page }) => {
  await page.goto('/gio-hang?tin=added&mon=MAM-NEM-200&con=3&gio=2');
  await expect(page.getByRole('main')).not.toContainText('Đã thêm');
  await page.goto('/bao-lai/da-nhan?so=12');
  await expect(page.getByRole('main')).not.toContainText('12');
  await expect(page.getByRole('main')).toContainText('Bạn chưa gửi báo cáo nào từ đây');
});

test.describe('what is gone', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('a receipt nobody was given is a real 404', async ({ page }) => {
    const answer = await page.goto('/don-hang/b3JkZXJfMDE.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(answer?.status()).toBe(404);
  });

  test('a sold-out product cannot be put into the cart and says why', async ({ page }) => {
    const asked = page.waitForResponse(/\/api\/availability\?sku=/);
    await page.goto('/san-pham/mat-ong-thu');
    const { soldOut } = (await (await asked).json()) as { soldOut: string[] };
    expect(soldOut.length).toBeGreaterThan(0);
    const posted = await page.request.post('/gio-hang', {
      form: { action: 'add', sku: soldOut[0] ?? '', quantity: '1', lang: 'vi', back: '/san-pham' },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(await posted.text()).toMatch(/hết hàng/);
    // Told once: the same address read again says nothing of it.
    expect(await (await page.request.get('/gio-hang')).text()).not.toMatch(/hết hàng/);
  });
});

test('the language switch keeps the search as it was typed', async ({ page }) => {
  await page.goto('/tim-kiem');
  await page.getByRole('searchbox').first().fill('gom hoa sen');
  await expect(page).toHaveURL(/q=gom/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/tim-kiem\?q=gom/);
  await expect(page.getByRole('searchbox').first()).toHaveValue('gom hoa sen');
  // Written as an English reader reads it, also in what scripts show.
  await expect(page.getByRole('region', { name: 'Search results' })).toContainText('680,000 ₫');
});
