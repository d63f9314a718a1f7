/** The field's own words find what the record says, in the small index. FIELD_RECORD=content measures that record. */
import { resolve } from 'node:path';
import type { UnitTable } from '@ocop/rules/place/address';
import { toTelex, toVni, foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRecord } from '../record/load.ts';
import type { PublicRecord } from '../record/types.ts';
import { loadUnitTable } from '../record/units.ts';
import { searchDocuments } from './document.ts';
import type { Found } from './found.ts';
import { emptyQuery } from './query.ts';
import { buildSmallIndex, type SmallIndex } from './small-index.server.ts';
import { measure } from './testing/field-check.ts';
import { fieldQueries } from './testing/field-queries.ts';
import { lexiconFile, lexiconOf, type Lexicon } from './understanding/lexicon.ts';
import { bareName } from './understanding/places.ts';

const folder = process.env.FIELD_RECORD ?? 'tests/record';
const today = folder === 'content' ? '2026-11-30' : '2039-06-15';

let record: PublicRecord;
let table: UnitTable;
let index: SmallIndex;
let lexicon: Lexicon;

beforeAll(async () => {
  record = await loadRecord({ contentDir: resolve(import.meta.dirname, '../..', folder), samples: true });
  table = await loadUnitTable();
  lexicon = lexiconOf(lexiconFile(record, table));
  index = await buildSmallIndex(searchDocuments(record, today, table));
}, 60_000);

function search(text: string): Found {
  return index.find({ ...emptyQuery(), text }, { lang: 'vi', today, lexicon });
}

/** What a search finds on all its pages; partial matches, which say that they are, are nothing found. */
const slugsOf = async (text: string) => {
  const slugs: string[] = [];
  for (let page = 1, total = 1; slugs.length < total; page += 1) {
    const found = index.find({ ...emptyQuery(), text, page }, { lang: 'vi', today, lexicon });
    if (found.loosened || found.tiles.length === 0) break;
    total = found.total;
    slugs.push(...found.tiles.map(({ slug }) => slug));
  }
  return slugs;
};

it('stars, states, decisions, barcodes, groups and places are understood', async () => {
  const { queries, wanted, found, missing, surplus } = await measure(record, today, fieldQueries, slugsOf);
  process.stdout.write(
    `${folder}: ${queries} searches, ${found} of ${wanted} wanted products found; besides: ${surplus.join(' | ')}\n`,
  );
  expect(queries).toBeGreaterThanOrEqual(120);
  expect(missing).toEqual([]);
});

describe('each of the 63 provinces that were', () => {
  it('leads to the province of today, and to no product of another', () => {
    const old = new Map<string, string>();
    for (const { unit, successors } of table.oldEntries) {
      if (successors[0]) old.set(unit.province, successors[0].provinceCode);
    }
    expect(old.size).toBe(63);
    for (const [official, code] of old) {
      const name = bareName(official);
      for (const text of [
        name,
        foldVietnamese(name),
        toTelex(name),
        toVni(name),
        official,
        `ocop ${name} cũ`,
      ]) {
        const { tiles, understanding } = search(text);
        expect(understanding?.facts, text).toMatchObject([{ kind: 'place', provinces: [code] }]);
        const elsewhere = tiles.filter(({ slug }) => {
          const product = record.product(slug);
          const maker = product?.producer ? record.producer(product.producer) : null;
          const codes = [product?.origin, maker?.address].map((address) => address?.current?.province);
          return !codes.includes(code) && !product?.name.vi.includes(name);
        });
        expect(elsewhere, text).toEqual([]);
      }
    }
  });
});
