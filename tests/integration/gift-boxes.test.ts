/** A gift box of the record in the shop: its page, what a cart says of it, an order, and the parcel it is. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fetchOffers } from '../../src/medusa-client/site-routes.ts';
import { newBuyer } from '../support/buyer.ts';
import { testAdmin } from '../support/goods.ts';
import { value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const medusa = testShop(stack);
const admin = testAdmin(stack);

const SKU = 'GIO-QUA-THU';

const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('is synchronised as a variant that takes its stock from its parts', async () => {
  const offers = value(await fetchOffers(medusa));
  const box = offers.find(({ sku }) => sku === SKU);
  expect(box).toMatchObject({ price: 590_000, sender: 'ct-3zf3mef4', grams: 1_500 });
  const pieces = new Map(box?.draws?.map(({ sku, pieces: n }) => [sku, n]));
  expect(pieces).toEqual(new Map([['MAM-NEM-200', 3], ['NUOC-MAM-250', 1], ['LUA-KHAN', 1]])); // prettier-ignore
  const left = Math.min(...(box?.draws ?? []).map((draw) => Math.floor(draw.left / draw.pieces)));
  expect(box?.available).toBe(left);
  const { variants } = await admin.get(
    z.object({ variants: z.array(z.object({ title: z.string(), metadata: z.unknown() })) }),
    '/admin/product-variants',
    { sku: SKU },
  );
  expect(variants).toEqual([
    expect.objectContaining({ title: expect.stringContaining('3 × Mắm nêm Thử (Chai 200 ml)') }),
  ]);
});

test.each([
  ['/gio-qua/gio-qua-thu', 'Giỏ quà Thử', '3 × Chai 200 ml', 'Giỏ quà không được công nhận sao'],
  ['/en/gio-qua/gio-qua-thu', 'Test gift box', '3 × 200 ml bottle', 'A gift box has no stars'],
])('has a page: %s', async (path, name, pieces, noStars) => {
  const page = await newBuyer(stack).get(path);
  expect(page.status).toBe(200);
  const text = textOf(page.text);
  for (const words of [name, pieces, noStars]) expect(text).toContain(words);
  // The certificate of the scarf is over on the day of the tests: no star of it is shown in the box either.
  const tiles = page.text.slice(page.text.indexOf('id="goods"'));
  const scarf =
    /<article class="tile"(?:(?!<article)[\s\S])*?lua-thu[\s\S]*?<\/article>/.exec(tiles)?.[0] ?? '';
  expect(scarf).toContain('/san-pham/lua-thu');
  expect(scarf).not.toMatch(/star-badge|sao OCOP|OCOP stars/i);
});

test('is listed, and named on the pages of what it holds', async () => {
  const buyer = newBuyer(stack);
  expect((await buyer.get('/gio-qua')).text).toContain('href="/gio-qua/gio-qua-thu"');
  expect((await buyer.get('/san-pham/mam-nem-thu')).text).toContain('href="/gio-qua/gio-qua-thu"');
  expect((await buyer.get('/san-pham/tra-thu')).text).not.toContain('href="/gio-qua/gio-qua-thu"');
});

test('says in the cart what it holds, and what is short where single pieces take too much', async () => {
  const buyer = newBuyer(stack);
  const add = (sku: string, quantity: string) => buyer.post('/gio-hang', { action: 'add', sku, quantity });
  await add('GIO-CA-PHE-THU', '1');
  let cart = textOf((await buyer.get('/gio-hang')).text);
  expect(cart).toContain('1 × Cà phê Thử');
  expect(cart).toMatch(/Từ Lò gốm Thử/);
  // One bag of coffee is left, and it lies in the box.
  await add('CA-PHE-500', '1');
  cart = textOf((await buyer.get('/gio-hang')).text);
  expect(cart).toContain('lấy cùng số hàng');
});
