/** The field's own words find what the record says on the search server, and on the page that shows it. */
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { loadRecord } from '../../src/record/load.ts';
import type { PublicRecord } from '../../src/record/types.ts';
import { loadUnitTable } from '../../src/record/units.ts';
import { INDEX } from '../../src/search/definition.ts';
import { ensureSearchKey } from '../../src/search/key.server.ts';
import { searchServer, type SearchServer } from '../../src/search/meili.server.ts';
import { emptyQuery } from '../../src/search/query.ts';
import { syncSearch } from '../../src/search/sync.server.ts';
import { measure } from '../../src/search/testing/field-check.ts';
import { fieldQueries } from '../../src/search/testing/field-queries.ts';
import { lexiconFile, lexiconOf, type Lexicon } from '../../src/search/understanding/lexicon.ts';
import type { SearchView } from '../../src/search/view.ts';
import { testStack } from '../support/stack.ts';

const { meiliUrl, siteUrl, env } = testStack();
const folder = process.env.FIELD_RECORD ?? 'tests/record';
const today = folder === 'content' ? '2026-11-30' : '2039-06-15';
const index = `${INDEX}-field-${process.pid}`;

let record: PublicRecord;
let lexicon: Lexicon;
let server: SearchServer;

beforeAll(async () => {
  const key = env.MEILI_API_KEY ?? '';
  record = await loadRecord({ contentDir: path.resolve(folder), samples: true });
  lexicon = lexiconOf(lexiconFile(record, await loadUnitTable()));
  await syncSearch(record, { url: meiliUrl, key, index, today });
  server = searchServer(meiliUrl, await ensureSearchKey(meiliUrl, key), index);
});

it('finds all that is wanted of stars, states, decisions, barcodes, groups and places', async () => {
  const ask = async (text: string) => {
    const slugs: string[] = [];
    for (let page = 1, total = 1; slugs.length < total; page += 1) {
      const found = await server.find({ ...emptyQuery(), text, page }, { lang: 'vi', today, lexicon });
      if (found.loosened || found.tiles.length === 0) break;
      total = found.total;
      slugs.push(...found.tiles.map(({ slug }) => slug));
    }
    return slugs;
  };
  const { queries, wanted, found, missing, surplus } = await measure(record, today, fieldQueries, ask);
  process.stdout.write(
    `${folder}: ${queries} searches, ${found} of ${wanted} wanted products found; besides: ${surplus.join(' | ')}\n`,
  );
  expect(missing).toEqual([]);
});

async function view(query: string): Promise<SearchView> {
  const answer = await fetch(`${siteUrl}/api/search?${query}`);
  return (await answer.json()) as SearchView;
}

it('shows what was understood as chips that can be taken away, and a literal way', async () => {
  const found = await view('q=mam+3+sao+lam+dong');
  expect(found.understood?.chips.map(({ label }) => label)).toEqual(['3 sao', 'Lâm Đồng']);
  expect(found.understood?.chips[0]?.href).toBe('/tim-kiem?q=mam+lam+dong');
  expect(found.understood?.literal.href).toBe('/tim-kiem?q=mam+3+sao+lam+dong&nguyen-van=1');
  expect((await view('q=mam+3+sao&nguyen-van=1')).understood).toBeNull();
  const html = await (await fetch(`${siteUrl}/tim-kiem?q=ba+sao`)).text();
  expect(html).toContain('Hiểu là');
  expect(html).toMatch(/type="checkbox"[^>]*disabled[^>]*name="sao"|name="sao"[^>]*disabled/);
});

it('leads to the page of a decision and, without a script, to that of a stamp', async () => {
  expect((await view('q=QĐ+101')).answers).toMatchObject([
    { href: '/quyet-dinh/ubnd-tinh-thu.101-qd-ubnd.2038-08-05' },
  ]);
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const code = `12${Array.from({ length: 18 }, () => letters[randomInt(32)]).join('')}`;
  for (const typed of [code, `ocop.example/T/${code}`]) {
    const asked = encodeURIComponent(typed);
    const answer = await fetch(`${siteUrl}/tim-kiem?q=${asked}`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/tem?ma=${asked}`);
    expect((await view(`q=${asked}`)).answers).toMatchObject([{ href: `/tem?ma=${asked}` }]);
  }
});

it('narrows to what can be bought now', async () => {
  const found = await view('ban=in-stock');
  const names = found.tiles.map(({ name }) => name);
  expect(names).toContain('Mắm nêm Thử');
  expect(names).not.toContain('Mật ong Thử');
  expect(names).not.toContain('Tương Thử');
  expect((await view('ban=sold-out')).tiles.map(({ name }) => name)).toEqual(['Mật ong Thử']);
  const counts = found.facets.find(({ key }) => key === 'sale')?.options ?? [];
  expect(counts.find(({ value }) => value === 'in-stock')?.count).toBe(found.tiles.length);
  expect((await view('q=còn+hàng')).tiles).toHaveLength(found.tiles.length);
});
