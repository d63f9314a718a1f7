import { describe, expect, test } from 'vitest';
import { problemsOf, smallRecord, withChange } from './fixtures/small-content.ts';
import { loadRecord } from './load.ts';

const MAM = 'products/mam/product.yaml';
const LOT = 'samples/lots/L-1.yaml';

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
      signedOn: '2026-08-05',
      countedFrom: null,
    });
    expect(record.decisionsNaming('binh-gom').map((d) => d.type)).toEqual(['entry-list']);
    expect(record.offerOf('mam')).toMatchObject({ sample: true });
    expect(record.productOfGtin('09506000134352')?.slug).toBe('mam');
    expect(record.lotsOf('mam').map((l) => l.code)).toEqual(['L-1']);
    expect(record.fairsOf('mam').map((f) => f.slug)).toEqual(['hoi-cho']);
    expect(record.pointsOfSaleOf('mam').map((p) => p.slug)).toEqual(['diem-ban']);
    expect(record.province('24')).toMatchObject({ name: 'Bắc Ninh', slug: 'bac-ninh' });
    expect(record.commune('09301')).toMatchObject({
      name: 'Phường Đào Viên',
      slug: 'dao-vien-09301',
    });
    expect(record.provincesWithProducts.map((p) => p.slug)).toEqual(['bac-ninh', 'lam-dong']);
    expect(record.page('gioi-thieu')).toMatchObject({
      title: { vi: 'Giới thiệu', en: 'About' },
      body: { en: 'Hello.' },
    });
    expect(record.newsItem('tin')?.date).toBe('2026-05-22');
  });

  test('a stand without a list of products shows all of its producer', async () => {
    const record = await smallRecord();
    expect(record.fairsOf('binh-gom').map((f) => f.slug)).toEqual(['hoi-cho']);
    expect(record.fairsOfProducer('lo-gom').map((f) => f.slug)).toEqual(['hoi-cho']);
  });

  test('says null or an empty list for what it does not hold', async () => {
    const record = await smallRecord();
    expect([record.product('x'), record.offerOf('x'), record.productOfGtin('00000000')]).toEqual([
      null,
      null,
      null,
    ]);
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

describe('faults', () => {
  test('several faults are told at once, in order of their files', async () => {
    const problems = await problemsOf({
      ...withChange(LOT, '2026-09-15', 'hôm qua'),
      ...withChange(MAM, 'set: 9', 'set: 0'),
    });
    expect(problems.map((p) => p.file)).toEqual([MAM, LOT]);
  });

  test('a folder that is not there is told by its name', async () => {
    await expect(loadRecord({ contentDir: '/nowhere/content', samples: true })).rejects.toThrow(
      /there is no folder \/nowhere\/content; create it or set CONTENT_DIR/,
    );
  });
});
