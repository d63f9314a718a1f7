import { expect, it } from 'vitest';
import { smallRecord } from '../../tests/support/small-record.ts';
import { wantedProducts } from './catalogue.ts';
import { linkChanges } from './gift-box-sync.ts';

const both = (text: string) => ({ vi: text, en: text });
const box = {
  sku: 'GIO-1',
  slug: 'gio-tet',
  name: both('Giỏ Tết'),
  summary: both('Giỏ thử'),
  sender: 'htx',
  price: 99_000,
  weightGrams: null,
  parts: [{ sku: 'MAM-1', quantity: 2 }],
  sample: true,
};
const offers = [{ product: 'mam', packs: [['MAM-1', 30_000, 5]] as [string, number, number][] }];

it('is a product of its own whose name hangs on its SKU, sent by whoever packs it, its contents in words', () => {
  const [, wanted] = wantedProducts(smallRecord(offers, [box]));
  expect(wanted).toMatchObject({
    externalId: 'gift-box-gio-1',
    title: 'Giỏ Tết',
    set: null,
    producer: { name: 'Hợp tác xã thử' },
    packs: [{ sku: 'GIO-1', title: '2 × mam (MAM-1)', stock: 0, parts: box.parts }],
  });
  const [, renamed] = wantedProducts(smallRecord(offers, [{ ...box, slug: 'gio-khac' }]));
  expect(renamed).toEqual(wanted);
});

it('changes what a box takes out of stock, and nothing where nothing moved', () => {
  const present = new Map([['a', 1], ['b', 2], ['c', 1]]); // prettier-ignore
  expect(
    linkChanges(
      'v',
      present,
      new Map([
        ['a', 1],
        ['b', 3],
        ['d', 1],
      ]),
    ),
  ).toEqual({
    // prettier-ignore
    create: [{ variant_id: 'v', inventory_item_id: 'd', required_quantity: 1 }],
    update: [{ variant_id: 'v', inventory_item_id: 'b', required_quantity: 3 }],
    delete: [{ variant_id: 'v', inventory_item_id: 'c' }],
  });
  expect(linkChanges('v', present, present)).toEqual({ create: [], update: [], delete: [] });
});
