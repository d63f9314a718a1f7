import { messageKinds } from '@ocop/rules/order-messages';
import { describe, expect, test } from 'vitest';
import { oneLine } from './layout.ts';
import { orderMessage } from './message.ts';
import type { ToldOrder } from './told-order.ts';
import { webhookParameters } from './webhook-parameters.ts';

const receipt = 'https://shop.example.vn/don-hang/b3JkZXI.dGFn';
const order: ToldOrder = {
  id: 'order_1',
  code: '8K2M4XQ7A',
  lang: 'vi',
  placedAt: '2039-06-15T02:00:00.000Z',
  state: { canceled: false, delivery: 'placed', partly: false, payment: 'due' },
  parcels: [
    {
      producer: { id: 'ct-a', name: 'HTX Chè Tân Cương' },
      lines: [
        { sku: 'A', title: 'Chè nõn tôm · hộp 200 g', quantity: 2, unitPrice: 150_000, total: 300_000 },
      ],
      total: 300_000,
      shipping: null,
    },
    {
      producer: { id: 'ct-b', name: 'Cơ sở Cô Năm' },
      lines: [{ sku: 'B', title: 'Mắm ruốc', quantity: 1, unitPrice: 55_000, total: 55_000 }],
      total: 55_000,
      shipping: null,
    },
  ],
  discount: null,
  shipping: 30_000,
  total: 385_000,
  due: 385_000,
  refunded: 0,
  place: 'Xã Phù Lãng, Bắc Ninh',
  sample: false,
  canceledByBuyer: false,
  confirmation: null,
  transfer: null,
  receipt,
  shop: 'shop.example.vn',
};
const write = (kind: (typeof messageKinds)[number], change: Partial<ToldOrder> = {}) =>
  orderMessage(kind, { ...order, ...change });
const en = { lang: 'en', receipt: receipt.replace('/don-hang', '/en/don-hang') } as const;

/** Line breaks, tags and the no-break space of sums apart. */
const plain = (text: string) => text.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ');

