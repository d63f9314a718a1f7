/** What the shop answers to posted forms: a redirect each time, news that nobody can write, nothing lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { newBuyer, type Buyer } from '../support/buyer.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { orderOf } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
let admin: AdminApi;
let medusa: MedusaConnection;

beforeAll(() => {
  admin = testAdmin(stack);
  medusa = testShop(stack);
});

const filled = {
  name: 'Nguyễn Thị Thử',
  phone: '0912 345 678',
  province: '37',
  commune: 'huyện Ý Yên, Nam Định',
  street: '12 thôn Đông',
  note: 'Chó dữ, gọi trước',
};

/** The shop knows of new goods and of sold ones within five seconds. */
async function addSoon(buyer: Buyer, { sku }: Goods, quantity = 1): Promise<void> {
  await expect
    .poll(
      async () => {
        await buyer.post('/gio-hang', { action: 'add', sku, quantity: String(quantity) });
        return buyer.cookies.has('cart');
      },
      { interval: 1_000 },
    )
    .toBe(true);
}

describe('every posted form is answered by a redirect', () => {
  test.each([
    ['order', '/thanh-toan#loi'],
    ['place', '/thanh-toan#loi'],
    ['language', '/en/thanh-toan'],
    ['cart', '/gio-hang'],
  ])('checkout, %s', async (action, location) => {
    const buyer = newBuyer(stack);
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '1' });
    const answer = await buyer.post('/thanh-toan', { action, name: 'Nguyễn Thị Thử', total: '68000' });
    expect([answer.status, answer.location]).toEqual([303, location]);
    expect((await buyer.get('/thanh-toan')).text).toContain('value="Nguyễn Thị Thử"');
  });

  test('to a script that only keeps what is typed: 204', async () => {
    const buyer = newBuyer(stack);
    expect((await buyer.post('/thanh-toan', { ...filled, action: 'keep' })).status).toBe(204);
    expect(buyer.cookies.get('checkout')).not.toContain('0912');
  });

  test('a form too strange to be read leads to the page', async () => {
    const buyer = newBuyer(stack);
    expect(await buyer.post('/gio-hang', { action: 'steal' })).toMatchObject({
      status: 303,
      location: '/gio-hang',
    });
  });
});

describe('an item that sells out while the buyer fills in the form', () => {
  test('is told in the cart; what was typed is kept, and the order of the rest goes through', async () => {
    const buyer = newBuyer(stack);
    const goods = await putOnSale(admin, { price: 50_000, stock: 1 });
    await addSoon(buyer, goods);
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '2' });
    await orderOf(medusa, goods.sku, 1);

    const stopped = await buyer.post('/thanh-toan', { ...filled, action: 'order', total: '156000' });
    expect([stopped.status, stopped.location]).toEqual([303, '/gio-hang#tin']);
    const cart = await buyer.get('/gio-hang');
    expect(cart.text).toContain('Chưa đặt hàng. Trong lúc bạn điền');
    await buyer.post('/gio-hang', { action: `remove:${goods.sku}` });
    const form = await buyer.get('/thanh-toan');
    for (const value of ['Nguyễn Thị Thử', '12 thôn Đông', 'Chó dữ, gọi trước'])
      expect(form.text).toContain(value);

    const placed = await buyer.post('/thanh-toan', { ...filled, action: 'order', total: '106000' });
    expect(placed.location).toMatch(/^\/don-hang\/[^?#]+$/);
    expect(buyer.cookies.has('checkout')).toBe(false);
    // Back, and the form once more from another tab, find the same receipt.
    expect((await buyer.get('/thanh-toan')).location).toBe(placed.location);
    expect((await buyer.post('/thanh-toan', { ...filled, action: 'order' })).location).toBe(placed.location);

    const receipt = await buyer.get(placed.location ?? '');
    expect(receipt.text).toContain('Từ Hợp tác xã Biển Thử, Lâm Đồng');
    expect((await buyer.get(`${placed.location}?nay=24748`)).text).toBe(receipt.text);
    const english = await buyer.get(`/en${placed.location}`);
    expect(english.text).toContain('106,000\u00a0₫');
  });

  test('and was the only one: no sum and no delivery fee are shown', async () => {
    const buyer = newBuyer(stack);
    const goods = await putOnSale(admin, { price: 50_000, stock: 1 });
    await addSoon(buyer, goods);
    await orderOf(medusa, goods.sku, 1);
    await expect
      .poll(async () => (await buyer.get('/gio-hang')).text, { interval: 1_000 })
      .toContain('Lúc này không có món nào trong giỏ đặt được');
    expect((await buyer.get('/gio-hang')).text).not.toContain('30.000');
  });
});

