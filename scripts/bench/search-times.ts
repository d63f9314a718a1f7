/** How long a search takes, in the engine and through the site's own search code. */
import { performance } from 'node:perf_hooks';
import { todayInVietnam } from '@ocop/rules/date';
import { loadRecord } from '../../src/record/load.ts';
import { searchServer } from '../../src/search/meili.server.ts';
import { parseQuery } from '../../src/search/query.ts';
import { syncSearch } from '../../src/search/sync.server.ts';
import { writeGeneratedContent } from './generated-content.ts';
import { quantile } from './statistics.ts';

export interface SearchTime {
  products: number;
  searches: number;
  p50: number;
  p95: number;
}

const QUERIES = [
  'ca phe',
  'mật ong',
  'nuowcs mawms',
  'gom lang sen',
  'honey',
  'che doi xanh',
  'lụa',
  'nuocmam',
];
const FILTERS = ['', '&sao=3', '&nhom=thuc-pham', '&xep=price-up', '&trang=2'];
const CONCURRENCY = 4;
const SEARCHES = 400;

/**
 * Indexes `products` generated products under a name of its own and searches them with every mix of
 * words, filters and order, four at a time. Milliseconds for a whole answer with facets.
 */
export async function measureSearch(
  meili: { url: string; key: string },
  contentDir: string,
  products: number,
): Promise<SearchTime> {
  await writeGeneratedContent(contentDir, products);
  const record = await loadRecord({ contentDir, samples: false });
  const index = `bench-${products}`;
  await syncSearch(record, { url: meili.url, key: meili.key, index });
  const server = searchServer(meili.url, meili.key, index);
  const today = todayInVietnam(new Date());
  const mixes = QUERIES.flatMap((q) => FILTERS.map((filter) => `q=${encodeURIComponent(q)}${filter}`));
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (next < SEARCHES) {
        const mix = mixes[next % mixes.length] ?? '';
        next += 1;
        const started = performance.now();
        await server.find(parseQuery(new URLSearchParams(mix)).query, { lang: 'vi', today });
        times.push(performance.now() - started);
      }
    }),
  );
  // The first searches warm the engine's caches.
  const counted = times.slice(mixes.length);
  return { products, searches: counted.length, p50: quantile(counted, 0.5), p95: quantile(counted, 0.95) };
}
