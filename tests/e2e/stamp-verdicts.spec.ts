import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { dictionary } from '../../src/i18n/index.ts';
import { statusOf } from '../../src/stamps/verify/verdict.ts';
import type { StampVerdict } from '../../src/stamps/verify/verdict.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { recallWords, someNetwork, stampsOfEveryVerdict } from '../support/stamps-of-every-verdict.ts';
import type { EveryVerdict } from '../support/stamps-of-every-verdict.ts';

// One set of stamps, and the sites that cannot ask or check, serve all these tests.
test.describe.configure({ mode: 'default' });

let stamps: EveryVerdict;

test.beforeAll(async () => {
  stamps = await stampsOfEveryVerdict();
});
test.afterAll(() => stamps.stop());

test.use({
  viewport: { width: 360, height: 640 },
  expectedErrors: [/status of (404|503|429)/],
  extraHTTPHeaders: someNetwork(),
});

const verdicts = Object.keys(dictionary('vi').stamp.verdicts) as StampVerdict[];
/** A browser of a person cannot be told that nobody asks; that one has a test of its own. */
const seen = verdicts.filter((verdict) => verdict !== 'not-asked');

/** The frame and the mark of a verdict, without any colour. */
function look(page: Page): Promise<{ frame: string; mark: string }> {
  return page.locator('.verdict').evaluate((box) => {
    const style = getComputedStyle(box);
    const frame = [style.borderWidth, style.borderStyle, style.borderRadius, style.margin].join(' ');
    return { frame, mark: box.querySelector('svg')?.innerHTML ?? '' };
  });
}

