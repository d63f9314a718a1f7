import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPage, fillPageGzip, hole, keepPage, KeptPages } from './page-cache.ts';

const html = `<p>Lần quét: ${hole('count')}</p><a href="/T/${hole('code')}">${hole('code')}</a>`;

describe('a kept page', () => {
  test('is filled with the texts of one stamp, escaped', () => {
    const filled = fillPage(keepPage(html), { count: '3 & <b>', code: 'ABC"' }).toString();
    expect(filled).toBe('<p>Lần quét: 3 &#38; &#60;b&#62;</p><a href="/T/ABC&#34;">ABC&#34;</a>');
  });

  test('leaves a hole empty that has no text', () => {
    expect(fillPage(keepPage(html), { toString: 'x' }).toString()).toBe(
      '<p>Lần quét: </p><a href="/T/"></a>',
    );
  });

  test('unpacks to the same bytes, whatever stands in it and in its holes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 6 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        (texts, one) => {
          const page = keepPage(texts.join(hole('one')));
          const plain = fillPage(page, { one });
          expect(gunzipSync(fillPageGzip(page, { one })).equals(plain)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('unpacks to pages as long as ours', () => {
    const long = keepPage(`${'<div class="x">Nước mắm</div>'.repeat(2_000)}${hole('code')}`.repeat(3));
    const texts = { code: 'TEM' };
    expect(gunzipSync(fillPageGzip(long, texts)).equals(fillPage(long, texts))).toBe(true);
  });
});

test('of too many pages the one unused for longest goes', () => {
  const pages = new KeptPages(2);
  const page = keepPage('x');
  pages.set('a', page);
  pages.set('b', page);
  pages.get('a');
  pages.set('c', page);
  expect(['a', 'b', 'c'].map((key) => pages.get(key) !== undefined)).toEqual([true, false, true]);
});
