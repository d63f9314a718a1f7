/** Coupons: a fixed sum off the goods, the same in the cart, the order, the payment and the receipt. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommerceError, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { fetchCoupon } from '../../src/medusa-client/coupons.ts';
import { sendOrder, type OrderAnswer, type OrderRequest } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { newBuyer } from '../support/buyer.ts';
import { makeCoupon, newCode } from '../support/coupons.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { DELIVERY_PRICE, orderRequest, prepareOrder, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { addLine, createCart } from '../support/store-carts.ts';
import { completeCart } from '../support/store-ordering.ts';

const stack = testStack();
let admin: AdminApi;
let medusa: MedusaConnection;

beforeAll(() => {
  admin = testAdmin(stack);
  medusa = testShop(stack);
});

function withCoupon(lines: [Goods, number, number][], coupon: string, discount: number): OrderRequest {
  const goods = lines.reduce((sum, [, quantity, price]) => sum + quantity * price, 0);
  return {
    ...orderRequest({ variantId: '' } as Goods, 1, 0),
    lines: lines.map(([{ variantId }, quantity]) => ({ variantId, quantity })),
    agreedTotal: goods - discount + DELIVERY_PRICE,
    coupon,
  };
}

const order = async (request: OrderRequest): Promise<OrderAnswer> => value(await sendOrder(medusa, request));
const answerOf = async (code: string) => value(await fetchCoupon(medusa, code));

describe('an order with a coupon', () => {
  test('is the sum that was agreed to, in whole đồng on every line, on the receipt too', async () => {
    const a = await putOnSale(admin, { price: 33_333, stock: 9 });
    const b = await putOnSale(admin, { price: 45_001, stock: 9 });
    const c = await putOnSale(admin, { price: 99_999, stock: 9 });
    const { code } = await makeCoupon(admin, { amount: 20_000 });
    const answer = await order(withCoupon([[a, 1, 33_333], [b, 1, 45_001], [c, 1, 99_999]], code, 20_000)); // prettier-ignore
    expect(answer).toMatchObject({ outcome: 'placed' });
    const id = answer.outcome === 'placed' ? answer.orderId : '';
    expect(value(await fetchReceipt(medusa, id))).toMatchObject({
      subtotal: 178_333,
      discount: { code, amount: 20_000 },
      shipping: DELIVERY_PRICE,
      total: 158_333 + DELIVERY_PRICE,
    });
    const { order: stored } = await admin.get(
      z.object({
        order: z.object({
          total: z.number(),
          items: z.array(z.object({ total: z.number() })),
          payment_collections: z.array(z.object({ amount: z.number() })),
        }),
      }),
      `/admin/orders/${id}`,
      { fields: 'total,items.*,payment_collections.amount' },
    );
    expect(stored.items.every(({ total }) => Number.isSafeInteger(total))).toBe(true);
    expect(stored.payment_collections[0]?.amount).toBe(stored.total);
  });

  test('is found in whatever letters it was typed', async () => {
    const goods = await putOnSale(admin, { price: 50_000, stock: 9 });
    const code = newCode();
    await makeCoupon(admin, { amount: 10_000, code: code.toLowerCase() });
    expect(await answerOf(code)).toMatchObject({ state: 'usable', code, amount: 10_000 });
    expect(await order(withCoupon([[goods, 1, 50_000]], code, 10_000))).toMatchObject({ outcome: 'placed' });
  });

  test('that was the last use is one order of three', async () => {
    const goods = await putOnSale(admin, { price: 50_000, stock: 9 });
    const { code } = await makeCoupon(admin, { amount: 10_000, limit: 1 });
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => order(withCoupon([[goods, 1, 50_000]], code, 10_000))),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
      'coupon-refused',
      'coupon-refused',
      'placed',
    ]);
    expect(await answerOf(code)).toEqual({ state: 'used-up' });
  });

  test('leaves alcohol, other goods and too small a cart alone', async () => {
    const goods = await putOnSale(admin, { price: 50_000, stock: 9 });
    const other = await putOnSale(admin, { price: 50_000, stock: 9 });
    const forOther = await makeCoupon(admin, { amount: 10_000, products: [other.productId] });
    expect(await answerOf(forOther.code)).toMatchObject({ skus: [other.sku] });
    expect(await order(withCoupon([[goods, 1, 50_000]], forOther.code, 10_000))).toEqual({
      outcome: 'coupon-refused',
    });
    const large = await makeCoupon(admin, { amount: 10_000, minimum: 60_000 });
    expect(await order(withCoupon([[goods, 1, 50_000]], large.code, 10_000))).toEqual({
      outcome: 'coupon-refused',
    });
    expect(await order(withCoupon([[goods, 2, 50_000]], large.code, 10_000))).toMatchObject({
      outcome: 'placed',
    });
  });

  test('that ended, or begins later, is not placed', async () => {
    const goods = await putOnSale(admin, { price: 50_000, stock: 9 });
    const over = await makeCoupon(admin, { amount: 10_000, campaign: { ends_at: '2039-06-01T00:00:00Z' } });
    const later = await makeCoupon(admin, {
      amount: 10_000,
      campaign: { starts_at: '2039-12-01T00:00:00Z' },
    });
    expect(await answerOf(over.code)).toEqual({ state: 'ended' });
    expect(await answerOf(later.code)).toEqual({ state: 'not-yet' });
    expect(await answerOf('KHONG-CO-MA-NAY')).toEqual({ state: 'unknown' });
    expect(await order(withCoupon([[goods, 1, 50_000]], over.code, 10_000))).toEqual({
      outcome: 'coupon-refused',
    });
  });
});

describe('what Medusa would take and this shop does not', () => {
  test('is refused with words where staff make it', async () => {
    const make = (change: object, method: object = {}) =>
      admin.post(z.unknown(), '/admin/promotions', {
        ...{ code: newCode(), type: 'standard', status: 'active', ...change },
        application_method: {
          ...{
            type: 'fixed',
            value: 10_000,
            currency_code: 'vnd',
            target_type: 'items',
            allocation: 'across',
          },
          ...method,
        },
      });
    await expect(make({}, { type: 'percentage', value: 15 })).rejects.toThrow(CommerceError);
    await expect(make({ is_automatic: true })).rejects.toThrow(/tự động/);
    await expect(make({}, { target_type: 'shipping_methods' })).rejects.toThrow(/phí giao/);
    const { id } = await makeCoupon(admin, { amount: 10_000 });
    const change = { application_method: { value: 0.5 } };
    await expect(admin.post(z.unknown(), `/admin/promotions/${id}`, change)).rejects.toThrow(
      /số đồng nguyên/,
    );
  });

  test('is refused by the gate on carts of Medusa’s own routes: fractions of a đồng', async () => {
    const goods = await Promise.all(
      [33_333, 45_001, 99_999].map((price) => putOnSale(admin, { price, stock: 9 })),
    );
    const { code } = await makeCoupon(admin, { amount: 10_000 });
    const { id } = value(await createCart(medusa));
    for (const { variantId } of goods) value(await addLine(medusa, id, variantId, 1));
    const applied = await medusa.store(z.unknown(), `carts/${id}/promotions`, {
      method: 'POST',
      body: { promo_codes: [code] },
    });
    expect(applied.ok).toBe(true);
    await prepareOrder(medusa, id);
    expect((await completeCart(medusa, id)).ok).toBe(false);
  });
});

describe('a buyer', () => {
  const SKU = 'NUOC-MAM-250';
  const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  test('follows a link with a code before there is a cart, and finds it in the cart', async () => {
    const { code } = await makeCoupon(admin, { amount: 20_000 });
    const buyer = newBuyer(stack);
    const link = await buyer.get(`/san-pham/nuoc-mam-thu?ma=${code.toLowerCase()}`);
    expect(link.status).toBe(303);
    const kept = await buyer.get(link.location ?? '');
    expect(kept.location).toBe('/san-pham/nuoc-mam-thu');
    expect(text((await buyer.get('/gio-hang')).text)).toContain(`Đã giữ mã ${code}`);
    await buyer.post('/gio-hang', { action: 'add', sku: SKU, quantity: '1' });
    const cart = text((await buyer.get('/gio-hang')).text);
    expect(cart).toContain(`Mã ${code} giảm 20.000 ₫`);
    expect(cart).toContain('−20.000 ₫');
    expect(cart).toMatch(/Tổng cộng (?:từ )?105\.000 ₫/);
  });

  test('types one, is told why it is none, and takes it out', async () => {
    const buyer = newBuyer(stack);
    await buyer.post('/gio-hang', { action: 'add', sku: SKU, quantity: '1' });
    const entered = await buyer.post('/gio-hang', { action: 'coupon', ma: 'khong-co-ma-nay' });
    expect(entered.location).toBe('/gio-hang#ma-giam-gia');
    expect(text((await buyer.get('/gio-hang')).text)).toContain('Không có mã “KHONG-CO-MA-NAY”');
    const hostile = await buyer.post('/gio-hang', { action: 'coupon', ma: '<script>alert(1)</script>' });
    expect(hostile.status).toBe(303);
    expect((await buyer.get('/gio-hang')).text).not.toContain('<script>alert');
    await buyer.post('/gio-hang', { action: 'coupon-off' });
    expect(text((await buyer.get('/gio-hang')).text)).not.toContain('Không có mã');
  });
});
