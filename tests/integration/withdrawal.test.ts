/**
 * A product that nothing but a decision of withdrawal takes the stars from (mat-ong-thu of the test
 * record): every page and answer that could still show them.
 */
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const { siteUrl, env } = testStack();
const slug = 'mat-ong-thu';
const gold = 'star-badge';
const withdrawal = '/quyet-dinh/ubnd-tinh-thu.55-qd-ubnd.2039-01-20';

async function page(path: string): Promise<string> {
  const answer = await fetch(siteUrl + path);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

/** The part of a page its sentence stands in: from the heading of stars to the next section. */
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

/** What a list says of the product, from its link on to the next product's. */
function entry(html: string): string {
  const [, after = ''] = main(html).split(`san-pham/${slug}"`);
  return after.split('/san-pham/')[0] ?? '';
}

describe('the decision of withdrawal alone', () => {
  test.each([
    ['', 'đã bị thu hồi từ ngày 20/01/2039 theo Quyết định 55/QĐ-UBND'],
    ['/en', 'withdrawn from 20 January 2039 on by Decision 55/QĐ-UBND'],
  ])('takes the stars from its page%s, and is named and linked there', async (lang, words) => {
    const html = await page(`${lang}/san-pham/${slug}`);
    const standing = main(html).split('data-by-date')[1]?.split('</section>')[0] ?? '';
    expect(standing.includes(words), words).toBe(true);
    expect(standing.includes(`href="${lang}${withdrawal}"`)).toBe(true);
    expect(standing.includes(gold)).toBe(false);
    expect(html.includes('hasCertification')).toBe(false);
  });

  test('takes it off the lists of stars, and the badge off every other list', async () => {
    expect((await page('/sao/3')).includes(`/san-pham/${slug}"`)).toBe(false);
    for (const path of ['/san-pham', '/tim-kiem?q=m%E1%BA%ADt+ong']) {
      const html = await page(path);
      expect(html.includes(`san-pham/${slug}"`), path).toBe(true);
      expect(entry(html).includes(gold), path).toBe(false);
    }
  });

  test('is what the search and its index know', async () => {
    const found = await page('/api/search?q=m%E1%BA%ADt+ong');
    expect(found.includes(slug)).toBe(true);
    const { tiles } = JSON.parse(found) as { tiles?: { href: string; badge: unknown }[] };
    const tile = (tiles ?? []).find(({ href }) => href.endsWith(slug));
    expect(tile).toMatchObject({ badge: null });
    const withdrawn = await page('/tim-kiem?q=m%E1%BA%ADt+ong+%C4%91%C3%A3+thu+h%E1%BB%93i');
    expect(withdrawn.includes(`/san-pham/${slug}`)).toBe(true);
  });

  test('is told where products are compared, and on stamps', async () => {
    const compared = main(await page(`/so-sanh?sp=${slug}&sp=tra-thu`));
    expect(compared.includes(gold)).toBe(false);
    expect(compared.includes(`href="${withdrawal}"`)).toBe(true);

    const keyring = readEnv(env).STAMP_KEYS ?? { current: '', epochs: {} };
    const { range, epoch } = await stampedLot(1, { product: slug });
    const order = { number: range, first: 0, count: 1, epoch, gtin: null, form: 'tagged' } as const;
    const [stamp] = stampsOfRange(order, keyring, siteUrl);
    const html = await page(new URL(stamp?.url ?? '').pathname);
    expect(html.includes('theo Quyết định 55/QĐ-UBND')).toBe(true);
    expect(html.includes(`href="${withdrawal}"`)).toBe(true);
    expect(html.includes('OCOP 3 sao')).toBe(false);
  });

  test('tells on its own page what it ended, and is linked from the decision that had given the stars', async () => {
    const own = main(await page(withdrawal));
    expect(own.includes('20/01/2039')).toBe(true);
    expect(own.includes('href="/quyet-dinh/ubnd-tinh-thu.101-qd-ubnd.2038-08-05"')).toBe(true);
    const given = main(await page('/quyet-dinh/ubnd-tinh-thu.101-qd-ubnd.2038-08-05'));
    expect(given.includes(`href="${withdrawal}"`)).toBe(true);
  });
});
