/**
 * Text at 150 % and 200 % of the usual size on a small phone, and the narrowest screen there is: nothing
 * is lost and nothing has to be scrolled sideways (WCAG 2.2, 1.4.4 Resize Text and 1.4.10 Reflow).
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { builtPageOfEveryKind, plainOnDemandPages, visitShop } from '../support/page-kinds.ts';
import { someNetwork, stampsOfEveryVerdict } from '../support/stamps-of-every-verdict.ts';
import type { EveryVerdict } from '../support/stamps-of-every-verdict.ts';
import { openReaderBrowser, type ReaderBrowser } from '../support/text-size.ts';

test.describe.configure({ mode: 'default' });

let stamps: EveryVerdict;

test.beforeAll(async () => {
  stamps = await stampsOfEveryVerdict();
});
test.afterAll(() => stamps.stop());

async function visitAll(page: Page, builtPages: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await layoutFaults(page)).map((fault) => `${name}: ${fault}`));
  };
  for (const path of [...builtPages, ...plainOnDemandPages]) {
    await page.goto(path);
    await look(path);
  }
  for (const [verdict, url] of [...Object.entries(stamps.urls), ['signed', stamps.signed] as const]) {
    await page.goto(url);
    await page.evaluate(() => document.querySelectorAll('details').forEach((more) => (more.open = true)));
    await look(`stamp: ${verdict}`);
  }
  await visitShop(page, look);
  return faults;
}

for (const { textSize, width } of [
  { textSize: 16, width: 320 },
  { textSize: 24, width: 360 },
  { textSize: 32, width: 360 },
]) {
  test(`with letters of ${textSize} px on a screen of ${width} px, every kind of page can be read whole`, async ({
    request,
  }) => {
    const builtPages = await builtPageOfEveryKind(request);
    await withReader(textSize, width, async (page) => {
      await page.goto('/');
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size, 'what this browser takes for 1rem').toBe(`${textSize}px`);
      expect(await visitAll(page, builtPages)).toEqual([]);
    });
  });
}

test('the menu opens over the page without leaving the screen, at twice the usual size', async () => {
  await withReader(32, 360, async (page) => {
    for (const path of ['/', '/en', '/san-pham/mam-nem-thu', '/gio-hang']) {
      await page.goto(path);
      await page.locator('.site-menu summary').click();
      await expect(page.locator('.site-menu nav')).toBeVisible();
      expect(await layoutFaults(page), path).toEqual([]);
    }
  });
});

async function withReader(
  textSize: number,
  width: number,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const browser: ReaderBrowser = await openReaderBrowser(textSize, { width, height: 640 });
  try {
    await browser.context.setExtraHTTPHeaders(someNetwork());
    await work(await browser.context.newPage());
  } finally {
    await browser.close();
  }
}
