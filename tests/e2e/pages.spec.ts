import { expect, test } from '../support/fixtures.ts';
import { sitemapPaths } from '../support/sitemap.ts';
import { testStack } from '../support/stack.ts';

test('every page of the sitemap answers and names itself, its other language and its canonical address', async ({
  request,
}) => {
  const paths = await sitemapPaths(request);
  expect(paths.length).toBeGreaterThan(100);
  expect(new Set(paths).size).toBe(paths.length);
  const faults: string[] = [];
  for (const path of paths) {
    const answer = await request.get(path);
    const page = await answer.text();
    const lang = path === '/en' || path.startsWith('/en/') ? 'en' : 'vi';
    const canonical = `${testStack().siteUrl}${path === '/' ? '/' : path}`;
    const expected: [string, boolean][] = [
      ['status 200', answer.status() === 200],
      ['lang', page.includes(`<html lang="${lang}"`)],
      ['one h1', page.split('<h1').length === 2],
      ['canonical', page.includes(`rel="canonical" href="${canonical}"`)],
      ['hreflang', ['vi', 'en', 'x-default'].every((code) => page.includes(`hreflang="${code}"`))],
      ['description', /<meta name="description" content="[^"]{20,}"/.test(page)],
      ['Open Graph', page.includes('property="og:title"') && page.includes('property="og:image"')],
    ];
    faults.push(...expected.filter(([, holds]) => !holds).map(([what]) => `${path}: ${what}`));
  }
  expect(faults).toEqual([]);
});

test('the browser goes by the clock of the tests, as the servers do', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => new Date().toISOString().slice(0, 10))).toBe('2039-06-15');
});

test('robots name the sitemap and keep carts and receipts out', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Sitemap:');
  for (const closed of ['/gio-hang', '/thanh-toan', '/don-hang']) expect(robots).toContain(closed);
});

test.describe('unknown things', () => {
  test.use({ expectedErrors: [/status of 404/] });

  for (const path of [
    '/khong-co',
    '/san-pham/khong-co',
    '/en/san-pham/khong-co',
    '/fr/san-pham/mam-nem-thu',
    '/bo/khong-co',
    '/sao/2',
    '/quyet-dinh/khong-co',
    '/fr/gio-hang',
    '/T/KHONG-PHAI-MA',
    '/01/09506000134352/21/ABC',
  ]) {
    test(`${path} is a real 404 with a way on`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      expect(await page.getByRole('link').count()).toBeGreaterThan(0);
    });
  }
});

test('a product page says what it knows as structured data, and never a rating', async ({ page }) => {
  await page.goto('/san-pham/mam-nem-thu');
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const things = texts.flatMap((text) => JSON.parse(text) as { '@type': string }[] | { '@type': string });
  expect(things.map((thing) => thing['@type'])).toEqual(
    expect.arrayContaining(['Product', 'BreadcrumbList']),
  );
  expect(texts.join()).not.toContain('aggregateRating');
});

test('a star is gone on the day its certificate ends, on a page built long before', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2041-08-04T12:00:00+07:00'));
  await page.goto('/san-pham/mam-nem-thu');
  const standing = page.locator('.standing-slot');
  await expect(standing).toContainText('Sắp hết hạn', { useInnerText: true });
  await page.clock.setFixedTime(new Date('2041-08-05T00:30:00+07:00'));
  await page.reload();
  await expect(standing).toContainText(/hết hạn/i, { useInnerText: true });
  await expect(standing).not.toContainText('OCOP 3 sao', { useInnerText: true });
});

test('products claimed without a valid decision show no star anywhere', async ({ page }) => {
  for (const slug of [
    'ruou-mo-thu',
    'tuong-thu',
    'binh-gom-hoa-sen-thu',
    'dong-trung-thu',
    'ngoc-trai-thu',
  ]) {
    const answer = await page.goto(`/san-pham/${slug}`);
    expect(answer?.status(), slug).toBe(200);
    await expect(page.locator('.standing-slot .star-badge'), slug).toHaveCount(0);
  }
});
