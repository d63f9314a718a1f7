import type { LotOnStamp } from '@ocop/rules/stamps/stamp-status';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lang } from '../../i18n/lang.ts';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import type { StampVerdict } from '../verify/verdict.ts';
import { isIssued } from '../verify/verdict.ts';
import type { VerifyOutcome } from '../verify/verify-stamp.server.ts';
import { contentVersion } from './content-version.ts';
import type { ProductView } from './product-view.ts';
import { pageKey, slotTexts, stampFacts } from './stamp-facts.ts';
import { cachedPage, cachedPageCount, cachePage } from './stamp-page-cache.server.ts';
import { stampView } from './stamp-view.ts';
import { plainAnswer } from './testing/plain-answer.ts';

const code = '13EGSJNBAZZW7C19XK2Q';
const link = (lang: Lang) => ({ lang, opened: { code, gtin: null } });

function outcomeOf(verdict: StampVerdict, more: Partial<VerifyOutcome> = {}): VerifyOutcome {
  const issued = isIssued(verdict) ? { code, answer: plainAnswer('active') } : { code: null, answer: null };
  return { verdict, gtin: null, signature: null, scans: null, card: null, ...issued, ...more };
}

/** A scan as answer-scan.server.ts answers it, with the view itself in place of Astro's page. */
function answer(outcome: VerifyOutcome, lang: Lang): string {
  const facts = stampFacts(outcome, lang);
  const entry = { key: pageKey(facts, '2026-11-22', null, null), texts: slotTexts(outcome, link(lang)) };
  const cached = cachedPage(entry, '');
  if (cached) return cached.body.toString();
  const view = stampView(facts, { host: 'tem.example.vn', product: null, steps: null });
  return cachePage(`<!doctype html>${JSON.stringify(view).replaceAll('"', '')}`, entry);
}

describe('a crowd', () => {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 1) + n * 3_723_000).toISOString();

  test.each(['vi', 'en'] as const)('of a hundred counts and times makes two pages (%s)', (lang) => {
    const before = cachedPageCount();
    const pages = new Set<string>();
    for (let count = 2; count <= 101; count += 1) {
      const html = answer(outcomeOf('active', { scans: { count, firstAt: at(count) } }), lang);
      expect(html).toContain(`value:${count}}`);
      if (count >= 10) expect(html).toMatch(new RegExp(`(quét|scanned) ${count} (lần|times)\\.`));
      pages.add(html);
    }
    expect(cachedPageCount() - before).toBe(2);
    expect(pages.size).toBe(100);
  });

  test.each(['vi', 'en'] as const)('of copied stamps with a hundred figures makes two pages (%s)', (lang) => {
    const before = cachedPageCount();
    for (let n = 2; n <= 101; n += 1) {
      const reasons = [
        { rule: 'devices' as const, points: 30, devices: 1_000 + n },
        { rule: 'rush' as const, points: 20, scans: 2_000 + n },
        { rule: 'speed' as const, points: 10, times: 1, from: '01', to: '79', km: 3_000 + n, minutes: n },
      ];
      const suspicion = { score: 90, reasons };
      const html = answer(
        outcomeOf('suspicious', {
          answer: plainAnswer('suspicious', { suspicion }),
          scans: { count: n, firstAt: at(n) },
        }),
        lang,
      );
      for (const figure of [1_000 + n, 2_000 + n, 3_000 + n, n])
        expect(html).toMatch(new RegExp(`\\b${figure} `));
    }
    // Fewer than ten scans, and ten or more.
    expect(cachedPageCount() - before).toBe(2);
  });

  test('one scan and a stamp never looked up are pages of their own', () => {
    const before = cachedPageCount();
    expect(answer(outcomeOf('active', { scans: { count: 1, firstAt: at(1) } }), 'vi')).toContain('đầu tiên');
    expect(answer(outcomeOf('unknown', { answer: null }), 'vi')).toContain('vẫn được ghi');
    expect(cachedPageCount() - before).toBe(2);
  });
});