for (const verdict of seen) {
  test(`${verdict}: its own words, in two languages, light in weight and open to everybody`, async ({
    page,
  }) => {
    const url = stamps.urls[verdict];
    const answer = await page.goto(url);
    expect(answer?.status()).toBe(statusOf(verdict, null));
    expect(answer?.headers()).toMatchObject({
      'x-stamp-verdict': verdict,
      'cache-control': 'private, no-store',
    });
    const html = (await answer?.text()) ?? '';
    expect(gzipSync(html).length).toBeLessThanOrEqual(14_000);
    expect(html).not.toMatch(/<script|rel="stylesheet"|rel="preload"|@font-face/);

    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText(dictionary('vi').stamp.verdicts[verdict].title);
    expect(await violations(page)).toEqual([]);

    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

    await page.getByRole('link', { name: 'English' }).click();
    await expect(title).toHaveText(dictionary('en').stamp.verdicts[verdict].title);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('no two verdicts share a frame or a mark, on the screen and on paper', async ({ page }) => {
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const looks: { frame: string; mark: string }[] = [];
    for (const verdict of seen) {
      await page.goto(stamps.urls[verdict]);
      looks.push(await look(page));
    }
    expect(new Set(looks.map(({ frame }) => frame)).size, media).toBe(seen.length);
    expect(new Set(looks.map(({ mark }) => mark)).size, media).toBe(seen.length);
  }
});

/**
 * Which font a phone has decides how many lines the texts take. The site's own typeface, which is wider
 * than most, stands in for it here, as it is and set wider still, so that no test depends on the fonts of
 * the machine.
 */
for (const [font, spacing] of [
  ['a font as wide as our own', '0'],
  ['a font 8 % wider', '0.05em'],
] as const) {
  test(`a good stamp answers on one screen of a cheap phone with ${font}`, async ({ page }) => {
    await page.route('**/test-font.woff2', (route) =>
      route.fulfill({ path: 'src/layout/fonts/be-vietnam-pro-400.woff2', contentType: 'font/woff2' }),
    );
    await page.goto(stamps.urls.active);
    await page.addStyleTag({
      content:
        '@font-face{font-family:TestFont;src:url(/test-font.woff2)}' +
        `body,body *{font-family:TestFont!important;letter-spacing:${spacing}!important}`,
    });
    expect(
      await page.evaluate(() => document.fonts.load('16px TestFont').then((fonts) => fonts.length)),
    ).toBe(1);
    const main = page.getByRole('main');
    for (const locator of [
      page.getByRole('heading', { level: 1 }),
      main.getByText('Chỉ nói về con tem'),
      main.getByRole('img'),
      main.getByText('Mắm nêm Thử', { exact: true }),
      main.getByText('OCOP 3 sao', { exact: true }),
      main.getByText('Còn hiệu lực', { exact: true }),
      main.getByRole('link', { name: 'Hợp tác xã Biển Thử' }),
      main.getByRole('link', { name: '101/QĐ-UBND' }),
    ]) {
      await expect(locator).toBeInViewport({ ratio: 1 });
    }
  });
}

test('a good stamp tells lot, dates, journey and scans, and the ways on', async ({ page }) => {
  await page.goto(stamps.urls.active);
  const main = page.getByRole('main');
  await expect(main).toContainText('10/01/2025');
  await expect(main).toContainText('31/01/2040');
  await expect(main).toContainText('Nguyên liệu thử');
  await expect(main).toContainText(/Đây là lần quét đầu tiên|Số lần\s*\d+/);
  await expect(main.getByRole('link', { name: 'Mua lại' })).toHaveAttribute('href', '/san-pham/mam-nem-thu');
  await expect(page.getByRole('link', { name: 'Gọi 1800.6838' })).toHaveAttribute('href', 'tel:18006838');
  await main.getByRole('link', { name: 'Thấy điều lạ? Báo lại' }).click();
  await expect(page).toHaveURL(/\/bao-lai\?ma=[0-9A-Z]{20}/);
});

test('a recall says why and what to do before anything else, in the words there are', async ({ page }) => {
  await page.goto(stamps.urls.recalled);
  const main = page.getByRole('main');
  await expect(main.getByText(recallWords.reason.vi)).toBeInViewport({ ratio: 1 });
  await expect(main.getByText(recallWords.advice.vi)).toBeInViewport({ ratio: 1 });
  await expect(main.getByRole('link', { name: 'Mua lại' })).toHaveCount(0);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(main).toContainText(recallWords.reason.en);
  await expect(main.getByText(recallWords.advice.vi)).toHaveAttribute('lang', 'vi');
});

test('a stamp that looks copied says why in figures', async ({ page }) => {
  await page.goto(stamps.urls.suspicious);
  await expect(page.getByRole('main')).toContainText(/được quét ở 4 tỉnh, thành/);
  await expect(page.getByRole('main')).toContainText('Bạn không làm gì sai');
});

test('a program that draws previews hears that the code is ours, and its look does not count', async ({
  request,
  page,
}) => {
  const preview = await request.get(stamps.urls['not-asked'], {
    headers: { 'user-agent': 'facebookexternalhit/1.1' },
  });
  expect(preview.headers()['x-stamp-verdict']).toBe('not-asked');
  expect(await preview.text()).toContain('og:title');
  const answer = await page.goto(stamps.urls['not-asked']);
  expect(await answer?.text()).not.toContain('og:title');
});

test('a path before the stamp changes nothing', async ({ page }) => {
  const { origin, pathname } = new URL(stamps.urls.active);
  const answer = await page.goto(`${origin}/tem/2026${pathname}`);
  expect(answer?.headers()['x-stamp-verdict']).toBe('active');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a wrong code leads to typing it again and never to a product', async ({ page }) => {
    await page.goto(stamps.urls['not-issued']);
    const main = page.getByRole('main');
    await expect(main).not.toContainText('Mắm nêm');
    await expect(main).toContainText(new URL(stamps.urls['not-issued']).pathname.slice(-20));
    await page.getByLabel('Gõ lại mã in trên tem').fill(new URL(stamps.urls.active).pathname.slice(-20));
    await page.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tem đúng, đang dùng');
  });

  test('a signed stamp says how anybody can check it, and its keys are there', async ({ page }) => {
    const path = new URL(stamps.signed).pathname;
    expect(path).toMatch(/^\/[0-9A-Z]{103}\/T\/[0-9A-Z]{10}$/);
    const answer = await page.goto(stamps.signed);
    expect(answer?.headers()['x-stamp-verdict']).toBe('active');
    await page.getByText('Ai cũng tự kiểm được chữ ký').click();
    const keys = page.getByRole('link', { name: 'Khoá công khai của trang' });
    const jwks = await page.request.get((await keys.getAttribute('href')) ?? '');
    expect(await jwks.json()).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519' }] });

    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(new RegExp(`/en${path}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The stamp is right and in use');
    const forged = path.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await page.goto(forged))?.status()).toBe(404);
  });
});

test('whoever guesses is slowed down with words, and right codes still open', async ({ request, page }) => {
  const headers = someNetwork();
  const statuses: number[] = [];
  for (let guess = 0; guess < 22; guess += 1) {
    const answer = await request.get(stamps.urls['not-issued'], { headers });
    statuses.push(answer.status());
    if (answer.status() !== 429) continue;
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    const html = await answer.text();
    expect(html).toContain('Mã đúng vẫn mở được ngay');
    expect(html.length).toBeLessThan(1_500);
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(20);
  expect(statuses.at(-1)).toBe(429);
  const right = await request.get(stamps.urls.active, { headers });
  expect(right.status()).toBe(200);
  await page.setExtraHTTPHeaders(headers);
  await page.goto(stamps.urls['not-issued']);
  expect(await violations(page)).toEqual([]);
});