describe('a message about an order', () => {
  test.each(messageKinds)(
    '%s: names the order, links to its receipt, says why it comes, in both forms',
    (kind) => {
      for (const [change, words] of [
        [{}, 'tự gửi vì'],
        [en, 'You get this message because'],
      ] as const) {
        const { subject, text, html } = write(kind, change);
        expect(subject).toContain(order.code);
        for (const form of [text, html]) {
          expect(form).toContain(change.receipt ?? receipt);
          expect(form).toContain(order.code);
          expect(form).toContain(words);
          expect(form).not.toMatch(/undefined|null|NaN|\[object/);
        }
        expect(html).toContain(`<html lang="${change.lang ?? 'vi'}">`);
      }
    },
  );

  test('placed: who sends what, the sums, and what is paid at the door', () => {
    for (const form of [write('placed').text, write('placed').html].map(plain)) {
      for (const words of [
        ...['HTX Chè Tân Cương gửi', '2 × Chè nõn tôm · hộp 200 g', '300.000 ₫', 'Cơ sở Cô Năm gửi'],
        ...['Phí giao', '30.000 ₫', 'Tổng cộng', '385.000 ₫', 'Xã Phù Lãng, Bắc Ninh'],
        ...['Bạn trả 385.000 ₫ khi nhận hàng', 'sẽ gọi'],
      ]) {
        expect(form).toContain(words);
      }
    }
    const english = plain(write('placed', en).text);
    expect(english).toContain('Sent by HTX Chè Tân Cương');
    expect(english).toContain('You pay 385,000 ₫ on delivery');
  });

  test('placed: says until when somebody calls to confirm it', () => {
    const confirmation = { state: 'awaited', dueAt: '2039-06-16T02:00:00.000Z' } as const;
    expect(write('placed', { confirmation }).text).toContain('người bán sẽ gọi trước 16/06/2039, 09:00');
  });

  test('awaiting-transfer: the account, the exact sum and note, or where they stand', () => {
    const transfer = {
      ...{ bank: 'Vietcombank', account: '0123456789', holder: 'CTY OCOP' },
      ...{ amount: 385_000, note: '8K2M4XQ7A' },
    };
    for (const form of [
      write('awaiting-transfer', { transfer }).text,
      write('awaiting-transfer', { transfer }).html,
    ]) {
      const text = plain(form);
      for (const words of ['Vietcombank', '0123456789', 'CTY OCOP', '385.000 ₫', '8K2M4XQ7A']) {
        expect(text).toContain(words);
      }
      expect(text).toContain('đúng số tiền và nội dung');
      expect(text).not.toContain('khi nhận hàng');
    }
    expect(write('awaiting-transfer').text).toContain('Cách chuyển khoản ghi trên trang của đơn');
  });

  test('shipped: a part of it is told as a part; what is paid is not asked for again', () => {
    const state = { canceled: false, delivery: 'shipped', partly: true, payment: 'due' } as const;
    expect(plain(write('shipped', { state }).text)).toMatch(/Một phần đơn.*Bạn trả 385\.000 ₫/);
    const paid = write('shipped', { state: { ...state, partly: false, payment: 'paid' }, due: 0 }).text;
    expect(plain(paid)).toMatch(/^((?!Một phần|Bạn trả)[^])*Đã trả đủ 385\.000 ₫((?!Bạn trả)[^])*$/);
  });

  test('cancelled: by whom where that is known, and that nothing is to be paid, or what came back', () => {
    const state = { ...order.state, canceled: true };
    expect(write('cancelled', { state, due: 0 }).text).toMatch(/Đơn này đã bị huỷ\.[^]*không phải trả gì/);
    expect(write('cancelled', { state, canceledByBuyer: true }).text).toContain('Bạn đã huỷ đơn này');
    const confirmation = { state: 'released', dueAt: order.placedAt } as const;
    expect(write('cancelled', { state, confirmation }).text).toContain('chưa xác nhận được qua điện thoại');
    const back = write('cancelled', { state: { ...state, payment: 'refunded' }, refunded: 385_000 }).text;
    expect(plain(back)).toContain('Đã hoàn lại bạn 385.000 ₫');
    expect(back).not.toContain('không phải trả gì');
  });

  test('refunded: how much', () => {
    expect(plain(write('refunded', { refunded: 20_000 }).text)).toContain('Đã hoàn lại bạn 20.000 ₫');
    expect(plain(write('refunded', { ...en, refunded: 20_000 }).text)).toContain('20,000 ₫ was given back');
  });

  test('of sample goods says first that it is a sample', () => {
    const { text, html } = write('placed', { sample: true });
    expect(text.indexOf('cửa hàng mẫu')).toBeLessThan(text.indexOf('Đã nhận'));
    expect(html).toContain('không giao thật');
  });

  test('fetches nothing, runs nothing, and follows a dark screen', () => {
    for (const kind of messageKinds) {
      const { html } = write(kind);
      expect(html).not.toMatch(/<(img|script|link|iframe|video|object|form)|url\(|@import|src=|\son\w+=/i);
      expect(html.match(/https?:[^"' <]*/g)).toEqual([receipt]);
      expect(html).toContain('prefers-color-scheme: dark');
      expect(html).toContain('max-width:560px');
    }
  });

  test('breaks a long name on a narrow screen, and no sum', () => {
    const cells = write('placed').html.match(/<td [^>]*>[^<]*/g) ?? [];
    expect(cells.filter((cell) => cell.includes('₫')).length).toBeGreaterThan(3);
    for (const cell of cells) expect(cell.includes('anywhere')).toBe(!cell.includes('text-align:right'));
  });

  test('without a secret has no link, and no place for one', () => {
    const { text, html } = write('placed', { receipt: null });
    expect(text).not.toMatch(/http|Xem đơn hàng/);
    expect(html).not.toMatch(/<a /);
  });
});

describe('hostile text', () => {
  const hostile = '<img src=x onerror=alert(1)>"\r\nBcc: all@example.com\u202e & "\'';

  test('of a product or producer is text, in one line', () => {
    const parcels = [
      {
        producer: { id: 'x', name: hostile },
        lines: [{ sku: '', title: hostile, quantity: 1, unitPrice: 1, total: 1 }],
        total: 1,
        shipping: null,
      },
    ];
    for (const kind of messageKinds) {
      const { subject, text, html } = write(kind, { parcels, code: `A${hostile}` });
      expect(subject).not.toMatch(/[\r\n\u202e]/);
      expect(html).not.toMatch(/<img|\u202e/);
      expect(text).not.toMatch(/^Bcc:|\u202e|\r/m);
    }
  });

  test('of a buyer leads nowhere: anybody can order with the address of somebody else', () => {
    for (const place of [
      'https://evil.example',
      'vào evil.vn nhận quà',
      'gọi 0912345678',
      'a@b.vn',
      'x'.repeat(121),
    ]) {
      const { text, html } = write('placed', { place });
      expect(text).not.toContain(place);
      expect(html).not.toContain(place);
    }
    expect(write('placed', { place: 'TP. Hồ Chí Minh' }).text).toContain('TP. Hồ Chí Minh');
  });

  test('in one line keeps what letters say', () => {
    expect(oneLine('  Bánh\tđậu\u2028xanh  ')).toBe('Bánh đậu xanh');
  });
});

test('the webhook is given figures and names of fields, no sentence and nobody’s name', () => {
  const given = webhookParameters({ ...order, due: 0 });
  expect(given).toEqual({
    language: 'vi',
    sample: false,
    parameters: {
      ...{ order: '8K2M4XQ7A', placedAt: order.placedAt, total: 385_000, due: 0, refunded: 0, receipt },
    },
  });
});
