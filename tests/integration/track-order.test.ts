/** Whoever lost the receipt's address finds it by the order's number and the telephone given with it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rateLimits } from '../../src/http/rate-limits.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { newBuyer } from '../support/buyer.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { orderRequest, value } from '../support/orders.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
let site: OwnSite;
let code: string;

beforeAll(async () => {
  site = await startOwnSite({});
  const medusa = testShop(stack);
  const goods = await putOnSale(testAdmin(stack), { price: 10_000, stock: 5 });
  const answer = value(await sendOrder(medusa, orderRequest(goods, 1, 10_000)));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  code = value(await fetchReceipt(medusa, answer.orderId)).code ?? '';
});
afterAll(() => site.kill());

async function track(fields: Record<string, string>) {
  const buyer = newBuyer({ siteUrl: site.url });
  const { status, location } = await buyer.post('/don-hang', { action: 'find', ...fields });
  return { status, location, page: (await buyer.get('/don-hang')).text, buyer };
}

test('number and telephone, as people write them, lead to the receipt', async () => {
  const typed = `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`;
  const { status, location, buyer } = await track({ code: typed, phone: '+84 912 345 678' });
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/don-hang\/[^?#]+$/)]);
  expect((await buyer.get(location ?? '')).text).toContain(code);
});

test('a field that is neither is named, and what was typed stays', async () => {
  const { location, page } = await track({ code: '123', phone: '0912345678' });
  expect(location).toBe('/don-hang#loi');
  expect(page).toContain('Số đơn chưa đúng');
  expect(page).toContain('value="123"');
  expect(page).not.toContain('Viết một số điện thoại Việt Nam');
});

test('the language is switched with what was typed', async () => {
  const { location } = await track({ action: 'language', code, phone: '0912345678' });
  expect(location).toBe('/en/don-hang');
});

test('a number with another telephone says no more than a number that is none, and guessing ends', async () => {
  const { page } = await track({ code, phone: '0987654321' });
  expect(page).toContain('Không có đơn nào với số đơn và số điện thoại này');
  // Right ones are not counted.
  for (let n = 0; n < 3; n += 1) {
    expect((await track({ code, phone: '0912345678' })).location).toMatch(/^\/don-hang\//);
  }
  for (let n = 1; n < rateLimits.orderLookups.requests; n += 1) await track({ code, phone: '0987654321' });
  const over = await track({ code, phone: '0912345678' });
  expect(over.location).toBe('/don-hang#loi');
  expect(over.page).toContain('quá nhiều lần tra không đúng');
});
