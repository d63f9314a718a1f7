import { describe, expect, test } from 'vitest';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const publishable = { 'x-publishable-api-key': stack.env.MEDUSA_PUBLISHABLE_KEY ?? '' };
const siteKey = { 'x-site-key': stack.env.SITE_KEY ?? '' };

const status = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  (await fetch(`${stack.medusaUrl}${path}`, { method, headers })).status;

describe('with the publishable key, which is no secret', () => {
  test.each([
    'orders',
    'orders/order_01ABC',
    'ORDERS/order_01ABC',
    '%6Frders/order_01ABC',
    'orders/order_01ABC/transfer/request',
    'returns',
    'customers',
    'customers/me',
    'search',
    '',
  ])('/store/%s answers 404', async (path) => {
    expect(await status(`/store/${path}`, publishable)).toBe(404);
    expect(await status(`/store/${path}`, publishable, 'POST')).toBe(404);
  });

  test('a path that climbs out of an open room does not reach the orders', async () => {
    expect(await status('/store/carts/..%2Forders%2Forder_01ABC', publishable)).toBe(404);
    expect(await status('/store//orders/order_01ABC', publishable)).toBe(404);
  });

  test('what a checkout needs answers', async () => {
    expect(await status('/store/regions', publishable)).toBe(200);
  });

  test('nobody can register a customer account', async () => {
    const answer = await fetch(`${stack.medusaUrl}/auth/customer/emailpass/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.vn', password: 'long enough 123' }),
    });
    expect(answer.ok).toBe(false);
  });
});

describe('the routes of the site', () => {
  test.each(['availability', 'receipts/order_01ABC', 'scans', 'stamp-ranges/1/1'])(
    '/site/%s wants the key',
    async (path) => {
      expect(await status(`/site/${path}`)).toBe(401);
      expect(await status(`/site/${path}`, { 'x-site-key': 'wrong' })).toBe(401);
      expect(await status(`/site/${path}`, publishable)).toBe(401);
    },
  );

  test('an unknown order has no receipt', async () => {
    expect(await status('/site/receipts/order_01ABC', siteKey)).toBe(404);
    expect(await status('/site/receipts/%27%20or%201=1', siteKey)).toBe(404);
  });

  test('availability answers every pack with an integer price and stock', async () => {
    const goods = await putOnSale(testAdmin(stack), { price: 99_000, stock: 7 });
    const answer = await fetch(`${stack.medusaUrl}/site/availability`, { headers: siteKey });
    const { offers } = (await answer.json()) as { offers: object[] };
    expect(offers).toContainEqual({
      sku: goods.sku,
      variantId: goods.variantId,
      price: 99_000,
      available: 7,
      barred: null,
      sender: null,
      grams: null,
    });
  });
});

test.each(['traceability/lots', 'traceability/stamp-orders'])(
  'staff routes (/admin/%s) refuse strangers, the publishable key and the site key',
  async (path) => {
    for (const headers of [{}, publishable, siteKey]) {
      expect(await status(`/admin/${path}`, headers, 'POST')).toBe(401);
    }
  },
);
