import { clipText } from '@ocop/rules/text';
import type { PlainDate } from '@ocop/rules/date';
import { formatMoment } from '@ocop/rules/moment';
import { stampPath } from '@ocop/rules/stamps/stamp-link';
import type { StampLink } from '@ocop/rules/stamps/stamp-link';
import type { LotOnStamp, StampStatus } from '@ocop/rules/stamps/stamp-status';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { inLanguage, paths } from '../../i18n/paths.ts';
import { otherLanguage, type Lang } from '../../i18n/lang.ts';
import type { StampVerdict } from '../verify/verdict.ts';
import type { VerifyOutcome } from '../verify/verify-stamp.server.ts';
import { isFarApart, reasonFacts, reasonSlots } from './suspicion-messages.ts';
import type { ReasonFact } from './suspicion-messages.ts';

/**
 * All that chooses the sentences of a stamp's page, apart from product and journey. Many stamps share
 * the same facts; what is one stamp's own is in its {@link SlotTexts}.
 */
export interface StampFacts {
  lang: Lang;
  verdict: StampVerdict;
  isSigned: boolean;
  /** Whether the code came in an address on somebody else's host. */
  isForeign: boolean;
  /** Whether the stamp was looked up and found. */
  isFound: boolean;
  lot: LotOnStamp | null;
  /** Null unless the verdict is `recalled`. */
  recall: StampStatus['recall'];
  /** Empty unless the verdict is `suspicious`. */
  reasons: ReasonFact[];
  scans: 'unknown' | 'first' | 'several' | 'many';
  /** Whether an active stamp's scans lie far apart. */
  isFarApart: boolean;
}

/** How a stamp came to be asked about. */
export interface OpenedStamp extends Pick<StampLink, 'lang' | 'opened'> {
  /** The address that was pasted, where it leads to somebody else's host. */
  foreign?: { host: string; address: string } | null;
}

/** Texts of one stamp by the names of their slots; see page-template.ts. */
export type SlotTexts = Readonly<Record<string, string>>;

/**
 * From this many scans on, the page adds a calm word. Shelves, fairs and families rescan a jar, so
 * a few scans mean nothing.
 */
export const MANY_SCANS = 10;

/** Enough of a wrong code to compare with the stamp, too little to spread somebody's text over the page. */
const MAX_OPENED = 40;

/** A host is recognised by its end, whatever stands before it. */
const MAX_HOST = 60;

export function stampFacts(outcome: VerifyOutcome, lang: Lang, isForeign = false): StampFacts {
  const { verdict, signature, answer, scans } = outcome;
  return {
    lang,
    verdict,
    isSigned: signature !== null,
    isForeign,
    isFound: answer !== null,
    lot: answer?.lot ?? null,
    recall: verdict === 'recalled' ? (answer?.recall ?? null) : null,
    reasons: verdict === 'suspicious' ? reasonFacts(answer?.suspicion?.reasons ?? [], lang) : [],
    scans: scans === null ? 'unknown' : scansOf(scans.count),
    isFarApart: verdict === 'active' && isFarApart(answer?.suspicion ?? null),
  };
}

function scansOf(count: number): StampFacts['scans'] {
  if (count >= MANY_SCANS) return 'many';
  return count > 1 ? 'several' : 'first';
}

/** What differs between stamps of the same facts: addresses, codes, numbers and times. */
export function slotTexts(outcome: VerifyOutcome, link: OpenedStamp): SlotTexts {
  const { verdict, code, answer, scans } = outcome;
  const { foreign = null } = link;
  const here = foreign === null ? pathOf(outcome, link) : checkPath(foreign.address);
  return {
    other: inLanguage(here, otherLanguage(link.lang)),
    foreign: foreign === null ? '' : endOf(foreign.host),
    report: reportPath(outcome, link),
    opened: clipText(link.opened.code, MAX_OPENED),
    code: code === null ? '' : groupTyped(code),
    first: scans === null ? '' : formatMoment(scans.firstAt, link.lang),
    count: scans === null ? '' : String(scans.count),
    ...(verdict === 'suspicious' ? reasonSlots(answer?.suspicion?.reasons ?? []) : {}),
  };
}

/** Where an address on somebody else's host is judged, in Vietnamese. */
function checkPath(address: string): string {
  return `${paths('vi').stampCheck}?${new URLSearchParams({ ma: address })}`;
}

function endOf(host: string): string {
  return host.length > MAX_HOST ? `…${host.slice(-MAX_HOST)}` : host;
}

/** The page's address in Vietnamese, written the one way; what is none of ours as it was opened. */
function pathOf({ code, gtin, signature }: VerifyOutcome, { opened }: OpenedStamp): string {
  return stampPath({
    code: code ?? encodeURIComponent(opened.code),
    gtin: gtin ?? (opened.gtin === null ? null : encodeURIComponent(opened.gtin)),
    signature,
  });
}

function reportPath(outcome: VerifyOutcome, { lang, opened, foreign = null }: OpenedStamp): string {
  const code = outcome.code ?? clipText(opened.code, MAX_OPENED);
  // Whoever looks into a report has to see whose address it was.
  const query = new URLSearchParams({ ma: foreign === null ? code : foreign.address });
  const gtin = outcome.gtin ?? opened.gtin;
  if (gtin !== null) query.set('gtin', clipText(gtin, 14));
  return `${paths(lang).report}?${query}`;
}

/**
 * The key of a stamp's page in the cache. Product and journey come in as versions of their content;
 * the day is part of it, because stars and use-by days are told for a day.
 */
export function pageKey(
  facts: StampFacts,
  day: PlainDate,
  productVersion: string | null,
  journeyVersion: string | null,
): string {
  return JSON.stringify([day, productVersion, journeyVersion, facts]);
}
