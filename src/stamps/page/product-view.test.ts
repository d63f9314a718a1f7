import { groupOf, productSet } from '@ocop/rules/taxonomy';
import { describe, expect, test } from 'vitest';
import type { CardRecognition, ProductCard } from '../../record/card.ts';
import { plainProduct } from '../../record/testing/plain-product.ts';
import type { Producer } from '../../record/types.ts';
import { productView } from './product-view.ts';

const recognition: CardRecognition = {
  product: 'mam-nem',
  decisionKey: 'ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05',
  productCode: null,
  sources: [],
  stars: 3,
  grade: 'A',
  issuedOn: null,
  decision: {
    key: 'ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05',
    type: 'recognition',
    issuer: {
      name: { vi: 'UBND tỉnh Lâm Đồng', en: 'Lâm Đồng People’s Committee' },
      slug: 'ubnd-tinh-lam-dong',
      level: 'province',
    },
    number: '3981/QĐ-UBND',
    signedOn: '2026-08-05',
    countedFrom: null,
    effectiveOn: null,
    year: 2026,
    title: { vi: 'x', en: 'x' },
    note: null,
    sources: [],
  },
};

const producer: Producer = {
  id: 'ct-00000001',
  slug: 'co-so',
  formerSlugs: [],
  name: { vi: 'Cơ sở A', en: 'A Works' },
  kind: 'household',
  address: {
    printed: 'xã Phù Lãng, huyện Quế Võ',
    current: {
      province: '24',
      commune: '09274',
      detail: { vi: 'thôn Một', en: 'Một village' },
      status: 'needs-confirmation',
    },
  },
  phone: '0912.345 678',
  sources: [],
  sample: false,
};

function card(more: Partial<ProductCard> = {}): ProductCard {
  return {
    product: plainProduct('mam-nem'),
    producer,
    province: null,
    commune: null,
    set: productSet(9),
    group: groupOf(9),
    recognitions: [recognition],
    otherDecisions: [],
    offer: null,
    ...more,
  };
}

const units = {
  province: { code: '24', name: 'Bắc Ninh', fullName: 'Tỉnh Bắc Ninh', slug: 'bac-ninh' },
  commune: { code: '09274', name: 'Xã Phù Lãng', slug: 'phu-lang-09274', provinceCode: '24' },
};

describe('a product on its stamp page', () => {
  test('shows stars with decision, issuer, dates and state while the certificate is in force', () => {
    const { stars } = productView(card(), units, 'vi', '2026-11-22');
    expect(stars).toEqual({
      badge: { stars: 3, label: 'OCOP 3 sao' },
      state: { label: 'Còn hiệu lực', good: true },
      sentence: 'Quyết định 3981/QĐ-UBND ngày 05/08/2026',
      decisionHref: '/quyet-dinh/ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05',
      more: ', UBND tỉnh Lâm Đồng. Giấy công nhận còn đến hết ngày 04/08/2029.',
      asOf: 'Tính đến ngày 22/11/2026.',
    });
  });

  test('takes the badge away on the day the certificate ends, and says so', () => {
    const last = productView(card(), units, 'vi', '2029-08-04').stars;
    expect(last.badge).not.toBeNull();
    expect(last.state).toEqual({ label: 'Sắp hết hạn', good: false });
    const { stars } = productView(card(), units, 'vi', '2029-08-05');
    expect(stars.badge).toBeNull();
    expect(stars.state).toEqual({ label: 'Hết hạn', good: false });
    expect(stars.sentence).toContain('đã hết hạn sau ngày 04/08/2029');
    expect(stars.more).toBe(' UBND tỉnh Lâm Đồng.');
  });

  test('leads to the decision that withdrew the stars', () => {
    const withdrawal = {
      ...recognition.decision,
      key: 'ubnd-tinh-lam-dong.5000-qd-ubnd.2027-03-01',
      type: 'withdrawal' as const,
      number: '5000/QĐ-UBND',
    };
    const withdrawn = { ...recognition, withdrawnOn: '2027-03-01', withdrawal };
    const { stars } = productView(card({ recognitions: [withdrawn] }), units, 'vi', '2027-03-01');
    expect(stars).toMatchObject({
      badge: null,
      state: { label: 'Đã thu hồi', good: false },
      decisionHref: '/quyet-dinh/ubnd-tinh-lam-dong.5000-qd-ubnd.2027-03-01',
    });
    expect(stars.sentence).toContain('theo Quyết định 5000/QĐ-UBND');
  });

  test('without a decision it speaks of no stars and no state', () => {
    const { stars } = productView(card({ recognitions: [] }), units, 'en', '2026-11-22');
    expect(stars).toMatchObject({ badge: null, state: null, decisionHref: null, more: '' });
  });

  test('tells an address once where label and today’s names say the same, or both are not known', () => {
    const { producer } = card();
    const makerAt = (printed: string | null, current: NonNullable<typeof producer>['address']['current']) =>
      productView(
        card({ producer: producer && { ...producer, address: { ...producer.address, printed, current } } }),
        current ? units : { province: null, commune: null },
        'vi',
        '2026-11-22',
      ).maker;
    const current = producer?.address.current ?? null;
    expect(makerAt('Thôn Một - xã Phù Lãng - Bắc Ninh', current)?.printed).toBeNull();
    expect(makerAt('xã Phù Lãng, huyện Quế Võ', current)?.printed).toBe('xã Phù Lãng, huyện Quế Võ');
    expect(makerAt(null, null)).toMatchObject({
      printed: null,
      current: expect.stringMatching(/./) as string,
    });
  });

  test('tells the maker with both addresses and a number that can be dialled', () => {
    expect(productView(card(), units, 'en', '2026-11-22').maker).toEqual({
      name: 'A Works',
      href: '/en/chu-the/co-so',
      phone: '0912.345 678',
      tel: 'tel:0912345678',
      printed: 'xã Phù Lãng, huyện Quế Võ',
      current: 'Một village, Phù Lãng commune, Bắc Ninh',
      doubt: expect.stringMatching(/./),
    });
    expect(productView(card({ producer: null }), units, 'en', '2026-11-22').maker).toBeNull();
  });
});
