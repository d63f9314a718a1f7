import { expect, test } from '../support/fixtures.ts';

/** Screenshots for a look at what was built, where a folder is named. */
const shots = process.env.SHOTS;

test.describe('filters on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('are a sheet whose button says what they leave and stays in reach', async ({ page }) => {
    await page.goto('/tim-kiem');
    await expect(page.locator('form.search[data-alive]')).toBeAttached();
    await page.getByText('Lọc kết quả', { exact: true }).first().click();
    const show = page.getByRole('button', { name: /^Xem \d+ sản phẩm$/ });
    await expect(show).toBeInViewport({ ratio: 1 });
    if (shots) await page.screenshot({ path: `${shots}/sheet.png` });
    await page.getByRole('checkbox', { name: /^Còn hàng/ }).check();
    await expect(page).toHaveURL(/ban=in-stock/);
    await expect(show).toBeInViewport({ ratio: 1 });
    const promised = await show.textContent();
    await show.click();
    await expect(show).toBeHidden();
    const status = page.locator('.search-status');
    await expect(status).toBeFocused();
    expect(promised).toContain((await status.textContent())?.match(/^\d+ sản phẩm/)?.[0] ?? 'no count');
    await expect(status).toBeInViewport();
  });

  test('close with Escape and with a tap beside the sheet', async ({ page }) => {
    await page.goto('/tim-kiem?q=mam');
    await expect(page.locator('form.search[data-alive]')).toBeAttached();
    const summary = page.locator('.search-filters > summary');
    const panel = page.locator('.search-panel');
    await summary.click();
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(summary).toBeFocused();
    await summary.click();
    await page.mouse.click(180, 20);
    await expect(panel).toBeHidden();
  });

  test('of a list open over it and close again', async ({ page }) => {
    await page.goto('/san-pham');
    const show = page.getByText(/^Xem \d+ sản phẩm$/);
    await expect(show).toBeHidden();
    if (shots) await page.screenshot({ path: `${shots}/list.png` });
    await page.getByText('Thêm cách xem').click();
    await expect(show).toBeInViewport({ ratio: 1 });
    if (shots) await page.screenshot({ path: `${shots}/list-sheet.png` });
    await show.click();
    await expect(page.getByText('Thêm cách xem')).toBeVisible();
    await page.getByRole('link', { name: 'Còn hàng lúc này' }).click();
    await expect(page.getByRole('link', { name: 'Mắm nêm Thử' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Mật ong Thử' })).toBeHidden();
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('send the form from the sheet', async ({ page }) => {
      await page.goto('/tim-kiem');
      await page.locator('.search-filters > summary').click();
      await page.getByRole('checkbox', { name: /^Còn hàng/ }).check();
      const send = page.getByRole('button', { name: 'Xem kết quả' });
      await expect(send).toBeInViewport({ ratio: 1 });
      await send.click();
      await expect(page).toHaveURL(/ban=in-stock/);
      await expect(page.locator('.search-panel')).toBeHidden();
    });
  });
});

test('what was understood stands above the results and is taken back with a click', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/tim-kiem?q=ocop+ba+sao+lam+dong');
  await expect(page.locator('form.search[data-alive]')).toBeAttached();
  if (shots) await page.screenshot({ path: `${shots}/understood.png`, fullPage: true });
  const understood = page.getByRole('list', { name: 'Hiểu là' });
  await expect(understood.getByRole('link')).toHaveCount(2);
  await understood.getByRole('link', { name: 'Bỏ phần 3 sao khỏi câu tìm' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('ocop lam dong');
  await expect(page.locator('.search-status')).toBeFocused();
  await expect(understood.getByRole('link')).toHaveCount(1);
  await page.getByRole('link', { name: /Chỉ tìm đúng các chữ/ }).click();
  await expect(understood).toBeHidden();
  await page.getByRole('searchbox').fill('3 sao');
  await expect(understood.getByRole('link')).toHaveCount(1);
});

test('goods that are not sold say where to ask, with nothing made up', async ({ page }) => {
  await page.goto('/san-pham/tuong-thu');
  const ask = page.locator('#hoi-mua');
  await expect(ask).toContainText('hỏi mua ở');
  await expect(ask.getByRole('link').first()).toBeVisible();
  if (shots) await page.setViewportSize({ width: 360, height: 640 });
  if (shots) await ask.screenshot({ path: `${shots}/ask.png` });
  await page.goto('/');
  await expect(page.locator('section[aria-labelledby=on-sale]')).not.toContainText('Mật ong Thử');
});
