import type { APIRequestContext, Page } from '@playwright/test';
import { builtPages } from '../../src/server/routes.ts';
import { sitemapPaths } from './sitemap.ts';

/** Built pages of the sitemap, the longest address of every kind in either language. */
export async function builtPageOfEveryKind(request: APIRequestContext): Promise<string[]> {
  const paths = await sitemapPaths(request);
  return builtPages
    .filter((pattern) => pattern.startsWith('/[...lang]') && !pattern.endsWith('.webmanifest'))
    .flatMap((pattern) => {
      const inside = pattern
        .slice('/[...lang]'.length)
        .replace('/[...page]', '(?:/trang/\\d+)?')
        .replace(/\[\w+\]/g, '[^/]+');
      return ['', '/en'].map((prefix) => {
        const address = new RegExp(`^${prefix}${inside}/?$`);
        const found = paths.filter((path) => address.test(path)).sort((a, b) => b.length - a.length)[0];
        if (found === undefined) throw new Error(`No page of the kind ${prefix}${inside} in the sitemap`);
        return found;
      });
    });
}

/** Pages made when they are asked for that need nothing before them. */
export const plainOnDemandPages: readonly string[] = [
  '/tem',
  '/en/tem',
  '/tem?ma=1ABC',
  '/tim-kiem?q=gom',
  '/en/tim-kiem?q=coffee',
  '/tim-kiem?q=khong-co-hang-nay-dau',
  '/gio-hang',
  '/don-hang',
  '/en/gio-hang',
  '/so-sanh',
  '/so-sanh?sp=mam-nem-thu&sp=ca-phe-thu&sp=tuong-thu',
  '/en/so-sanh?sp=mam-nem-thu&sp=binh-gom-hoa-sen-thu',
  '/bao-lai',
  '/en/bao-lai',
  '/bao-lai/da-nhan?so=12',
  '/khong-co-trang-nay',
];

/** Fills the cart and orders, as a buyer does, stopping at each page on the way. */
export async function visitShop(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/san-pham/binh-gom-hoa-sen-thu');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await page.getByRole('status').filter({ hasText: 'Đã thêm' }).waitFor();
  await look('product after adding to the cart');
  await page.goto('/gio-hang');
  await look('cart');
  await page.goto('/en/gio-hang');
  await look('cart in English');
  await page.goto('/en/thanh-toan');
  await look('checkout in English');
  await page.goto('/thanh-toan');
  await look('checkout');
  const order = page.getByRole('button', { name: /^Đặt hàng/ });
  await page.getByLabel('Số điện thoại').fill('123');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Thử');
  await order.click();
  await page.locator('.field-error').first().waitFor();
  await look('checkout with faults');
  await page.getByLabel('Số điện thoại').fill('0912 345 678');
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Ninh Bình (gồm Hà Nam, Nam Định cũ)' });
  await page.getByLabel('Xã, phường').fill('Phong Doanh');
  await page.getByLabel('Số nhà, đường, thôn, xóm').fill('12 thôn Đông');
  await order.click();
  await page.waitForURL(/\/don-hang\//);
  await look('receipt');
  await page.goto(page.url().replace('/don-hang/', '/en/don-hang/'));
  await look('receipt in English');
}
