import { describe, expect, it, test } from 'vitest';
import { problemsOf, smallRecord, textOf, type Changes, type Fault } from './fixtures/small-content.ts';
import { giftBoxContents } from './gift-box-contents.ts';
import { bakedPacks } from './snapshot.ts';

const BOX = 'samples/gift-boxes/gio-mau.yaml';
const text = `sku: GIO-MAU
name: { vi: Giỏ mẫu, en: Sample box }
summary: { vi: Giỏ để thử., en: A box for trying. }
sender: lo-gom
price: 99000
parts:
  - { sku: MAM-200, quantity: 2 }
`;
const box = (from = '', to = ''): Changes => ({ [BOX]: text.replace(from, to) });

describe('a gift box of the record', () => {
  it('names its parts by their packs, and is found by them', async () => {
    const record = await smallRecord(box());
    const [one] = record.giftBoxes;
    expect(one).toMatchObject({ sku: 'GIO-MAU', slug: 'gio-mau', sender: 'lo-gom', sample: true });
    expect(record.giftBoxesWith('mam').map(({ slug }) => slug)).toEqual(['gio-mau']);
    expect(record.giftBoxesWith('binh-gom')).toEqual([]);
    expect(one && giftBoxContents(one, record, 'en')).toMatch(/^2 × .+ \(Bottle\)$/);
  });

  it('is baked with what a cart says of it, and as many as its parts make', async () => {
    const baked = bakedPacks(await smallRecord(box())).get('GIO-MAU');
    expect(baked).toMatchObject({ product: '', price: 99_000, stock: 6, barred: null });
    expect(baked?.box).toMatchObject({ slug: 'gio-mau', parts: [{ sku: 'MAM-200', quantity: 2 }] });
  });

  it('is not there without samples', async () => {
    expect((await smallRecord(box(), false)).giftBoxes).toEqual([]);
  });

  it('may not be ordered where it holds alcohol', async () => {
    const product = 'products/mam/product.yaml';
    const changes = { ...box(), [product]: `${textOf(product)}notices: [alcohol]\n` };
    expect(bakedPacks(await smallRecord(changes)).get('GIO-MAU')?.barred).toBe('alcohol');
  });
});

const FAULTS: Fault[] = [
  ['a part that is no pack', box('MAM-200', 'MAM-900'), BOX, 'parts.0.sku', /no pack of offers/],
  ['a part that is a box', box('MAM-200', 'GIO-MAU'), BOX, 'parts.0.sku', /no other box/],
  [
    'a part twice',
    box('parts:', 'parts:\n  - { sku: MAM-200, quantity: 1 }'),
    BOX,
    'parts.1.sku',
    /listed twice/,
  ],
  ['no part', box('\n  - { sku: MAM-200, quantity: 2 }', ' []'), BOX, 'parts', /at least one part/],
  ['no piece of a part', box('quantity: 2', 'quantity: 0'), BOX, 'parts.0.quantity', /1 or more/],
  ['a sender nobody knows', box('lo-gom', 'lo-la'), BOX, 'sender', /no producer "lo-la"/],
  ['the stock code of a pack', box('sku: GIO-MAU', 'sku: MAM-200'), BOX, 'sku', /already in samples\/offers/],
  ['a price with dots', box('99000', '99.000'), BOX, 'price', /whole đồng without dots/],
  [
    'a real box of sample packs',
    { 'gift-boxes/gio.yaml': text },
    'gift-boxes/gio.yaml',
    'parts.0.sku',
    /is a sample/,
  ],
];

test.each(FAULTS)('%s is told', async (_what, changes, file, field, words) => {
  const problems = await problemsOf(changes);
  expect(problems).toContainEqual({ file, field, message: expect.stringMatching(words) });
});
