import { formatDate } from '@ocop/rules/date';
import { formatMoment } from '@ocop/rules/moment';
import { dictionary } from '../../i18n/index.ts';
import type { Lang, Text } from '../../i18n/lang.ts';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import { isIssued } from '../verify/verdict.ts';
import type { StampVerdict } from '../verify/verdict.ts';
import { journeyView } from './journey-view.ts';
import type { JourneyView } from './journey-view.ts';
import { slot } from './page-template.ts';
import type { ProductView } from './product-view.ts';
import type { StampFacts } from './stamp-facts.ts';
import { reasonMessages } from './suspicion-messages.ts';

/** A label and what stands beside it; `lang` where the value is not in the page's language. */
export interface Fact {
  label: string;
  value: string;
  lang?: Lang;
}

/**
 * One stamp page, ready to be laid out: every sentence of it that depends on the stamp. What is one
 * stamp's own stands in it as a slot; see page-template.ts.
 */
export interface StampView {
  lang: Lang;
  verdict: StampVerdict;
  /** Shape and edge of the answer: the verdict's, unless the address was somebody else's. */
  look: StampVerdict | 'foreign-address';
  title: string;
  text: string;
  /** What the code itself is, where the address it came in is told of first. */
  ofCode: { title: string; text: string } | null;
  /** What goes with the verdict before all else: recall and advice, the use-by day that has passed. */
  told: Fact[];
  /** Whether the maker's number stands with the verdict too: in a recall it is what to do next. */
  callsMaker: boolean;
  /** Why the stamp is thought to be copied; empty for every other verdict. */
  reasons: string[];
  host: string;
  /** This page in the other language. */
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
  /** Host as the browser shows it. */
  host: string;
  product: ProductView | null;
  /** The lot's recorded steps; null when there is no lot or they could not be asked. */
  steps: readonly LotJourneyStep[] | null;
}

/** Verdicts under which the stamp may be on goods that are for sale now. */
const inUse: ReadonlySet<StampVerdict> = new Set([
  'active',
  'suspicious',
  'recalled',
  'expired',
  'unknown',
  'not-asked',
]);

/** Everything the page of a stamp says, in one language. */
export function stampView(facts: StampFacts, setting: StampSetting): StampView {
  const { lang, verdict, lot, isFound, isForeign } = facts;
  const { product } = setting;
  const messages = dictionary(lang).stamp;
  const ofCode = messages.verdicts[verdict];
  const foreign = { title: messages.foreign.title(slot('foreign')), text: messages.foreign.text };
  const said = isForeign ? foreign : ofCode;
  return {
    lang,
    verdict,
    look: isForeign ? 'foreign-address' : verdict,
    ofCode: isForeign ? ofCode : null,
    title: said.title,
    text: said.text,
    told: toldFirst(facts),
    callsMaker: verdict === 'recalled' && (product?.maker?.tel ?? null) !== null,
    reasons: verdict === 'suspicious' ? reasonMessages(facts.reasons, messages.suspicion) : [],
    host: messages.host(setting.host),
    otherPath: slot('other'),
    code: isIssued(verdict) ? slot('code') : null,
    opened: slot('opened'),
    isSigned: facts.isSigned,
    product,
    productNote: productNote(facts, product),
    lot: lot
      ? [
          { label: messages.lotCode, value: lot.code },
          { label: messages.madeOn, value: formatDate(lot.madeOn, lang) },
          { label: messages.useBy, value: lot.useBy ? formatDate(lot.useBy, lang) : messages.noUseBy },
        ]
      : [],
    lotNote: lot ? null : isFound ? messages.noLot : messages.lotUnknown,
    journey: lot && journeyView(lot, setting.steps, product?.onSale ?? false, lang),
    scans: isScannedAgain(facts)
      ? [
          { label: messages.scans.first, value: slot('first') },
          { label: messages.scans.count, value: slot('count') },
        ]
      : [],
    scansNote: scansNote(facts),
    caution: verdict === 'active' ? cautionOf(facts) : null,
    reportHref: slot('report'),
    // Whoever holds expired goods, or a stranger's address, has other things to do first.
    buyHref: product?.onSale && verdict === 'active' && !isForeign ? product.href : null,
    sample: (lot?.sample ?? false) || (product?.sample ?? false),
  };
}

function toldFirst({ verdict, recall, lot, lang }: StampFacts): Fact[] {
  const messages = dictionary(lang).stamp;
  if (verdict === 'recalled' && recall) {
    return [
      { label: messages.recall.reason, ...inHurry(recall.reason, lang) },
      { label: messages.recall.advice, ...inHurry(recall.advice, lang) },
      { label: messages.recall.since, value: formatMoment(recall.announcedAt, lang) },
    ];
  }
  if (verdict === 'expired' && lot?.useBy) {
    return [{ label: messages.useBy, value: formatDate(lot.useBy, lang) }];
  }
  return [];
}

/** A recall may be announced before its English text is written: then the Vietnamese one stands. */
function inHurry(text: Text, lang: Lang): Pick<Fact, 'value' | 'lang'> {
  return text[lang] === '' ? { value: text.vi, lang: 'vi' } : { value: text[lang] };
}

function productNote({ verdict, isFound, lang }: StampFacts, product: ProductView | null): string {
  const messages = dictionary(lang).stamp.product;
  if (product) return inUse.has(verdict) ? messages.compare : messages.issuedFor;
  return isFound ? messages.none : messages.unknown;
}

function isScannedAgain({ scans }: StampFacts): boolean {
  return scans === 'several' || scans === 'many';
}

function scansNote(facts: StampFacts): string {
  const messages = dictionary(facts.lang).stamp.scans;
  if (facts.verdict === 'not-asked') return messages.notAsked;
  if (facts.scans === 'unknown') return messages.unknown;
  return isScannedAgain(facts) ? messages.oneDevice : messages.onlyThis;
}

function cautionOf({ scans, isFarApart, lang }: StampFacts): string | null {
  const messages = dictionary(lang).stamp.scans;
  const said = [scans === 'many' && messages.many(slot('count')), isFarApart && messages.farApart].filter(
    (sentence) => sentence !== false,
  );
  return said.length > 0 ? [...said, messages.compare].join(' ') : null;
}
