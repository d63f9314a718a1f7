import type { StampStatus } from '@ocop/rules/stamps/stamp-status';

/** What is known of an ordinary stamp of an ordinary lot, for tests to vary. */
export function plainAnswer(stamp: StampStatus['stamp'], more: Partial<StampStatus> = {}): StampStatus {
  return {
    stamp,
    product: 'mam-nem-seagull',
    productId: null,
    gtin: null,
    form: 'tagged',
    lot: {
      code: 'MN-260915',
      product: 'mam-nem-seagull',
      madeOn: '2026-09-15',
      useBy: '2027-09-14',
      rawMaterial: { vi: 'Cá cơm và muối', en: 'Anchovies and salt' },
      sample: false,
    },
    orderedAt: '2026-09-01T02:00:00.000Z',
    activatedAt: '2026-09-16T02:00:00.000Z',
    scans: { count: 0, firstAt: null, lastAt: null, seenLately: false },
    recall: null,
    suspicion: null,
    ...more,
  };
}
