import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { sitemapPaths, someOfEveryKind } from '../support/sitemap.ts';

/** Pages looked at of each kind in each language; `PAGES=all` looks at every page there is. */
const PAGES = process.env.PAGES === 'all' ? Infinity : Number(process.env.PAGES ?? 4);

// A hundred pages: both workers take their half.
test.describe.configure({ mode: 'parallel' });

const HALVES = 2;
for (let half = 0; half < HALVES; half += 1) {
  test(`no kind of page of the sitemap has anything axe objects to (${half + 1} of ${HALVES})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(480_000);
    const every = someOfEveryKind(await sitemapPaths(request), PAGES);
    expect(every.length).toBeGreaterThan(60);
    const paths = every.filter((_, position) => position % HALVES === half);
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      faults.push(...(await violations(page)).map((fault) => `${path} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

const LIVE = ['/tim-kiem?q=gom', '/gio-hang', '/tem', '/en/tem', '/en/tim-kiem?q=coffee'];
const KEY_PAGES = [
  '/',
  '/san-pham',
  '/san-pham/mam-nem-thu',
  '/san-pham/ruou-mo-thu',
  '/quyet-dinh',
  '/hoi-cho',
  ...LIVE,
];

test('nor has any page rendered on demand', async ({ page }) => {
  await page.goto('/san-pham/mam-nem-thu');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Đã thêm' })).toBeVisible();
  for (const path of [...LIVE, '/thanh-toan', '/en/thanh-toan']) {
    await page.goto(path);
    expect(await violations(page), path).toEqual([]);
  }
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('contrast and all else hold', async ({ page }) => {
    for (const path of KEY_PAGES) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
    }
  });
});

test.describe('on the narrowest phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing has to be scrolled sideways and nothing jumps', async ({ page }) => {
    for (const path of KEY_PAGES) {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `width of ${path}`).toBeLessThanOrEqual(320);
      const shift = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
      );
      expect(shift, `layout shift of ${path}`).toBe(0);
    }
  });
});

test('the first key press leads past the header', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
