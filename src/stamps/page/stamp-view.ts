import { formatDate } from '@ocop/rules/date';
import { stampPath } from '@ocop/rules/stamps/stamp-link';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { dictionary } from '../../i18n/index.ts';
import type { Lang, Text } from '../../i18n/lang.ts';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import { formatMoment } from '@ocop/rules/moment';
import { inLanguage, paths } from '../../i18n/paths.ts';
import { journeyView } from './journey-view.ts';
import type { JourneyView } from './journey-view.ts';
import type { ProductView } from './product-view.ts';
import type { VerifyOutcome } from '../verify/verify-stamp.server.ts';
import { isFarApart, suspicionWords } from './suspicion-messages.ts';
import type { StampVerdict } from '../verify/verdict.ts';

/** A label and what stands beside it; `lang` where the value is not in the page's language. */
export interface Fact {
  label: string;
  value: string;
  lang?: Lang;
}

/** One stamp page, ready to be laid out: every sentence of it that depends on the stamp. */
export interface StampView {
  lang: Lang;
  verdict: StampVerdict;
  title: string;
  text: string;
  /** What goes with the verdict before all else: recall and advice, the use-by day that has passed. */
  told: Fact[];
  /** Whether the maker's number stands with the verdict too: in a recall it is what to do next. */
  callsMaker: boolean;
  /** Why the stamp is thought to be copied; empty for every other verdict. */
  reasons: string[];
  host: string;
  /** This page in its own language and in the other. */
  path: string;
  otherPath: string;
  /** Code in groups of five; null when the address holds none of ours. */
  code: string | null;
  /** What stood in the address instead of a code of ours, short enough to compare. */
  opened: string;
  isSigned: boolean;
  product: ProductView | null;
  /** Stands above the product, or in its place. */
  productNote: string;
  lot: Fact[];
  /** Why there is no lot; null where there is one. */
  lotNote: string | null;
  journey: JourneyView | null;
  scans: Fact[];
  scansNote: string;
  /** A calm word about many scans, or scans far apart, of a stamp that is good. */
  caution: string | null;
  reportHref: string;
  buyHref: string | null;
  sample: boolean;
}

/** What the page knows besides the stamp itself. */
export interface StampSetting {
  lang: Lang;
  /** Host as the browser shows it. */
  host: string;
  /** The code in the address, as it was opened. */
  opened: string;
  /** GTIN in the address, as it was opened. */
  openedGtin: string | null;
  product: ProductView | null;
  /** The lot's recorded steps; null when there is no lot or they could not be asked. */
  steps: readonly LotJourneyStep[] | null;
}

/**
 * From this many scans on, the page adds a calm word. Shelves, fairs and families rescan a jar, so
 * a few scans mean nothing.
 */
export const MANY_SCANS = 10;

/** Enough to compare with the stamp, too little to spread somebody's text over the page. */
const OPENED_SHOWN = 40;

/** Verdicts under which the stamp may be on goods that are for sale now. */
const inUse: ReadonlySet<StampVerdict> = new Set([
  'active',
  'suspicious',
  'recalled',
  'expired',
  'unknown',
  'not-asked',
]);

