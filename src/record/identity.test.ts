import { describe, expect, test } from 'vitest';
import { problemsOf, smallRecord, textOf, withChange } from './fixtures/small-content.ts';
import type { Fault } from './fixtures/small-content.ts';

const MAM = 'products/mam/product.yaml';
const HISTORY = 'slugs.yaml';

/** The small content after mam was renamed to mam-nem; other files still say mam. */
const RENAMED = {
  [MAM]: null,
  'products/mam-nem/product.yaml': textOf(MAM),
  ...withChange(HISTORY, '[mam]', '[mam-nem, mam]'),
};

describe('a renamed product', () => {
  test('keeps everything that other files say of it under its former name', async () => {
    const record = await smallRecord(RENAMED);
    expect(record.product('mam')).toBeNull();
    expect(record.product('mam-nem')).toMatchObject({ id: 'sp-00000002', formerSlugs: ['mam'] });
    expect(record.offerOf('mam-nem')?.gtin).toBe('9506000134352');
    expect(record.lotsOf('mam-nem').map((lot) => lot.code)).toEqual(['L-1']);
    expect(record.recognitionsOf('mam-nem')).toHaveLength(1);
    expect(record.decisionsNaming('mam-nem')).toHaveLength(1);
    expect(record.fairsOf('mam-nem')).toHaveLength(1);
    expect(record.pointsOfSaleOf('mam-nem')).toHaveLength(1);
  });

  test('is found by its id and by every name it had', async () => {
    const record = await smallRecord(RENAMED);
    for (const name of ['sp-00000002', 'mam-nem', 'mam']) {
      expect(record.findProduct(name)?.slug, name).toBe('mam-nem');
    }
    expect(record.findProduct('sp-00000003')).toBeNull();
  });
});

test('a renamed producer keeps its products and its stands', async () => {
  const record = await smallRecord({
    'producers/lo-gom.yaml': null,
    'producers/lo-gom-phu-lang.yaml': textOf('producers/lo-gom.yaml'),
    ...withChange(HISTORY, '[lo-gom]', '[lo-gom-phu-lang, lo-gom]'),
  });
  expect(record.producer('lo-gom-phu-lang')).toMatchObject({ id: 'ct-00000001', formerSlugs: ['lo-gom'] });
  expect(record.productsOf('lo-gom-phu-lang').map(({ slug }) => slug)).toEqual(['binh-gom']);
  expect(record.fairsOfProducer('lo-gom-phu-lang')).toHaveLength(1);
});

test.each<Fault>([
  ['no id', withChange(MAM, 'id: sp-00000002\n', ''), MAM, 'id', /run `npm run ids`/],
  ['an id of another kind', withChange(MAM, 'sp-0', 'ct-0'), MAM, 'id', /"ct-00000002" was found/],
  ['an id in capitals', withChange(MAM, 'sp-0', 'SP-0'), MAM, 'id', /take the line out/],
  [
    'a copied file',
    { 'products/mam-hai/product.yaml': textOf(MAM) },
    'products/mam-hai/product.yaml',
    'id',
    /is the id of products\/mam\/product.yaml/,
  ],
  ['an id that is not listed', withChange(HISTORY, '  sp-00000002: [mam]\n', ''), MAM, 'id', /not in slugs/],
  [
    'a folder renamed by hand',
    { [MAM]: null, 'products/mam-nem/product.yaml': textOf(MAM) },
    'products/mam-nem/product.yaml',
    '',
    /was called "mam" and is "mam-nem" now; run `npm run ids`/,
  ],
  [
    'a product that is gone without a word',
    withChange(HISTORY, '[mam]', '[mam]\n  sp-00000003: [muoi]'),
    HISTORY,
    'products.sp-00000003',
    /put "muoi" back .* or, .* `npm run ids -- --removed sp-00000003`/,
  ],
  [
    'a name that another product had before',
    withChange(HISTORY, '[mam]', '[mam, binh-gom]'),
    'products/binh-gom/product.yaml',
    '',
    /"binh-gom" was the name of sp-00000002, and old links and stamps lead there/,
  ],
  [
    'the name of a removed product',
    withChange(HISTORY, 'producers:', 'removed:\n  sp-00000009: [mam]\nproducers:'),
    MAM,
    '',
    /"mam" was the name of sp-00000009/,
  ],
  [
    'one former name for two',
    withChange(HISTORY, '[binh-gom]\n  sp-00000002: [mam]', '[binh-gom, cu]\n  sp-00000002: [mam, cu]'),
    HISTORY,
    'products.sp-00000002',
    /"cu" already belongs to sp-00000001/,
  ],
  [
    'a name that looks like an id',
    {
      [MAM]: null,
      'products/sp-00000007/product.yaml': textOf(MAM),
    },
    'products/sp-00000007/product.yaml',
    '',
    /looks like an id/,
  ],
  ['a list of nothing', withChange(HISTORY, '[mam]', '[]'), HISTORY, 'products.sp-00000002', /npm run ids/],
  ['a history that is no YAML', { [HISTORY]: 'products: [' }, HISTORY, '', /cannot be read/],
])('%s is a problem that says what to do', async (_what, changes, file, field, words) => {
  expect(await problemsOf(changes)).toContainEqual({
    file,
    field,
    message: expect.stringMatching(words) as string,
  });
});

test("names of products and of producers do not get in each other's way", async () => {
  const changes = withChange(HISTORY, '[lo-gom]', '[lo-gom, mam]');
  expect(await problemsOf(changes)).toEqual([]);
});

test('names of removed products do no harm while nobody else has them', async () => {
  expect(
    await problemsOf(withChange(HISTORY, 'producers:', 'removed:\n  sp-00000009: [muoi]\nproducers:')),
  ).toEqual([]);
});
