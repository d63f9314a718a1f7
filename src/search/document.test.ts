import { addDays } from '@ocop/rules/date';
import { describe, expect, it } from 'vitest';
import { dayNumber, labelled, searchDocuments, unlabelled } from './document.ts';
import { shop, shopDay } from './testing/shop.ts';

const documentsOn = (day: string) =>
  new Map(searchDocuments(shop(), day).map((document) => [document.id, document]));

describe('searchDocuments', () => {
  const documents = documentsOn(shopDay);

  it('holds every product once, under its slug', () => {
    expect([...documents.keys()].toSorted()).toEqual(
      shop()
        .products.map((product) => product.slug)
        .toSorted(),
    );
  });

  it('counts stars only while they are in force', () => {
    expect(documents.get('nuoc-mam-sa-sung')).toMatchObject({ stars: 5, standing: 'expiring' });
    expect(documents.get('ruou-trang-huong-lua')).toMatchObject({
      stars: null,
      standing: 'expired',
      endsDay: null,
    });
    expect(documents.get('mo-ga')).toMatchObject({ stars: null, standing: 'none' });
    const ends = documents.get('nuoc-mam-sa-sung')?.endsDay ?? 0;
    const lastDay = addDays('1970-01-01', ends - 1);
    expect(documentsOn(lastDay).get('nuoc-mam-sa-sung')?.stars).toBe(5);
    expect(documentsOn(addDays(lastDay, 1)).get('nuoc-mam-sa-sung')?.stars).toBeNull();
  });

  it('leaves the stars of a tile as facts, never as a number to show', () => {
    expect(documents.get('nuoc-mam-sa-sung')?.tile).not.toHaveProperty('stars');
    expect(documents.get('nuoc-mam-sa-sung')?.tile.recognitions).toHaveLength(1);
  });

  it('writes words in both spellings and joined', () => {
    expect(documents.get('nuoc-mam-sa-sung')).toMatchObject({
      telexName: 'nuwowcs mawms sas sungf',
      joined: expect.arrayContaining(['nuocmamsasung', 'nuocmam', 'sasung', 'fishsauce']) as unknown,
    });
  });

  it('lists the district printed on older papers', () => {
    expect(documents.get('lua-to-tam-nha-xa')?.places).toContain('huyện Ý Yên, tỉnh Nam Định');
  });

  it('changes its hash with its content and with nothing else', () => {
    expect(documentsOn(shopDay).get('mo-ga')?.hash).toBe(documents.get('mo-ga')?.hash);
    const later = documentsOn(addDays(shopDay, 600));
    expect(later.get('mo-ga')?.hash).toBe(documents.get('mo-ga')?.hash);
    expect(later.get('nuoc-mam-sa-sung')?.hash).not.toBe(documents.get('nuoc-mam-sa-sung')?.hash);
  });
});

describe('labelled', () => {
  it('carries a slug with its names and stays short enough to be counted', () => {
    const name = { vi: 'Cơ sở\tgốm', en: 'Workshop '.repeat(50) };
    const value = labelled('co-so', name);
    expect(unlabelled(value)).toMatchObject({ slug: 'co-so', name: { vi: 'Cơ sở gốm' } });
    expect(
      new TextEncoder().encode(labelled('a'.repeat(120), { vi: 'ệ'.repeat(200), en: 'ệ'.repeat(200) }))
        .length,
    ).toBeLessThan(490);
  });
});

describe('dayNumber', () => {
  it('counts days since 1970', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('2026-11-21')).toBe(Date.UTC(2026, 10, 21) / 86_400_000);
  });
});
