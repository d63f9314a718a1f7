import { loadRecord } from '../../src/record/load.ts';
import { expect, test } from '../support/fixtures.ts';
import { printedSheets } from '../support/pdf-sheets.ts';
import { testStack } from '../support/stack.ts';

test.skip(!process.env.PDFTOTEXT, 'no pdftotext on this machine (Debian: apt-get install poppler-utils)');

/** Words that belong to the screen alone: search, cart, menu, filters, buttons, footer. */
const CHROME =
  /Tìm kiếm|Giỏ hàng|Thêm cách xem|Xem sản phẩm|Thêm vào giỏ|So sánh|Quyền riêng tư|Kiểm tra tem/;

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

test('a product list prints as one table of all of it, with maker, decision and term', async ({ page }) => {
  const record = await loadRecord({ contentDir: 'tests/record', samples: true });
  await page.goto('/san-pham');
  const sheets = await printedSheets(page);
  const text = squeezed(sheets.join(' '));
  // Long cells run over several lines of a sheet: the first words of each name are enough to find it.
  for (const { name } of record.products) {
    expect(text, name.vi).toContain(name.vi.split(' ').slice(0, 2).join(' '));
  }
  for (const head of ['Chủ thể', 'Nơi làm ra', 'Sao', 'Quyết định']) expect(text).toContain(head);
  expect(text).toContain('101/QĐ-UBND');
  expect(text).toContain('04/08/2041');
  expect(text).toContain('Chưa có');
  expect(text).not.toMatch(CHROME);
  // Some thirty rows go on a sheet.
  expect(sheets.length).toBeLessThanOrEqual(Math.ceil(record.products.length / 12));
});

test('a list of a filter prints that filter, in English too', async ({ page }) => {
  await page.goto('/en/nhom/thu-cong-my-nghe');
  const text = squeezed((await printedSheets(page)).join(' '));
  expect(text).toContain('Producer');
  expect(text).toContain('lotus');
  expect(text).not.toContain('Test coffee');
});

for (const [path, words, most] of [
  ['/san-pham', 'Sản phẩm OCOP', 1],
  // Not a product of which another test recalls a lot: the notice takes room.
  ['/san-pham/binh-gom-hoa-sen-thu', 'Bình gốm hoa sen Thử', 2],
  ['/san-pham/tuong-thu', 'Tương Thử', 1],
  ['/quyet-dinh', '101/QĐ-UBND', 2],
  ['/quyet-dinh/ubnd-tinh-thu.101-qd-ubnd.2038-08-05', '101/QĐ-UBND', 1],
  ['/hoi-cho', 'Hội chợ', 1],
  ['/hoi-cho/hoi-cho-mau-thu', 'Gian', 1],
  ['/diem-ban', 'Điểm bán', 1],
  ['/tin-tuc/tin-thu', 'Nguồn thông tin', 1],
] as const) {
  test(`${path} ends where it ends, and each sheet says where it is from and when`, async ({ page }) => {
    await page.goto(path);
    const sheets = await printedSheets(page);
    expect(sheets.length).toBeLessThanOrEqual(most);
    expect(squeezed(sheets.join(' '))).toContain(words);
    sheets.forEach((sheet, index) => {
      const address = new URL(path, testStack().siteUrl).href;
      const text = squeezed(sheet);
      // A long address runs over two lines of the foot, with its neighbours between.
      expect(text).toContain(address.slice(0, 30));
      expect(text).toContain('15/06/2039');
      expect(text).toContain(`Trang ${index + 1}/${sheets.length}`);
      expect(text).not.toMatch(CHROME);
      expect(text.length, `what is on sheet ${index + 1}`).toBeGreaterThan(150);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the address and the day the list was made for still stand there', async ({ page }) => {
    await page.goto('/nhom/thuc-pham');
    const text = squeezed((await printedSheets(page)).join(' '));
    expect(text).toContain(`${testStack().siteUrl}/nhom/thuc-pham`);
    expect(text).toContain('tính đến ngày 15/06/2039');
  });
});

test('a receipt does not print its address, which is the key to it', async ({ page }) => {
  await page.goto('/gio-hang');
  expect((await printedSheets(page)).join(' ')).not.toContain(testStack().siteUrl);
});
