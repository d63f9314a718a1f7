import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/record/load.ts';
import { plainOnDemandPages } from '../support/page-kinds.ts';
import { vietnameseIn } from '../support/page-words.ts';
import { testStack } from '../support/stack.ts';

const { distDir, siteUrl } = testStack();
const record = await loadRecord({ contentDir: 'tests/record', samples: true });
/** Names that the record gives an English page as they are. */
const properNames = new Set([
  ...[...record.products, ...record.producers].flatMap(({ name }) => [name.en]),
  ...record.decisions.flatMap(({ title, issuer }) => [title.en, issuer.name.en]),
]);

describe('an English page', () => {
  it('is in English wherever it is built', () => {
    const client = path.join(distDir, 'client/en');
    const pages = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(50);
    const faults = pages.flatMap((page) =>
      vietnameseIn(readFileSync(path.join(client, page), 'utf8'), properNames).map(
        (words) => `${page}: ${words}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('is in English wherever it is made on demand', async () => {
    const english = plainOnDemandPages.filter((page) => page.startsWith('/en/'));
    expect(english.length).toBeGreaterThan(3);
    for (const page of english) {
      const html = await (await fetch(siteUrl + page)).text();
      expect(vietnameseIn(html, properNames), page).toEqual([]);
    }
  });

  it('is told from one that forgot', () => {
    expect(vietnameseIn('<p>Phường Phan Thiết, Lâm Đồng</p>', new Set())).toHaveLength(1);
    expect(vietnameseIn('<p lang="vi">Phường Phan Thiết</p><p>Phan Thiết ward</p>', new Set())).toEqual([]);
    expect(vietnameseIn('<a title="Giỏ hàng" href="/">Cart</a>', new Set())).toEqual(['Giỏ hàng']);
  });

  it('names an app of its own language, which opens in it', async () => {
    for (const [page, manifest, start] of [
      ['/', '/site.webmanifest', '/tem'],
      ['/en', '/en/site.webmanifest', '/en/tem'],
    ] as const) {
      const html = await (await fetch(siteUrl + page)).text();
      expect(html).toContain(`<link rel="manifest" href="${manifest}"`);
      const answer = await fetch(siteUrl + manifest);
      expect(answer.headers.get('content-type')).toMatch(/manifest\+json/);
      const app = (await answer.json()) as { lang: string; start_url: string; id: string; name: string };
      expect(app).toMatchObject({ start_url: start, lang: page === '/en' ? 'en' : 'vi' });
    }
  });
});
