import { describe, expect, test } from 'vitest';
import { orderSheetOf, producerIn, type StoredOrder } from './order-sheet.ts';
import { packingSlip } from './packing-slip.ts';

const item = (product_id: string | null, title: string, quantity: number, price: number) => ({
  ...{ id: title, product_id, variant_sku: `SKU-${title}`, product_title: title, variant_title: 'Hộp' },
  ...{ quantity, unit_price: price, total: quantity * price },
});

const order: StoredOrder = {
  ...{ id: 'order_1', display_id: 7, custom_display_id: '8K2M4XQ7A', status: 'pending' },
  ...{
    payment_status: 'authorized',
    fulfillment_status: 'not_fulfilled',
    created_at: '2039-06-15T02:00:00Z',
  },
  metadata: { note: 'Gọi trước <script>alert(1)</script>\nsau 17 giờ', language: 'en' },
  ...{ item_total: 240_000, shipping_total: 30_000, total: 270_000 },
  items: [item('p1', 'Mắm', 2, 50_000), item('p2', 'Trà', 1, 40_000), item('p1', 'Sá sùng', 1, 100_000)],
  shipping_address: {
    ...{ first_name: 'Nguyễn Thị Thử', last_name: '', phone: '0912 345 678', address_1: 'Số 12' },
    ...{ address_2: 'huyện Quế Võ, Bắc Ninh', city: 'Xã Phù Lãng', province: 'Bắc Ninh' },
  },
  payment_collections: [{ captured_amount: 0 }],
};
const producers = new Map([
  ['p1', { id: 'ct-1', name: 'HTX Biển' }],
  ['p2', { id: 'ct-2', name: 'HTX Trà' }],
]);

describe('orderSheetOf', () => {
  const sheet = orderSheetOf(order, producers);

  test('tells note, language, place as it is today and as it was typed', () => {
    expect(sheet).toMatchObject({
      ...{ code: '8K2M4XQ7A', language: 'en', note: order.metadata?.note, due: 270_000 },
      recipient: { place: 'Xã Phù Lãng, Bắc Ninh', typed: 'huyện Quế Võ, Bắc Ninh', name: 'Nguyễn Thị Thử' },
    });
  });

  test('groups the lines by who sends them, in the order of the cart', () => {
    expect(sheet.parcels.map(({ producer, total }) => [producer?.name, total])).toEqual([
      ['HTX Biển', 200_000],
      ['HTX Trà', 40_000],
    ]);
    expect(sheet.parcels[0]?.lines.map(({ title }) => title)).toEqual(['Mắm · Hộp', 'Sá sùng · Hộp']);
    expect(orderSheetOf(order, new Map()).parcels).toHaveLength(1);
  });

  test('tells what each parcel costs to send, where the order was charged by the parcel', () => {
    expect(sheet.parcels.map(({ shipping }) => shipping)).toEqual([null, null]);
    const parcels = [
      { sender: 'ct-1', grams: 900, goods: 200_000, price: 20_000 },
      { sender: 'ct-2', grams: 300, goods: 40_000, price: 10_000 },
    ];
    const charged = orderSheetOf({ ...order, shipping_methods: [{ data: { parcels } }] }, producers);
    expect(charged.parcels.map(({ shipping }) => shipping)).toEqual([20_000, 10_000]);
    const slip = packingSlip(charged, { lang: 'vi', size: 'a6', producer: 'ct-2' });
    expect(slip).toMatch(/Phí giao gói này<\/td><td>10\.000/);
    for (const data of [null, {}, { parcels: 'x' }, { parcels: parcels.slice(1) }]) {
      const once = orderSheetOf({ ...order, shipping_methods: [{ data }, null] }, producers);
      expect(once.parcels.map(({ shipping }) => shipping)).toEqual([null, null]);
    }
  });

  test.each([
    [{ payment_collections: [{ captured_amount: 270_000 }], payment_status: 'captured' }, 0],
    [{ payment_collections: [{ captured_amount: 100_000 }] }, 170_000],
    [{ payment_collections: null }, 270_000],
    [{ status: 'canceled' }, 0],
    [{ payment_status: 'awaiting' }, 0],
  ])('what is left to collect: %o', (more, due) => {
    expect(orderSheetOf({ ...order, ...more }, producers).due).toBe(due);
  });

  test('an order from before notes, codes and addresses is no fault', () => {
    const bare = { ...order, metadata: null, custom_display_id: null, shipping_address: null };
    expect(orderSheetOf(bare, producers)).toMatchObject({ code: '7', note: null, language: 'vi' });
  });
});

describe('packingSlip', () => {
  const sheet = orderSheetOf(order, producers);
  const slip = (producer: string | null = null) => packingSlip(sheet, { lang: 'vi', size: 'a6', producer });

  test('has a sheet for each parcel, each with address, lines and what to collect once', () => {
    expect(slip().match(/<section/g)).toHaveLength(2);
    expect(slip().match(/Thu của người nhận: 270\.000/g)).toHaveLength(2);
    expect(slip()).toMatch(/Chỉ thu một lần/);
    const [one] = slip('ct-2').match(/<section[^]*<\/section>/g) ?? [];
    expect(one).toContain('HTX Trà');
    expect(one).toContain('0912 345 678');
    expect(one).not.toContain('Mắm');
    expect(slip()).toMatch(/@page \{ size: a6/);
  });

  test('shows what a buyer wrote as text', () => {
    expect(slip()).not.toContain('<script');
    expect(slip()).toContain('&lt;script&gt;');
  });

  test('of a gift has its words and no price but what is to be collected', () => {
    const metadata = { gift: 'Chúc mẹ <khoẻ>', invoice: { name: 'x' } };
    const present = orderSheetOf({ ...order, metadata }, producers);
    expect(present).toMatchObject({ gift: 'Chúc mẹ <khoẻ>', invoice: null });
    const printed = packingSlip(present, { lang: 'vi', size: 'a6', producer: null });
    expect(printed).toContain('Chúc mẹ &lt;khoẻ&gt;');
    expect(printed).toContain('Thu của người nhận: 270.000');
    expect(printed).not.toMatch(/(200|40)\.000/);
    expect(slip()).toMatch(/200\.000/);
  });

  test('one that is cancelled says so, and one of another producer has no sheet', () => {
    const canceled = orderSheetOf({ ...order, status: 'canceled' }, producers);
    expect(packingSlip(canceled, { lang: 'en', size: 'a5', producer: null })).toContain(
      'not to be delivered',
    );
    expect(slip('ct-none')).not.toContain('<section');
    const awaited = orderSheetOf({ ...order, payment_status: 'awaiting' }, producers);
    expect(packingSlip(awaited, { lang: 'vi', size: 'a6', producer: null })).toContain('chưa giao');
  });
});

test.each([
  [{ producer: { id: 'ct-1', name: 'A' } }, { id: 'ct-1', name: 'A' }],
  [{ producer: '' }, null],
  [{ producer: { id: 1 } }, null],
  [null, null],
])('the producer in %o', (metadata, producer) => {
  expect(producerIn(metadata)).toEqual(producer);
});
