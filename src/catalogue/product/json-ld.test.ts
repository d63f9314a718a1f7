import { groupOf, productSet } from '@ocop/rules/taxonomy';
import { describe, expect, it } from 'vitest';
import type { ProductCard } from '../../record/card.ts';
import { plainProduct } from '../../record/testing/plain-product.ts';
import { productJsonLd } from './json-ld.ts';

const place = {
  lang: 'vi' as const,
  url: 'https://ocop.example/san-pham/mam-nem',
  image: 'https://ocop.example/og/mam.png',
  today: '2026-11-21',
};

function card(more: Partial<ProductCard> = {}): ProductCard {
  return {
    product: plainProduct('mam-nem', {
      name: { vi: 'Mắm nêm', en: 'Mắm nêm' },
      set: 9,
      summary: { vi: 'Mắm cá cơm.', en: 'Anchovy paste.' },
    }),
    producer: null,
    province: null,
    commune: null,
    set: productSet(9),
    group: groupOf(9),
    recognitions: [],
    otherDecisions: [],
    offer: null,
    ...more,
  };
}

const offer = {
  product: 'mam-nem',
  gtin: '9506000134352',
  packs: [{ sku: 'MN-1', label: { vi: 'Chai', en: 'Bottle' }, price: 45000, stock: 5, weightGrams: null }],
  sample: true,
};

describe('productJsonLd', () => {
  it('tells machines nothing of sample prices or example codes', () => {
    const data = JSON.stringify(productJsonLd(card({ offer }), place));
    expect(data).not.toContain('offers');
    expect(data).not.toContain('9506000');
  });

  it('gives a real price in đồng', () => {
    const real = { ...offer, gtin: '8938505974194', sample: false };
    expect(productJsonLd(card({ offer: real }), place)).toMatchObject({
      gtin14: '08938505974194',
      offers: [{ price: 45000, priceCurrency: 'VND' }],
    });
  });

  it('offers no alcohol, which cannot be ordered here', () => {
    const real = { ...offer, gtin: '8938505974194', sample: false };
    const spirit = plainProduct('ruou', { set: 14, notices: ['alcohol'] });
    expect(productJsonLd(card({ offer: real, product: spirit }), place)).not.toHaveProperty('offers');
  });

  it('never turns a star into a rating, and certifies only what is in force', () => {
    const decision = {
      key: 'k',
      type: 'recognition' as const,
      issuer: {
        name: { vi: 'UBND tỉnh Lâm Đồng', en: 'Lâm Đồng' },
        slug: 'lam-dong',
        level: 'province' as const,
      },
      number: '3981/QĐ-UBND',
      signedOn: '2026-08-05',
      countedFrom: null,
      effectiveOn: null,
      year: 2026,
      title: { vi: '', en: '' },
      note: null,
      sources: [],
    };
    const recognitions = [
      {
        product: 'mam-nem',
        decisionKey: 'k',
        productCode: null,
        sources: [],
        stars: 3,
        grade: 'A' as const,
        issuedOn: '2026-08-05',
        decision,
      },
    ];
    const now = productJsonLd(card({ recognitions }), place);
    expect(JSON.stringify(now)).not.toMatch(/rating/i);
    expect(now).toMatchObject({
      hasCertification: { certificationIdentification: '3981/QĐ-UBND', expires: '2029-08-05' },
    });
    const later = productJsonLd(card({ recognitions }), { ...place, today: '2029-08-05' });
    expect(later).not.toHaveProperty('hasCertification');
  });
});
