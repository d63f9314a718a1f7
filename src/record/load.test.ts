import { describe, expect, test } from 'vitest';
import { SMALL_CONTENT, problemsOf, smallRecord, withChange } from './fixtures/small-content.ts';
import type { Changes } from './fixtures/small-content.ts';

const MAM = 'products/mam/product.yaml';
const VASE = 'products/binh-gom/product.yaml';
const OFFER = 'samples/offers/mam.yaml';
const LOT = 'samples/lots/L-1.yaml';
const FAIR = 'samples/fairs/hoi-cho.yaml';
const RECOGNITION = 'recognitions/mam--1.yaml';
const LAM_DONG = 'decisions/ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05.yaml';
const BAC_NINH = 'decisions/ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14.yaml';
const PRODUCER = 'producers/lo-gom.yaml';
const text = (path: string): string => SMALL_CONTENT[path] ?? '';

describe('a sound folder', () => {
  test('loads, joins the parts and answers every lookup', async () => {
    const record = await smallRecord();
    expect(record.products.map((p) => p.slug)).toEqual(['binh-gom', 'mam']);
    expect(record.product('binh-gom')?.origin).toEqual(record.producer('lo-gom')?.address);
    expect(record.productsOf('lo-gom').map((p) => p.slug)).toEqual(['binh-gom']);
    expect(record.productsOfSet(9).map((p) => p.slug)).toEqual(['mam']);
    expect(record.productsInProvince('24').map((p) => p.slug)).toEqual(['binh-gom']);
    expect(record.productsInCommune('22945').map((p) => p.slug)).toEqual(['mam']);
    expect(record.recognitionsOf('mam')[0]?.decision).toEqual({
      type: 'recognition',
      number: '3981/QĐ-UBND',
      date: '2026-08-05',
    });
    expect(record.decisionsNaming('binh-gom').map((d) => d.type)).toEqual(['entry-list']);
    expect(record.offerOf('mam')).toMatchObject({ sample: true });
    expect(record.productOfGtin('09506000134352')?.slug).toBe('mam');
    expect(record.lotsOf('mam').map((l) => l.code)).toEqual(['L-1']);
    expect(record.fairsOf('mam').map((f) => f.slug)).toEqual(['hoi-cho']);
    expect(record.pointsOfSaleOf('mam').map((p) => p.slug)).toEqual(['diem-ban']);
    expect(record.province('24')).toMatchObject({ name: 'Bắc Ninh', slug: 'bac-ninh' });
    expect(record.commune('09301')).toMatchObject({ name: 'Phường Đào Viên', slug: 'dao-vien-09301' });
    expect(record.provincesWithProducts.map((p) => p.slug)).toEqual(['bac-ninh', 'lam-dong']);
    expect(record.page('gioi-thieu')).toMatchObject({ title: { vi: 'Giới thiệu', en: 'About' }, body: { en: 'Hello.' } });
    expect(record.newsItem('tin')?.date).toBe('2026-05-22');
  });

  test('a stand without a list of products shows all of its producer', async () => {
    const record = await smallRecord();
    expect(record.fairsOf('binh-gom').map((f) => f.slug)).toEqual(['hoi-cho']);
    expect(record.fairsOfProducer('lo-gom').map((f) => f.slug)).toEqual(['hoi-cho']);
  });

  test('says null or an empty list for what it does not hold', async () => {
    const record = await smallRecord();
    expect([record.product('x'), record.offerOf('x'), record.productOfGtin('00000000')]).toEqual([null, null, null]);
    expect(record.recognitionsOf('x')).toEqual([]);
  });

  test('leaves every sample out when asked', async () => {
    const record = await smallRecord({}, false);
    expect([record.offers, record.lots, record.fairs, record.pointsOfSale]).toEqual([[], [], [], []]);
    expect(record.products).toHaveLength(2);
  });

  test('finds a photo in the folder of the product', async () => {
    const record = await smallRecord({ 'products/mam/photo.jpg': 'not really a picture' });
    expect(record.product('mam')?.photo).toMatch(/products\/mam\/photo\.jpg$/);
    expect(record.product('binh-gom')?.photo).toBeNull();
  });
});

