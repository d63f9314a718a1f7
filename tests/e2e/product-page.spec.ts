import { expect, test } from '../support/fixtures.ts';
import { sitemapPaths } from '../support/sitemap.ts';

/** More empty room than this in a column looks like a page that did not finish loading. */
const HOLE = 250;

test('no product page has a hole in either of its columns', async ({ page, request }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const paths = (await sitemapPaths(request)).filter((path) => /\/san-pham\/(?!trang\/)./.test(path));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    await page.goto(path);
    const column = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return { top: box?.y ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
    };
    const picture = await column('.product-picture');
    const below = await column('.product-more');
    expect(below.top - picture.bottom, `${path}, below the picture`).toBeLessThan(HOLE / 2);
    // What comes next begins below both columns.
    const main = await column('.product-main');
    const ends = [below.bottom, main.bottom];
    expect(Math.max(...ends) - Math.min(...ends), `${path}, at the end`).toBeLessThan(HOLE);
  }
});

test('a section without words is no section, and a page has one note on samples at most', async ({
  request,
}) => {
  const paths = await sitemapPaths(request);
  for (const path of paths) {
    const html = await (await request.get(path)).text();
    expect(html.split('<p class="sample"').length - 1, `notes of ${path}`).toBeLessThanOrEqual(1);
    expect(html, path).not.toMatch(/<h[23][^>]*>\s*<\/h[23]>/);
  }
  const withStory = await (await request.get('/san-pham/mam-nem-thu')).text();
  const without = await (await request.get('/san-pham/tuong-thu')).text();
  const story = 'Câu chuyện sản phẩm';
  expect([withStory.includes(story), without.includes(story)]).toContain(false);
  expect(without).not.toContain('Chủ thể chưa gửi câu chuyện');
});
