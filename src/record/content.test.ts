/** The real content/: it loads, and it claims no more than its sources allow. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isExampleGtin } from '@ocop/rules/digital-link/gtin';
import { standingOn } from '@ocop/rules/certificate/standing';
import { beforeAll, describe, expect, test } from 'vitest';
import { productCard } from './card.ts';
import { loadRecord } from './load.ts';
import type { PublicRecord } from './types.ts';

const DAY = '2026-11-21';
const CONTENT = resolve(import.meta.dirname, '../../content');

let record: PublicRecord;
beforeAll(async () => {
  record = await loadRecord({ contentDir: CONTENT, samples: true });
});

function standingOf(slug: string, day = DAY) {
  const card = productCard(record, slug);
  return standingOn(card.recognitions, card.product.reported, day);
}

const LAM_DONG = [
  'bechamp-coffee-natural-nang-vang',
  'cao-atiso-hoang-an',
  'macca-bechamp',
  'mam-nem-seagull',
  'nam-fresh-cordyceps-vietnam-nam-tuoi',
];

describe('stars', () => {
  test('only the five products of QĐ 3981 are recognised', () => {
    const recognised = record.products.filter((p) => standingOf(p.slug).kind === 'recognised');
    expect(recognised.map((p) => p.slug)).toEqual(LAM_DONG);
    for (const slug of LAM_DONG) {
      expect(standingOf(slug)).toMatchObject({ stars: 3, state: 'valid', endsOn: '2029-08-05' });
      expect(standingOf(slug, '2029-08-05')).toMatchObject({ kind: 'lapsed', state: 'expired' });
    }
  });

  test.each([
    ['the list of entries of Bắc Ninh 2023', 'binh-gom-hoa-canh-hoa-sen'],
    ['assessed in Quế Võ without a result', 'mat-ong-hoa-nhan'],
    ['proposed only, called five stars in a caption', 'ruou-mo-yen-tu'],
    ['a list of products to be raised a star', 'mam-tep-chung-thit-ptk'],
    ['a list of products to be raised a star', 'thit-sao-mam-ruoc-ptk'],
    ['a decision told by the seller only', 'bot-rau-ma-van-tra'],
    ['a decision told by the seller only', 'yen-sao-huan-hoa'],
    ['a decision told by the seller only', 'gio-trung-phuong-ben'],
    ['stars of a provincial scheme', 'tuong-ban'],
    ['a name without stars', 'lua-to-tam-nha-xa'],
    ['a name without stars', 'nuoc-mam-sa-sung'],
  ])('%s gives no star and no report: %s', (_why, slug) => {
    expect(standingOf(slug)).toEqual({ kind: 'none' });
  });

  test('what press and portals tell of Quảng Ninh and Nam Định stays words', () => {
    const reported = record.products.filter((p) => standingOf(p.slug).kind === 'reported');
    expect(reported).toHaveLength(22);
    expect(standingOf('ngoc-trai-akoya')).toEqual({
      kind: 'reported',
      stars: 5,
      year: 2021,
      surelyExpired: true,
    });
    expect(standingOf('thit-lon-huong')).toMatchObject({
      stars: 4,
      year: 2023,
      surelyExpired: false,
    });
    expect(standingOf('ruoi-field-ecological-rice')).toMatchObject({ stars: 4, year: null });
  });

  test('the list of entries is named on the card, not among its recognitions', () => {
    const card = productCard(record, 'binh-gom-hoa-canh-hoa-sen');
    expect(card.recognitions).toEqual([]);
    expect(card.otherDecisions.map((d) => d.key)).toEqual(['ubnd-tinh-bac-ninh.1090-qd-ubnd.2023-09-14']);
    expect(card.otherDecisions[0]).not.toHaveProperty('products');
  });
});

const SEEN = resolve(import.meta.dirname, '../../../shared/data/ocop_products.tsv');
const SKIPPED = existsSync(SEEN) ? '' : ' (skipped: no ../shared)';

describe('the record', () => {
  test.skipIf(SKIPPED !== '')(`names every product that was seen, letter by letter${SKIPPED}`, () => {
    const names = new Set(record.products.map((p) => p.name.vi));
    const seen = readFileSync(SEEN, 'utf8').trim().split('\n').slice(1);
    for (const line of seen) {
      const name = line.split('\t')[0]?.replace(' (tên tiếng Việt chưa thấy trong nguồn)', '');
      expect(names, name).toContain(name);
    }
  });

  test('holds the 59 products, none of them a sample', () => {
    expect(record.products).toHaveLength(59);
    expect(record.products.some((p) => p.sample)).toBe(false);
  });

  test('knows the commune of Đào Viên by its code of today', () => {
    const { commune, province } = productCard(record, 'ruou-trang-huong-lua');
    expect(commune).toMatchObject({ name: 'Phường Đào Viên', slug: 'dao-vien-09301' });
    expect(province?.name).toBe('Bắc Ninh');
  });

  test('gives no address without a commune as confirmed', () => {
    const { current } = productCard(record, 'tuong-ban').product.origin;
    expect(current).toMatchObject({ province: '33', commune: null, status: 'needs-confirmation' });
  });

  test('names no phone of a producer, for none was seen', () => {
    expect(record.producers.filter((p) => p.phone !== null)).toEqual([]);
  });

  test('gives every spirit its notice and leaves vessels without', () => {
    const alcohol = record.products.filter((p) => p.notices.includes('alcohol'));
    expect(alcohol.every((p) => p.slug.startsWith('ruou-'))).toBe(true);
    expect(alcohol).toHaveLength(8);
  });
});

describe('the samples', () => {
  test('are all that is on sale, under example GTINs', () => {
    expect(record.offers.every((o) => o.sample)).toBe(true);
    const gtins = record.offers.flatMap((o) => o.gtin ?? []);
    expect(gtins.length).toBeGreaterThan(10);
    expect(gtins.every(isExampleGtin)).toBe(true);
    expect(record.offers.filter((o) => o.gtin === null).length).toBeGreaterThan(10);
  });

  test('try what a shop meets: the last piece, sold out, several packs', () => {
    const stocks = record.offers.map((o) => o.packs.map((p) => p.stock));
    expect(stocks).toContainEqual([1]);
    expect(stocks).toContainEqual([0]);
    expect(stocks.some((s) => s.length === 3)).toBe(true);
    expect(record.offerOf('binh-gom-hoa-canh-hoa-sen')?.packs[0]?.stock).toBeGreaterThan(20);
  });

  test('have a lot with and one without a GTIN, and one past its use-by day', () => {
    const gtinOf = (code: string) => record.offerOf(record.lot(code)?.product ?? '')?.gtin;
    expect(gtinOf('MAU-MN-260915')).toMatch(/^9506000/);
    expect(gtinOf('MAU-GHS-261005')).toBeNull();
    expect(record.lots.filter((l) => l.useBy !== null && l.useBy < DAY)).toHaveLength(1);
  });

  test('say in both languages that fairs and shops are samples', () => {
    for (const { name } of [...record.fairs, ...record.pointsOfSale]) {
      expect(name.vi).toMatch(/^(Hội chợ mẫu|Điểm bán mẫu) /);
      expect(name.en).toMatch(/^Sample /);
    }
  });

  test('leave nothing behind when they are off', async () => {
    const bare = await loadRecord({ contentDir: CONTENT, samples: false });
    expect([bare.offers, bare.lots, bare.fairs, bare.pointsOfSale]).toEqual([[], [], [], []]);
    expect(bare.products).toHaveLength(59);
  });
});

test('English texts say the kinds of units in English', () => {
  const texts = [
    ...record.products.flatMap(({ summary, story, remark }) => [summary, story, remark]),
    ...record.news.flatMap(({ title, summary, body }) => [title, summary, body]),
    ...record.fairs.flatMap(({ name, place, organiser, summary }) => [name, place, organiser, summary]),
    ...record.pages.flatMap(({ title, body }) => [title, body]),
    ...record.pointsOfSale.flatMap(({ name, address, hours }) => [name, address.current?.detail, hours]),
  ].flatMap((text) => text?.en ?? []);
  expect(texts.length).toBeGreaterThan(50);
  const forgotten = texts.filter((text) =>
    /(?<!\p{L})(phường|xã|tỉnh|huyện|thị xã|địa chỉ)\s+\p{Lu}/iu.test(text),
  );
  expect(forgotten).toEqual([]);
});
