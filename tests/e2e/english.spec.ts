/** English pages speak English: what stays Vietnamese is a name, or marked as Vietnamese. */
import { dictionary } from '../../src/i18n/index.ts';
import { expect, test } from '../support/fixtures.ts';
import { sitemapPaths } from '../support/sitemap.ts';

const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Kinds of administrative units and parts of addresses, which have English words. */
const unitKinds =
  /(?<!\p{L})(Phường|Xã|Đặc khu|Thị trấn|Huyện|Quận|Tỉnh|Thành phố|thôn|khu phố|Địa chỉ)(?!\p{L})/iu;

/** Every sentence of our own in Vietnamese, the short ones apart: 'Sao' is in many names. */
function ownSentences(area: unknown, english: unknown): string[] {
  if (typeof area === 'string') {
    return area !== english && area.length >= 8 && vietnameseLetter.test(area) ? [area] : [];
  }
  if (typeof area !== 'object' || area === null) return [];
  const other = (english ?? {}) as Record<string, unknown>;
  return Object.entries(area).flatMap(([key, value]) => ownSentences(value, other[key]));
}

test('no page of the sitemap, and none made on demand, mixes the languages', async ({ page, request }) => {
  const own = ownSentences(dictionary('vi'), dictionary('en'));
  expect(own.length).toBeGreaterThan(300);
  const built = (await sitemapPaths(request)).filter((path) => path === '/en' || path.startsWith('/en/'));
  const onDemand = [
    '/en/gio-hang',
    '/en/bao-lai',
    '/en/tim-kiem?q=mam',
    '/en/tim-kiem?q=zzzz',
    '/en/T/ABC',
    '/en/khong-co',
  ];
  await page.goto('/en');
  const faults: string[] = [];
  for (const path of [...built, ...onDemand]) {
    const html = await (await request.get(path)).text();
    const texts = await page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'text/html');
      const isEnglish = (element: Element | null) =>
        element !== null &&
        element.closest('[lang]')?.getAttribute('lang') === 'en' &&
        element.closest('script, style, template') === null;
      const found: string[] = [];
      const walker = read.createTreeWalker(read.documentElement, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (isEnglish(walker.currentNode.parentElement)) found.push(walker.currentNode.textContent ?? '');
      }
      for (const element of read.querySelectorAll('*')) {
        if (!isEnglish(element)) continue;
        for (const name of ['alt', 'title', 'aria-label', 'placeholder', 'content']) {
          const value = element.getAttribute(name);
          if (value !== null) found.push(value);
        }
      }
      return found.map((text) => text.trim()).filter((text) => text !== '');
    }, html);
    expect(texts.length, path).toBeGreaterThan(3);
    const mixed = texts.filter(
      (text) => unitKinds.test(text) || own.some((sentence) => text.includes(sentence)),
    );
    faults.push(...mixed.map((text) => `${path}: ${text}`));
  }
  expect(faults).toEqual([]);
});
