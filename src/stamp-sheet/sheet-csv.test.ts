import { buffer, text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { stampCsv } from './sheet-csv.ts';
import { stamps, TEXT } from './testing/orders.ts';

const label = { code: '1KT49GHBM64XZ20EGSYP', url: 'HTTPS://TEM.VN/T/1KT49GHBM64XZ20EGSYP', index: 0 };

test('a row holds code, address, groups, and the words of the label', async () => {
  // text() would take the byte order mark for itself.
  expect((await buffer(stampCsv([label], TEXT))).toString()).toBe(
    '\ufeffcode,url,serial,product,lot,use_by\r\n' +
      '1KT49GHBM64XZ20EGSYP,HTTPS://TEM.VN/T/1KT49GHBM64XZ20EGSYP,1KT49 GHBM6 4XZ20 EGSYP,' +
      'Chả mực giã tay Hạ Long,MAU-CM-261005,HSD 05/10/2026\r\n',
  );
});

test('every stamp has its row', async () => {
  const labels = stamps(1_234);
  const rows = (await text(stampCsv(labels, TEXT))).trimEnd().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',')[1])).toEqual(labels.map(({ url }) => url));
});

test.each([
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['+84', "'+84"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['Mắm, loại "một"', '"Mắm, loại ""một"""'],
  ['Hai\ndòng', '"Hai\ndòng"'],
  ['Trà A-1', 'Trà A-1'],
])('a product called %j is only text for a spreadsheet', async (product, cell) => {
  const table = await text(stampCsv([label], { ...TEXT, product }));
  expect(table).toContain(`EGSYP,${cell},MAU-CM`);
});