/** Each row: what is wrong, the changed files, the file and field told, and words of the message. */
const FAULTS: [what: string, changes: Changes, file: string, field: string, words: RegExp][] = [
  ['a missing field', withChange(MAM, 'set: 9\n', ''), MAM, 'set', /^missing; write the number of the product set/],
  ['a misspelt field', withChange(MAM, 'set: 9', 'set: 9\nsett: 9'), MAM, 'sett', /not known here/],
  ['a text in one language', withChange(MAM, '{ vi: Mắm., en: A sauce. }', '{ vi: Mắm. }'), MAM, 'summary.en', /^missing; write the English/],
  ['a set of another kind', withChange(MAM, 'set: 9', 'set: Gia vị'), MAM, 'set', /"Gia vị" was found; write the number/],
  ['a set above 26', withChange(MAM, 'set: 9', 'set: 27'), MAM, 'set', /27 was found/],
  ['no source', withChange(MAM, 'sources:\n  - url: https://example.vn/nguon\n    grade: A\n', 'sources: []\n'), MAM, 'sources', /write at least one source/],
  ['a source that is no address', withChange(MAM, 'https://example.vn/nguon', 'example.vn'), MAM, 'sources.0.url', /starting with https/],
  ['broken YAML', { [MAM]: 'name: "Mắm\n' }, MAM, '', /cannot be read at line/],
  ['an empty file', { [MAM]: '' }, MAM, 'name', /^missing/],
  ['a day that is none', withChange(LOT, '2026-09-15', '2026-02-30'), LOT, 'madeOn', /"2026-02-30" was found; write a day/],
  ['a code without quotes', withChange(PRODUCER, "'09301'", '09301'), PRODUCER, 'address.current.commune', /9301 was found; write the five-digit commune code in quotes/],
  ['a phone of letters', { [PRODUCER]: `${text(PRODUCER)}phone: 'gọi anh Ba'\n` }, PRODUCER, 'phone', /write the phone/],
  ['an unknown folder', { 'product/x.yaml': 'a: 1' }, 'product', '', /not one of the record's; use/],
  ['a sample recognition', { 'samples/recognitions/x--1.yaml': 'a: 1' }, 'samples/recognitions', '', /never samples/],
  ['a file of another kind', { 'lots/x.txt': 'x' }, 'lots/x.txt', '', /only files ending in .yaml/],
  ['a product without its file', { 'products/trong/ghi-chu.txt': 'x' }, 'products/trong', '', /with a file product.yaml/],
  ['a page in one language', { 'pages/gioi-thieu.en.md': null }, 'pages/gioi-thieu.vi.md', '', /write gioi-thieu.en.md/],
  ['a page without its head', { 'pages/gioi-thieu.en.md': 'Hello.' }, 'pages/gioi-thieu.en.md', '', /write "---"/],
  ['a page without words', { 'pages/gioi-thieu.en.md': '---\ntitle: A\n---\n' }, 'pages/gioi-thieu.en.md', '', /write the text/],
  ['a folder that is no slug', { 'products/Bình Gốm 2/product.yaml': text(VASE) }, 'products/Bình Gốm 2/product.yaml', '', /rename it to binh-gom-2/],
  ['an unknown producer', withChange(VASE, 'lo-gom', 'lo-khac'), VASE, 'producer', /no producer "lo-khac"/],
  ['neither producer nor origin', withChange(VASE, 'producer: lo-gom', 'producer: null'), VASE, 'origin', /needs an origin/],
  ['a commune that is not in the table', withChange(PRODUCER, '09301', '00001'), PRODUCER, 'address.current.commune', /00001 is not in the table/],
  ['a commune of another province', withChange(PRODUCER, '09301', '22945'), PRODUCER, 'address.current.commune', /Phường Phan Thiết of province 68/],
  ['a province of before 2025', withChange(PRODUCER, "'24'", "'36'"), PRODUCER, 'address.current.province', /34 provinces/],
  ['a confirmed nowhere', withChange(PRODUCER, "'09301'", 'null'), PRODUCER, 'address.current.status', /needs-confirmation/],
  ['alcohol without its notice', withChange(MAM, 'set: 9', 'set: 15'), MAM, 'notices', /write notices: \[alcohol\]/],
  ['functional food without its notice', withChange(MAM, 'set: 9', 'set: 18'), MAM, 'notices', /\[functional-food\]/],
  ['a decision without day and year', withChange(BAC_NINH, 'date: 2023-09-14', 'date: null'), BAC_NINH, 'year', /write the year/],
  ['a decision whose year differs', withChange(BAC_NINH, 'date: 2023-09-14', 'date: 2023-09-14\nyear: 2022'), BAC_NINH, 'year', /take the year out/],
  ['a decision in a file of another name', { [BAC_NINH]: null, 'decisions/1090.yaml': text(BAC_NINH) }, 'decisions/1090.yaml', '', /rename the file to ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14.yaml/],
  ['a decision without a number', withChange(BAC_NINH, '1090/QĐ-UBND', 'một nghìn'), BAC_NINH, 'number', /write the number as printed/],
  ['a decision naming an unknown product', withChange(BAC_NINH, '[binh-gom]', '[binh-bac]'), BAC_NINH, 'products.0', /no product "binh-bac"/],
  ['two stars', withChange(RECOGNITION, 'stars: 3', 'stars: 2'), RECOGNITION, 'stars', /one and two stars get no decision/],
  ['a recognition of an unknown product', withChange(RECOGNITION, 'product: mam', 'product: muoi'), RECOGNITION, 'product', /no product "muoi"/],
  ['a recognition by an unknown decision', withChange(RECOGNITION, '2026-08-05', '2026-08-06'), RECOGNITION, 'decision', /no decision "ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-06"/],
  ['a recognition by a list of entries', { 'recognitions/binh-gom--1.yaml': text(RECOGNITION).replace('mam', 'binh-gom').replace('ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05', 'ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14') }, 'recognitions/binh-gom--1.yaml', 'decision', /danh mục tham gia.*gives no stars/],
  ['a recognition the decision does not name', { 'recognitions/binh-gom--1.yaml': text(RECOGNITION).replace('mam', 'binh-gom') }, 'recognitions/binh-gom--1.yaml', 'product', /does not name "binh-gom"/],
  ['five stars of a province', withChange(RECOGNITION, 'stars: 3', 'stars: 5'), RECOGNITION, 'stars', /could not give 5 stars in 2026-08-05/],
  ['a district recognising in 2026', withChange(LAM_DONG, 'level: province', 'level: district'), RECOGNITION, 'stars', /could not give 3 stars/],
  ['an extension that is too long', withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nextendedUntil: 2031-01-01'), RECOGNITION, 'extendedUntil', /at most 180 days/],
  ['an extension before the end', withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nextendedUntil: 2027-01-01'), RECOGNITION, 'extendedUntil', /ends before the certificate/],
  ['a withdrawal before the issue', withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nwithdrawnOn: 2026-01-01'), RECOGNITION, 'withdrawnOn', /withdrawn before/],
  ['a certificate older than its decision', withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: 2026-08-04'), RECOGNITION, 'issuedOn', /before the decision/],
  ['the same recognition twice', { 'recognitions/mam--2.yaml': text(RECOGNITION) }, 'recognitions/mam--2.yaml', 'decision', /mam--1.yaml already gives/],
  ['a recognition in a file of another name', { [RECOGNITION]: null, 'recognitions/mam.yaml': text(RECOGNITION) }, 'recognitions/mam.yaml', 'product', /rename the file to mam--1.yaml/],
  ['a product code of another shape', withChange(RECOGNITION, 'issuedOn: null', 'issuedOn: null\nproductCode: 24-9292'), RECOGNITION, 'productCode', /"24-09292-03-2026"/],
  ['a wrong check digit', withChange(OFFER, '9506000134352', '9506000134353'), OFFER, 'gtin', /right check digit/],
  ['a GTIN without quotes', withChange(OFFER, "'9506000134352'", '9506000134352'), OFFER, 'gtin', /write the GTIN in quotes/],
  ["a sample with somebody's GTIN", withChange(OFFER, '9506000134352', '8938505974194'), OFFER, 'gtin', /example prefix 9506000/],
  ['a real offer with an example GTIN', { 'offers/binh-gom.yaml': text(OFFER).replace('product: mam', 'product: binh-gom').replace('9506000134352', '9506000134376').replace('MAM-200', 'BG') }, 'offers/binh-gom.yaml', 'gtin', /producer's own GTIN/],
  ['a GTIN twice', { 'samples/offers/binh-gom.yaml': text(OFFER).replace('product: mam', 'product: binh-gom').replace('9506000134352', '09506000134352').replace('MAM-200', 'BG') }, OFFER, 'gtin', /already in/],
  ['a stock code twice', { 'samples/offers/binh-gom.yaml': text(OFFER).replace('product: mam', 'product: binh-gom').replace("'9506000134352'", 'null') }, OFFER, 'packs.0.sku', /already in/],
  ['a second offer of a product', { 'offers/mam.yaml': text(OFFER).replace("'9506000134352'", 'null').replace('MAM-200', 'MAM-9') }, OFFER, '', /already is the offer of the product mam/],
  ['an offer in a file of another name', { [OFFER]: null, 'samples/offers/x.yaml': text(OFFER) }, 'samples/offers/x.yaml', 'product', /rename the file to mam.yaml/],
  ['a price with dots', withChange(OFFER, '38000', '38.000'), OFFER, 'packs.0.price', /^38 was found; write the price in whole đồng without dots/],
  ['a price in words', withChange(OFFER, '38000', '38.000đ'), OFFER, 'packs.0.price', /"38.000đ" was found; write the price in whole đồng without dots/],
  ['no price', withChange(OFFER, '38000', '0'), OFFER, 'packs.0.price', /whole đồng/],
  ['less than no stock', withChange(OFFER, 'stock: 12', 'stock: -1'), OFFER, 'packs.0.stock', /0 for sold out/],
  ['a lot of an unknown product', withChange(LOT, 'product: mam', 'product: muoi'), LOT, 'product', /no product "muoi"/],
  ['a lot used up before it was made', withChange(LOT, '2027-09-14', '2026-01-01'), LOT, 'useBy', /before the lot was made/],
  ['a lot in a file of another name', { [LOT]: null, 'samples/lots/L-2.yaml': text(LOT) }, 'samples/lots/L-2.yaml', 'code', /rename the file to L-1.yaml/],
  ['a fair that ends before it starts', withChange(FAIR, '2026-12-08', '2026-12-01'), FAIR, 'endsOn', /before the first day/],
  ['a stand twice', withChange(FAIR, "'A2'", "'A1'"), FAIR, 'stands.1.stand', /listed twice/],
  ['a stand of an unknown producer', withChange(FAIR, 'producer: lo-gom', 'producer: lo-khac'), FAIR, 'stands.0.producer', /no producer "lo-khac"/],
  ['a real file leaning on a sample', { 'lots/L-9.yaml': text(LOT).replace('L-1', 'L-9').replace('product: mam', 'product: thu'), 'samples/products/thu/product.yaml': text(VASE) }, 'lots/L-9.yaml', 'product', /is a sample/],
  ['a star for a sample', { 'samples/products/thu/product.yaml': text(VASE), [RECOGNITION]: null, 'recognitions/thu--1.yaml': text(RECOGNITION).replace('product: mam', 'product: thu') }, 'recognitions/thu--1.yaml', 'product', /a sample has no stars/],
  ['a name kept twice', { 'samples/producers/lo-gom.yaml': text(PRODUCER) }, 'samples/producers/lo-gom.yaml', '', /producers\/lo-gom.yaml already is the producer lo-gom/],
];

describe('a fault is told with its file, its field and what to write', () => {
  test.each(FAULTS)('%s', async (_what, changes, file, field, words) => {
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });

  test('several faults are told at once, in order of their files', async () => {
    const problems = await problemsOf({
      ...withChange(LOT, '2026-09-15', 'hôm qua'),
      ...withChange(MAM, 'set: 9', 'set: 0'),
    });
    expect(problems.map((p) => p.file)).toEqual([MAM, LOT]);
  });

  test('a folder that is not there is told by its name', async () => {
    const { loadRecord } = await import('./load.ts');
    await expect(loadRecord({ contentDir: '/nowhere/content', samples: true })).rejects.toThrow(
      /there is no folder \/nowhere\/content; create it or set CONTENT_DIR/,
    );
  });
});
