import { isPlainDate } from '../date.ts';
import type { PlainDate } from '../date.ts';
import { slugify } from '../vietnamese/vietnamese.ts';

/** danh mục tham gia · công nhận · thu hồi. Only a recognition can give a star. */
export type DecisionType = 'entry-list' | 'recognition' | 'withdrawal';

export interface DecisionIdentity {
  /** The issuer's name ('UBND tỉnh Lâm Đồng') or its slug; names must differ without marks too. */
  issuer: string;
  /** The number as printed: '3981/QĐ-UBND'. */
  number: string;
  /** The day of signing, never the day it counts from; or only its year ('2023') where no more is known. */
  date: PlainDate;
}

export type DecisionNumber =
  { ok: true; serial: number; year: number | null; suffix: string } | { ok: false };

/** 'Số' before a number is a label; it is printed on every decision and belongs to none. */
const NUMBER_LABEL = /^\s*số\s*:?\s*/iu;

/**
 * Reads '3981/QĐ-UBND' or, with the year inside, '26/2026/QĐ-TTg'. Spaces around the separators
 * and the word 'Số' are forgiven; anything after the suffix is not. `suffix` keeps its letters.
 */
export function parseDecisionNumber(text: string): DecisionNumber {
  const bare = text
    .normalize('NFC')
    .replace(NUMBER_LABEL, '')
    .replace(/\s*([/–-])\s*/gu, '$1');
  const match = /^(\d{1,6})(?:\/((?:19|20)\d{2}))?\/(\p{L}[\p{L}\d]*(?:[/–&-][\p{L}\d]+)*)$/u.exec(
    bare.trim(),
  );
  if (!match || Number(match[1]) === 0) return { ok: false };
  return {
    ok: true,
    serial: Number(match[1]),
    year: match[2] ? Number(match[2]) : null,
    suffix: (match[3] as string).replaceAll('–', '-'),
  };
}

/** '05/QĐ-UBND' and '5 / QĐ-UBND' are one number; without this they would be two files. */
function numberSlug(number: string): string {
  const read = parseDecisionNumber(number);
  if (!read.ok) return slugify(number.replace(NUMBER_LABEL, ''));
  return slugify([read.serial, read.year, read.suffix].filter((part) => part !== null).join('-'));
}

/**
 * The key of a decision, fit for a file name and an address:
 * 'ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05'. Numbers repeat between issuers and between
 * years, so all three parts are needed; the parts hold no dot, so two decisions never share a
 * key unless issuer, number and date agree (marks, case and spacing apart).
 * RangeError when a part is empty or the date is neither a day nor a year.
 */
export function decisionKey(d: DecisionIdentity): string {
  const [issuer, number] = [slugify(d.issuer), numberSlug(d.number)];
  if (!issuer) throw new RangeError(`A decision needs an issuer, not '${d.issuer}'`);
  if (!number) throw new RangeError(`A decision needs a number, not '${d.number}'`);
  if (!isPlainDate(d.date) && !/^(19|20)\d{2}$/.test(d.date)) {
    throw new RangeError(`A decision's date is YYYY-MM-DD or YYYY, not '${d.date}'`);
  }
  return `${issuer}.${number}.${d.date}`;
}
