/** Steps of a buyer in the browser, for the end-to-end tests of the shop. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export const POT = 'Bình gốm hoa sen Thử';

/** A small phone, on which what matters is often below the fold. */
export const PHONE = { width: 360, height: 640 };

export async function addToCart(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  // Said on the product page where scripts run, on the cart page where they do not.
  await expect(page.getByRole('status').filter({ hasText: 'Đã thêm' })).toBeVisible();
}

export const lineOf = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

export const amountOf = (page: Page, name: string): Locator =>
  lineOf(page, name).getByRole('textbox', { name: /^Số lượng/ });

export const toCheckout = (page: Page): Locator =>
  page.getByRole('button', { name: 'Đặt hàng, trả tiền khi nhận' });

export const placeOrder = (page: Page): Locator =>
  page.getByRole('button', { name: /^Đặt hàng – (trả|tổng)/ });

export async function fillCheckout(
  page: Page,
  change: { phone?: string; commune?: string } = {},
): Promise<void> {
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Thử');
  await page.getByLabel('Số điện thoại').fill(change.phone ?? '0912 345 678');
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Ninh Bình (gồm Hà Nam, Nam Định cũ)' });
  await page.getByLabel('Xã, phường').fill(change.commune ?? 'huyện Ý Yên, Nam Định');
  await page.getByLabel('Số nhà, đường, thôn, xóm').fill('12 thôn Đông');
}

/** Whether the whole of an element is on the screen, without scrolling. */
export async function expectOnScreen(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible();
  await expect
    .poll(async () => {
      const box = await element.boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return box !== null && box.y >= 0 && box.y + box.height <= height;
    })
    .toBe(true);
}
