import { describe, expect, test } from 'vitest';
import { problemsOf, withChange, textOf } from './fixtures/small-content.ts';
import type { Changes, Fault } from './fixtures/small-content.ts';

const VASE = 'products/binh-gom/product.yaml';
const OFFER = 'samples/offers/mam.yaml';
const LOT = 'samples/lots/L-1.yaml';
const FAIR = 'samples/fairs/hoi-cho.yaml';
const RECOGNITION = 'recognitions/mam--1.yaml';
const PRODUCER = 'producers/lo-gom.yaml';

/** A product among the samples. */
const SAMPLE: Changes = {
  'samples/products/thu/product.yaml': textOf(VASE).replace('sp-00000001', 'sp-00000009'),
  'samples/slugs.yaml': "products:\n  sp-00000009: ['thu']\n",
};

const FAULTS: Fault[] = [
  [
    'a wrong check digit',
    withChange(OFFER, '9506000134352', '9506000134353'),
    OFFER,
    'gtin',
    /right check digit/,
  ],
  [
    'a GTIN without quotes',
    withChange(OFFER, "'9506000134352'", '9506000134352'),
    OFFER,
    'gtin',
    /write the GTIN in quotes/,
  ],
  [
    "a sample with somebody's GTIN",
    withChange(OFFER, '9506000134352', '8938505974194'),
    OFFER,
    'gtin',
    /example prefix 9506000/,
  ],
  [
    'a real offer with an example GTIN',
    {
      'offers/binh-gom.yaml': textOf(OFFER)
        .replace('product: mam', 'product: binh-gom')
        .replace('9506000134352', '9506000134376')
        .replace('MAM-200', 'BG'),
    },
    'offers/binh-gom.yaml',
    'gtin',
    /producer's own GTIN/,
  ],
  [
    'a GTIN twice',
    {
      'samples/offers/binh-gom.yaml': textOf(OFFER)
        .replace('product: mam', 'product: binh-gom')
        .replace('9506000134352', '09506000134352')
        .replace('MAM-200', 'BG'),
    },
    OFFER,
    'gtin',
    /already in/,
  ],
  [
    'a stock code twice',
    {
      'samples/offers/binh-gom.yaml': textOf(OFFER)
        .replace('product: mam', 'product: binh-gom')
        .replace("'9506000134352'", 'null'),
    },
    OFFER,
    'packs.0.sku',
    /already in/,
  ],
  [
    'a second offer of a product',
    {
      'offers/mam.yaml': textOf(OFFER).replace("'9506000134352'", 'null').replace('MAM-200', 'MAM-9'),
    },
    OFFER,
    '',
    /already is the offer of the product mam/,
  ],
  [
    'an offer in a file of another name',
    { [OFFER]: null, 'samples/offers/x.yaml': textOf(OFFER) },
    'samples/offers/x.yaml',
    'product',
    /rename the file to mam.yaml/,
  ],
  [
    'a price with dots',
    withChange(OFFER, '38000', '38.000'),
    OFFER,
    'packs.0.price',
    /^"38.000" was found; write the price in whole đồng without dots/,
  ],
  [
    'a price in words',
    withChange(OFFER, '38000', '38.000đ'),
    OFFER,
    'packs.0.price',
    /"38.000đ" was found; write the price in whole đồng without dots/,
  ],
  ['no price', withChange(OFFER, '38000', '0'), OFFER, 'packs.0.price', /whole đồng/],
  [
    'less than no stock',
    withChange(OFFER, 'stock: 12', 'stock: -1'),
    OFFER,
    'packs.0.stock',
    /0 for sold out/,
  ],
  [
    'a lot of an unknown product',
    withChange(LOT, 'product: mam', 'product: muoi'),
    LOT,
    'product',
    /no product "muoi"/,
  ],
  [
    'a lot used up before it was made',
    withChange(LOT, '2027-09-14', '2026-01-01'),
    LOT,
    'useBy',
    /before the lot was made/,
  ],
  [
    'a lot in a file of another name',
    { [LOT]: null, 'samples/lots/L-2.yaml': textOf(LOT) },
    'samples/lots/L-2.yaml',
    'code',
    /rename the file to L-1.yaml/,
  ],
  [
    'a fair that ends before it starts',
    withChange(FAIR, '2026-12-08', '2026-12-01'),
    FAIR,
    'endsOn',
    /before the first day/,
  ],
  ['a stand twice', withChange(FAIR, "'A2'", "'A1'"), FAIR, 'stands.1.stand', /listed twice/],
  [
    'a stand of an unknown producer',
    withChange(FAIR, 'producer: lo-gom', 'producer: lo-khac'),
    FAIR,
    'stands.0.producer',
    /no producer "lo-khac"/,
  ],
  [
    'a real file leaning on a sample',
    {
      'lots/L-9.yaml': textOf(LOT).replace('L-1', 'L-9').replace('product: mam', 'product: thu'),
      ...SAMPLE,
    },
    'lots/L-9.yaml',
    'product',
    /is a sample/,
  ],
  [
    'a star for a sample',
    {
      ...SAMPLE,
      [RECOGNITION]: null,
      'recognitions/thu--1.yaml': textOf(RECOGNITION).replace('product: mam', 'product: thu'),
    },
    'recognitions/thu--1.yaml',
    'product',
    /a sample has no stars/,
  ],
  [
    'a name kept twice',
    {
      'samples/producers/lo-gom.yaml': textOf(PRODUCER).replace('ct-00000001', 'ct-00000009'),
      'samples/slugs.yaml': 'producers:\n  ct-00000009: [lo-gom]\n',
    },
    'samples/producers/lo-gom.yaml',
    '',
    /producers\/lo-gom.yaml already is the producer lo-gom/,
  ],
];

describe('files that do not fit together: offers, lots, fairs', () => {
  test.each(FAULTS)('%s', async (_what, changes, file, field, words) => {
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });
});
