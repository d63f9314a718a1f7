/** Two thousand pages of results, rendered as the built site renders them: every letter arrives whole. */
import { expect, it, vi } from 'vitest';
import { reactOptions } from './react-options.ts';
import { searchDocuments } from '../search/document.ts';
import { parseQuery } from '../search/query.ts';
import SearchIsland from '../search/SearchIsland.tsx';
import { buildSmallIndex } from '../search/small-index.server.ts';
import { shop, shopDay } from '../search/testing/shop.ts';
import { searchView } from '../search/view.ts';

vi.mock('astro:react:opts', () => ({ default: reactOptions }));

interface Renderer {
  renderToStaticMarkup: (component: unknown, props: object, slots: object) => Promise<{ html: string }>;
}

it('holds no byte 0 and no U+FFFD, wherever a letter falls', async () => {
  const { default: renderer } = (await import('@astrojs/react/server.js')) as { default: Renderer };
  // Astro calls it as a method of its own; without that it looks for no posted form.
  const { renderToStaticMarkup } = renderer;
  const index = await buildSmallIndex(searchDocuments(shop(), shopDay));
  const words = ['mắm', 'gốm', 'trà', 'rượu', 'sen', 'nước', 'lụa', 'zzz'];
  const broken: number[] = [];
  for (let n = 0; n < 2_000; n += 1) {
    const text = `${words[n % words.length]} ${'ự'.repeat(n % 31)}${'a'.repeat(n % 7)}`;
    const lang = n % 3 === 0 ? 'en' : 'vi';
    const asked = parseQuery(
      new URLSearchParams({ q: n % 2 === 0 ? text : (words[n % words.length] ?? '') }),
    );
    const found = index.find(asked.query, { lang, today: shopDay });
    const outcome = { ok: true, source: 'meilisearch', query: asked.query, found } as const;
    const view = searchView(outcome, {
      lang,
      today: shopDay,
      asked,
      offerNow: () => null,
      photo: () => null,
    });
    // Another length before the results each time, so that their letters meet every border.
    const shifted = { ...view, status: view.status + '·'.repeat(n % 97) };
    const { html } = await renderToStaticMarkup(SearchIsland, { view: shifted }, {});
    if (/[\0\uFFFD]/.test(html) || !html.includes('search-box')) broken.push(n);
  }
  expect(broken).toEqual([]);
});
