/** Products kept for later: in the browser, without an account and without a script; rubbish breaks nothing. */
import { expect, test } from 'vitest';
import { newBuyer } from '../support/buyer.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const SAUCE = 'sp-f0qpq3ez';
const COFFEE = 'sp-jgra0qrc';
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('a buyer keeps products from their pages, finds them, and removes one', async () => {
  const buyer = newBuyer(stack);
  expect((await buyer.get('/san-pham/mam-nem-thu')).text).toContain(`value="${SAUCE}"`);
  const kept = await buyer.post('/yeu-thich', { action: 'keep', ds: SAUCE, back: '/san-pham/mam-nem-thu' });
  expect(kept.status).toBe(303);
  const told = await buyer.get(kept.location?.replace(/#.*/, '') ?? '');
  expect(text(told.text)).toContain('Đã lưu.');
  expect(told.text).toContain('href="/san-pham/mam-nem-thu"');
  await buyer.post('/yeu-thich', { action: 'keep', ds: COFFEE });
  expect(text((await buyer.get('/yeu-thich')).text)).toContain('Đang lưu 2 món');
  expect(text((await buyer.get('/en/yeu-thich')).text)).toContain('2 products are saved');
  await buyer.post('/yeu-thich', { action: 'drop', id: SAUCE });
  const left = await buyer.get('/yeu-thich');
  expect(left.text).toContain('/san-pham/ca-phe-thu"');
  expect(left.text).not.toContain(`name="id" value="${SAUCE}"`);
});

test('a list is shared by its address, and taken over', async () => {
  const buyer = newBuyer(stack);
  const shared = await buyer.get(`/yeu-thich?ds=${SAUCE}.${COFFEE}`);
  expect(text(shared.text)).toContain('danh sách 2 món');
  expect(buyer.cookies.get('wishes')).toBeUndefined();
  await buyer.post('/yeu-thich', { action: 'keep', ds: `${SAUCE}.${COFFEE}` });
  expect(text((await buyer.get('/yeu-thich')).text)).toContain('Đang lưu 2 món');
});

test.each([
  'rubbish',
  '%ff%00',
  '<script>alert(1)</script>',
  'x'.repeat(3_000),
  `${'sp-00000000.'.repeat(200)}`,
])('a hostile cookie is an empty list: %s', async (cookie) => {
  const buyer = newBuyer(stack);
  buyer.cookies.set('wishes', cookie);
  const page = await buyer.get('/yeu-thich');
  expect(page.status).toBe(200);
  expect(text(page.text)).toContain('Chưa lưu món nào');
  expect(page.text).not.toContain('<script>alert');
});

test('what is no product is not kept, and a foreign place to go back to is not offered', async () => {
  const buyer = newBuyer(stack);
  const answer = await buyer.post('/yeu-thich', {
    action: 'keep',
    ds: 'sp-zzzzzzzz',
    back: '//evil.example',
  });
  expect(answer.location).toBe('/yeu-thich?da=nothing#tin');
  expect(buyer.cookies.get('wishes')).toBeUndefined();
});

test('terms for wholesale stand on the product page, as far as the record has them', async () => {
  const buyer = newBuyer(stack);
  const page = text((await buyer.get('/san-pham/mam-nem-thu')).text);
  for (const words of ['Mua sỉ', '10 thùng 12 chai', '7 ngày', '1.500 thùng', 'tránh nắng']) {
    expect(page).toContain(words);
  }
  expect(text((await buyer.get('/san-pham/nuoc-mam-thu')).text)).not.toContain('Mua sỉ');
});
