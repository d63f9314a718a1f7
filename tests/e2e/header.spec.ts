import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

const PAGES = [
  '/',
  '/en',
  '/san-pham',
  '/san-pham/mam-nem-thu',
  '/tim-kiem?q=gom',
  '/tem',
  '/gio-hang',
  '/quyet-dinh',
];

/** Links, buttons and fields of the header that can be seen, in the order the Tab key takes. */
function controls(page: Page): Promise<{ name: string; left: number; top: number; bottom: number }[]> {
  return page.locator('#site-header').evaluate((header) =>
    [...header.querySelectorAll('a, button, input, summary')]
      .filter((control) => control.checkVisibility() && !control.closest('details:not([open]) nav'))
      .map((control) => {
        const { left, top, bottom } = control.getBoundingClientRect();
        return { name: control.textContent?.trim() || control.id, left, top, bottom };
      }),
  );
}

for (const width of [320, 360, 768, 1000, 1280]) {
  test(`at ${width} px the Tab key goes through the header as the eye does`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    for (const path of PAGES) {
      await page.goto(path);
      const inOrder = await controls(page);
      expect(inOrder.length).toBeGreaterThan(4);
      inOrder.slice(1).forEach((control, index) => {
        const before = inOrder[index];
        if (!before) return;
        const isBelow = control.top >= before.bottom - 4;
        const isRight = control.left > before.left && control.bottom > before.top;
        expect(isBelow || isRight, `${path}: ${control.name} after ${before.name}`).toBe(true);
      });
      const jumps = page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])');
      expect(await jumps.count(), 'an order of its own').toBe(0);
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the stamp check stands in the header of every page, on the first screen', async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path);
      const link = page
        .locator('#site-header')
        .getByRole('link', { name: /Kiểm tra tem|Check a stamp/ })
        .last();
      await expect(link, path).toBeInViewport({ ratio: 1 });
      await expect(link).toHaveAttribute('href', path.startsWith('/en') ? '/en/tem' : '/tem');
    }
  });

  test('Escape closes the menu and gives the focus back to its button', async ({ page }) => {
    await page.goto('/');
    const button = page.locator('.site-menu summary');
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.locator('.site-menu nav');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('leaving the menu with the Tab key closes it, so that it covers nothing that has the focus', async ({
    page,
  }) => {
    await page.goto('/');
    await page.locator('.site-menu summary').click();
    const menu = page.locator('.site-menu nav');
    await menu.getByRole('link').last().focus();
    await page.keyboard.press('Tab');
    await expect(menu).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('home has goods on its first screen and ends after eight', async ({ page }) => {
    for (const path of ['/', '/en']) {
      await page.goto(path);
      const picture = await page.locator('.tile-picture').first().boundingBox();
      expect(picture?.y, path).toBeLessThan(640 - 80);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height / 640, `screens of ${path}`).toBeLessThanOrEqual(8);
    }
  });
});