describe('news and facts', () => {
  test('of an address, or of a cookie somebody made, are not told', async () => {
    const buyer = newBuyer(stack);
    expect((await buyer.get('/gio-hang?tin=added&mon=MAM-NEM-200')).text).not.toContain('Đã thêm');
    buyer.cookies.set('cart_news', Buffer.from('{"notices":[{"code":"added"}]}').toString('base64url'));
    expect((await buyer.get('/gio-hang')).text).not.toContain('Đã thêm');
    const forged = await buyer.get('/bao-lai/da-nhan?so=12345678');
    expect(forged.text).not.toContain('12345678');
  });

  test('are told once', async () => {
    const buyer = newBuyer(stack);
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '1' });
    expect((await buyer.get('/gio-hang')).text).toContain('Đã thêm Mắm nêm Thử vào giỏ.');
    expect((await buyer.get('/gio-hang')).text).not.toContain('Đã thêm');
  });
});

describe('a second process of the site', () => {
  let own: OwnSite;
  beforeAll(async () => {
    own = await startOwnSite({ PHONE_ORDERS_A_DAY: '1' });
  });
  afterAll(() => own.kill());

  async function order(phone: string): Promise<{ buyer: Buyer; location: string | null }> {
    const buyer = newBuyer({ siteUrl: own.url });
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '1' });
    const [, total = ''] = /name="total" value="(\d+)"/.exec((await buyer.get('/thanh-toan')).text) ?? [];
    const { location } = await buyer.post('/thanh-toan', { action: 'order', ...filled, phone, total });
    return { buyer, location };
  }

  test('tells a telephone number that orders without end to call, with what was filled in; a number that ordered nothing is not counted', async () => {
    // Nothing is placed at a price nobody agreed to.
    const buyer = newBuyer({ siteUrl: own.url });
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '1' });
    const wrong = { action: 'order', ...filled, phone: '0987 654 321', total: '1' };
    expect((await buyer.post('/thanh-toan', wrong)).location).toBe('/thanh-toan#loi');

    expect((await order('0987 654 321')).location).toMatch(/^\/don-hang\//);
    // Written in another way it is the same number.
    const again = await order('+84987654321');
    expect(again.location).toBe('/thanh-toan#loi');
    const { text } = await again.buyer.get('/thanh-toan');
    expect(text).toContain('số điện thoại này đã đặt nhiều đơn trong 24 giờ qua');
    expect(text).toContain(`value="${filled.name}"`);
    expect((await order('0977 654 321')).location).toMatch(/^\/don-hang\//);
  });

  test('shows what was typed at the first', async () => {
    const buyer = newBuyer(stack);
    await buyer.post('/gio-hang', { action: 'add', sku: 'MAM-NEM-200', quantity: '1' });
    await buyer.post('/thanh-toan', { action: 'keep', ...filled });
    const other = newBuyer({ siteUrl: own.url });
    for (const [name, kept] of buyer.cookies) other.cookies.set(name, kept);
    const { text } = await other.get('/thanh-toan');
    for (const typed of [filled.name, filled.commune, filled.note]) expect(text).toContain(typed);
  });
});
