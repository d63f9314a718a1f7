import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });

  test('products ticked in a list stand side by side', async ({ page }) => {
    await page.goto('/san-pham');
    await page.getByRole('checkbox', { name: 'So sánh: Mắm nêm Thử' }).check();
    await page.getByRole('checkbox', { name: 'So sánh: Tương Thử' }).check();
    await page.getByRole('button', { name: 'So sánh các món đã chọn' }).click();
    await expect(page).toHaveURL(/\/so-sanh\?sp=.*&sp=/);
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveCount(2);
    const stars = table.getByRole('row', { name: /^Sao hôm nay/ });
    await expect(stars).toContainText('OCOP 3 sao');
    await expect(table.getByRole('row', { name: /^Quyết định/ })).toContainText('101/QĐ-UBND');
    await expect(table.getByRole('row', { name: /^Giá/ })).toContainText('38.000 ₫');
    await expect(table.getByRole('row', { name: /^Giá/ })).toContainText('Chưa có giá');
    await expect(stars.locator('.star-badge')).toHaveCount(1);

    await page.getByRole('link', { name: 'Bỏ ra: Tương Thử' }).click();
    await expect(table.getByRole('columnheader')).toHaveCount(1);
  });
});

test('a product page leads to the comparison, which leads back to the lists', async ({ page }) => {
  await page.goto('/en/san-pham/ca-phe-thu');
  await page.getByRole('link', { name: 'Compare with another' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(1);
  await expect(page.getByRole('link', { name: /^Choose in the set/ })).toHaveAttribute('href', /^\/en\/bo\//);
});

test('any address is answered: too many, unknown, twice the same, nonsense, none', async ({
  page,
  request,
}) => {
  await page.goto('/so-sanh?sp=mam-nem-thu&sp=ca-phe-thu&sp=tuong-thu&sp=tra-thu');
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await expect(page.getByRole('main')).toContainText('nhiều hơn 3 sản phẩm');
  await page.goto('/so-sanh?sp=mam-nem-thu&sp=mam-nem-thu&sp=khong-co&sp=..%2F..%2Fetc%2Fpasswd');
  await expect(page.getByRole('columnheader')).toHaveCount(1);
  await expect(page.getByRole('main')).toContainText('không có trong hồ sơ');
  await page.goto('/so-sanh');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Chọn trong tất cả sản phẩm' })).toBeVisible();

  const answer = await request.get('/so-sanh?sp=mam-nem-thu');
  expect(answer.headers()['cache-control']).toBe('public, max-age=60');
  expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
});

test('nobody is shut out of it', async ({ page }) => {
  for (const path of [
    '/so-sanh?sp=mam-nem-thu&sp=ca-phe-thu',
    '/en/so-sanh?sp=ruou-mo-thu&sp=tuong-thu',
    '/san-pham',
  ]) {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(path);
    expect(await violations(page), path).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violations(page), path).toEqual([]);
  }
});
