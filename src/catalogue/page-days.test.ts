import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRecord } from '../record/load.ts';
import type { PublicRecord } from '../record/types.ts';
import { dayOfPage, pageDays } from './page-days.ts';

let record: PublicRecord;
beforeAll(async () => {
  record = await loadRecord({ contentDir: path.resolve('tests/record'), samples: true });
});

const today = '2039-06-15';

describe('pageDays', () => {
  it('gives a product the latest day its facts were read, decided or turned', () => {
    const days = pageDays(record, today);
    for (const { slug } of record.products) {
      const day = days.get(`/san-pham/${slug}`);
      const decided = record.recognitionsOf(slug).flatMap(({ decision }) => decision.signedOn ?? []);
      expect(day === undefined || day <= today, slug).toBe(true);
      for (const signed of decided) expect(day! >= signed, slug).toBe(true);
    }
  });

  it('moves when a certificate runs out, and not with the clock', () => {
    const recognition = record.recognitions.find(({ decision }) => decision.signedOn !== null);
    const page = `/san-pham/${recognition?.product}`;
    const [now, nextDay] = [today, '2039-06-16'].map((day) => pageDays(record, day).get(page));
    const muchLater = pageDays(record, '2060-01-01').get(page);
    expect(nextDay).toBe(now);
    expect(muchLater! > now!).toBe(true);
    expect(muchLater! < '2060-01-01').toBe(true);
  });

  it('gives a list the latest day of what it shows, in every slice and language', () => {
    const days = pageDays(record, today);
    const latest = record.products.flatMap(({ slug }) => days.get(`/san-pham/${slug}`) ?? []).sort();
    expect(days.get('/san-pham')).toBe(latest.at(-1));
    expect(dayOfPage(days, '/en/san-pham/trang/2')).toBe(latest.at(-1));
    expect(dayOfPage(days, '/en')! >= latest.at(-1)!).toBe(true);
  });

  it('says nothing of pages the record gives no day for', () => {
    const days = pageDays(record, today);
    expect(dayOfPage(days, '/gioi-thieu')).toBeNull();
    expect(dayOfPage(days, '/tem')).toBeNull();
  });
});