describe('the key of a page', () => {
  const product = (name: string, onSale: boolean): ProductView => ({
    name,
    href: '/san-pham/x',
    stars: { badge: null, state: null, sentence: '', decisionHref: null, more: '', asOf: '' },
    maker: { name: 'A', href: '/a', phone: '1', tel: 'tel:1', printed: '', current: '', doubt: null },
    onSale,
    sample: false,
  });
  const products = [null, product('A', true), product('A', false), product('B', true)];
  const step: LotJourneyStep = { step: 'test', at: '2026-09-01T00:00:00.000Z', place: null, note: 'passed' };
  const journeys = [null, [], [step], [{ ...step, note: 'failed' as const }]];

  const lot = fc.record<LotOnStamp>({
    code: fc.constantFrom('L1', 'L2'),
    product: fc.constant('mam-nem-seagull'),
    madeOn: fc.constantFrom('2026-09-15', '2026-09-16'),
    useBy: fc.constantFrom(null, '2027-09-14'),
    rawMaterial: fc.constantFrom({ vi: 'Cá', en: 'Fish' }, { vi: 'Cá', en: 'Anchovies' }),
    sample: fc.boolean(),
  });
  const recall = fc.record({
    reason: fc.constantFrom({ vi: 'Mốc', en: '' }, { vi: 'Mốc', en: 'Mould' }),
    advice: fc.constant({ vi: 'Đừng ăn', en: 'Do not eat' }),
    announcedAt: fc.constantFrom('2026-11-20T20:00:00.000Z', '2026-11-21T20:00:00.000Z'),
  });
  const reason = fc.oneof(
    fc.record({ rule: fc.constant('devices' as const), points: fc.constantFrom(0, 9), devices: fc.nat(3) }),
    fc.record({
      rule: fc.constant('speed' as const),
      ...{ points: fc.constantFrom(0, 9), times: fc.constant(1), from: fc.constant('01') },
      ...{ to: fc.constant('79'), km: fc.nat(3), minutes: fc.nat(3) },
    }),
  );
  const verdicts: StampVerdict[] = ['active', 'suspicious', 'recalled', 'expired', 'voided', 'malformed'];
  const scan = fc.record({
    verdict: fc.constantFrom<StampVerdict>(...verdicts, 'unknown', 'not-asked', 'not-issued'),
    lang: fc.constantFrom<Lang>('vi', 'en'),
    signature: fc.constantFrom(null, '3'.repeat(103)),
    count: fc.constantFrom(null, 1, 2, 9, 10, 5_000),
    lot: fc.option(lot),
    recall: fc.option(recall),
    reasons: fc.array(reason, { maxLength: 4 }),
    found: fc.boolean(),
    product: fc.constantFrom(...products.keys()),
    steps: fc.constantFrom(...journeys.keys()),
  });
  type Scan = typeof scan extends fc.Arbitrary<infer T> ? T : never;

  function outcomeAt({ verdict, signature, count, ...of }: Scan): VerifyOutcome {
    const known = plainAnswer('active', {
      lot: of.lot,
      recall: of.recall,
      suspicion: { score: 1, reasons: of.reasons },
    });
    return outcomeOf(verdict, {
      signature,
      scans: count === null ? null : { count, firstAt: `2026-11-0${1 + (count % 9)}T00:00:00.000Z` },
      ...(of.found ? { answer: known } : { answer: null }),
    });
  }

  function keyOf(one: Scan): string {
    const [productView, steps] = [products[one.product] ?? null, journeys[one.steps] ?? null];
    return pageKey(
      stampFacts(outcomeAt(one), one.lang),
      '2026-11-22',
      productView && contentVersion(productView),
      steps && contentVersion(steps),
    );
  }

  /** The view by the outcome and all of its setting, as a miss makes it. */
  function viewOf(one: Scan): string {
    const setting = { product: products[one.product] ?? null, steps: journeys[one.steps] ?? null };
    return JSON.stringify(stampView(stampFacts(outcomeAt(one), one.lang), { host: 'x', ...setting }));
  }

  test('is never the same for two pages that differ', () => {
    const changed = fc.record({
      ...{ one: scan, other: scan },
      field: fc.constantFrom<keyof Scan>('count', 'lot', 'recall', 'reasons', 'found', 'product', 'steps'),
    });
    let shared = 0;
    fc.assert(
      fc.property(changed, ({ one, other, field }) => {
        const next = { ...one, [field]: other[field] };
        if (keyOf(one) !== keyOf(next)) return;
        shared += 1;
        expect(viewOf(next)).toBe(viewOf(one));
      }),
      { numRuns: 2_000 },
    );
    // Else the test would say nothing.
    expect(shared).toBeGreaterThan(200);
  });

  test('changes with the day, for stars and use-by days are told for a day', () => {
    const facts = stampFacts(outcomeOf('active'), 'vi');
    expect(pageKey(facts, '2026-11-22', null, null)).not.toBe(pageKey(facts, '2026-11-23', null, null));
  });

  test('names equal content alike, whichever object holds it', () => {
    expect(contentVersion({ a: [1] })).toBe(contentVersion({ a: [1] }));
    expect(contentVersion({ a: [1] })).not.toBe(contentVersion({ a: [2] }));
  });
});