/** Everything the page of one stamp says, in one language. */
export function stampView(look: VerifyOutcome, setting: StampSetting): StampView {
  const { verdict, answer, scans } = look;
  const { lang, product, opened } = setting;
  const words = dictionary(lang).stamp;
  const said = words.verdicts[verdict];
  const lot = answer?.lot ?? null;
  const path = pathOf(look, setting);
  return {
    lang,
    verdict,
    title: said.title,
    text: said.text,
    told: toldFirst(look, lang),
    callsMaker: verdict === 'recalled' && (product?.maker?.tel ?? null) !== null,
    reasons:
      verdict === 'suspicious' ? suspicionWords(answer?.suspicion?.reasons ?? [], words.suspicion) : [],
    host: words.host(setting.host),
    path,
    otherPath: inLanguage(path, lang === 'vi' ? 'en' : 'vi'),
    code: look.code === null ? null : groupTyped(look.code),
    opened: opened.slice(0, OPENED_SHOWN),
    isSigned: look.signature !== null,
    product,
    productNote: productNote(look, product, lang),
    lot: lot
      ? [
          { label: words.lotCode, value: lot.code },
          { label: words.madeOn, value: formatDate(lot.madeOn, lang) },
          { label: words.useBy, value: lot.useBy ? formatDate(lot.useBy, lang) : words.noUseBy },
        ]
      : [],
    lotNote: lot ? null : answer ? words.noLot : words.lotUnknown,
    journey: lot && journeyView(lot, setting.steps, product?.onSale ?? false, lang),
    scans:
      scans && scans.count > 1
        ? [
            { label: words.scans.first, value: formatMoment(scans.firstAt, lang) },
            { label: words.scans.count, value: String(scans.count) },
          ]
        : [],
    scansNote: scansNote(look, lang),
    caution: verdict === 'active' ? cautionOf(look, lang) : null,
    reportHref: reportPath(look, setting),
    buyHref: product?.onSale && (verdict === 'active' || verdict === 'expired') ? product.href : null,
    sample: (lot?.sample ?? false) || (product?.sample ?? false),
  };
}

function toldFirst({ verdict, answer }: VerifyOutcome, lang: Lang): Fact[] {
  const words = dictionary(lang).stamp;
  const { recall, lot } = answer ?? { recall: null, lot: null };
  if (verdict === 'recalled' && recall) {
    return [
      { label: words.recall.reason, ...inHurry(recall.reason, lang) },
      { label: words.recall.advice, ...inHurry(recall.advice, lang) },
      { label: words.recall.since, value: formatMoment(recall.announcedAt, lang) },
    ];
  }
  if (verdict === 'expired' && lot?.useBy) {
    return [{ label: words.useBy, value: formatDate(lot.useBy, lang) }];
  }
  return [];
}

/** A recall may be announced before its English words are written: then the Vietnamese ones stand. */
function inHurry(text: Text, lang: Lang): Pick<Fact, 'value' | 'lang'> {
  return text[lang] === '' ? { value: text.vi, lang: 'vi' } : { value: text[lang] };
}

function productNote({ verdict, answer }: VerifyOutcome, product: ProductView | null, lang: Lang): string {
  const words = dictionary(lang).stamp.product;
  if (product) return inUse.has(verdict) ? words.compare : words.issuedFor;
  return answer ? words.none : words.unknown;
}

function scansNote({ verdict, scans }: VerifyOutcome, lang: Lang): string {
  const words = dictionary(lang).stamp.scans;
  if (verdict === 'not-asked') return words.notAsked;
  if (!scans) return words.unknown;
  return scans.count > 1 ? words.oneDevice : words.onlyThis;
}

function cautionOf({ scans, answer }: VerifyOutcome, lang: Lang): string | null {
  const words = dictionary(lang).stamp.scans;
  const count = scans?.count ?? 0;
  const said = [
    count >= MANY_SCANS && words.many(count),
    isFarApart(answer?.suspicion ?? null) && words.farApart,
  ].filter((sentence) => sentence !== false);
  return said.length > 0 ? [...said, words.compare].join(' ') : null;
}

/** The page's own address, written the one way; what is none of ours is kept as it was opened. */
function pathOf(look: VerifyOutcome, { lang, opened, openedGtin }: StampSetting): string {
  const code = look.code ?? encodeURIComponent(opened);
  const gtin = look.gtin ?? (openedGtin === null ? null : encodeURIComponent(openedGtin));
  return inLanguage(stampPath({ code, gtin, signature: look.signature }), lang);
}

function reportPath(look: VerifyOutcome, { lang, opened, openedGtin }: StampSetting): string {
  const query = new URLSearchParams({ ma: look.code ?? opened.slice(0, OPENED_SHOWN) });
  const gtin = look.gtin ?? openedGtin;
  if (gtin !== null) query.set('gtin', gtin.slice(0, 14));
  return `${paths(lang).report}?${query}`;
}
