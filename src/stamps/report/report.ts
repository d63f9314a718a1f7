import { clipText } from '@ocop/rules/text';
import { reportReasons } from '@ocop/rules/stamps/report';
import type { ReportReason } from '@ocop/rules/stamps/report';
import { normalisePhone } from '@ocop/rules/phone';

/** The report form exactly as filled in, to be shown again when something has to be corrected. */
export interface ReportForm {
  /** The code as typed or as the stamp page put it there; with an address also the whole address. */
  code: string;
  gtin: string;
  reason: string;
  words: string;
  contact: string;
  /** Made when the form was shown; the same in both halves of a double click. */
  key: string;
  /** A field people do not see. Programs fill in what they find. */
  trap: string;
}

export const reportFields = ['code', 'reason', 'words', 'contact', 'photo', 'trap'] as const;

export type ReportField = (typeof reportFields)[number];

/** A report that can be taken down; empty options are null, the contact in one spelling. */
export interface Report {
  code: string;
  gtin: string;
  reason: ReportReason;
  words: string | null;
  contact: string | null;
}

export type ReportReading = { ok: true; report: Report } | { ok: false; wrong: ReportField[] };

export const WORDS_LENGTH = 1_000;
/** The most characters of a phone number or mail address. */
export const CONTACT_LENGTH = 120;
/** Days for which Medusa retains contact and photo, as the page promises. */
export const RETENTION_DAYS = 180;

/** The most characters of what stands for the code: an address of a stamp fits. */
export const CODE_LENGTH = 400;
const MAIL = /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>.]{2,}$/;

/** A first view of the form; code and GTIN come from the stamp's page. */
export function blankReport(code: string, gtin: string, key: string): ReportForm {
  return {
    code: clipText(code, CODE_LENGTH),
    gtin: clipText(gtin, 40),
    reason: '',
    words: '',
    contact: '',
    key,
    trap: '',
  };
}

/** Takes the fields out of a posted form; absent ones are empty, overlong ones cut for showing again. */
export function readReportForm(form: FormData): ReportForm {
  const field = (name: string, longest: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, longest) : '';
  };
  return {
    code: field('ma', CODE_LENGTH),
    gtin: field('gtin', 40),
    reason: field('reason', 40),
    words: field('words', 4 * WORDS_LENGTH),
    contact: field('contact', 2 * CONTACT_LENGTH),
    key: field('key', 60),
    trap: field('website', 200),
  };
}

/**
 * Checks a report form.
 * @returns the fields to correct, in the order of the form
 */
export function checkReport(form: ReportForm): ReportReading {
  const { gtin } = form;
  const code = tidy(form.code);
  const reason = reportReasons.find((one) => one === form.reason);
  // Browsers send each line break as two characters and count one.
  const words = form.words.replace(/\r\n/g, '\n').trim();
  const contact = readContact(form.contact);
  const wrong: ReportField[] = [];
  if (code === '') wrong.push('code');
  if (reason === undefined) wrong.push('reason');
  if ([...words].length > WORDS_LENGTH) wrong.push('words');
  if (contact === undefined) wrong.push('contact');
  if (form.trap !== '') wrong.push('trap');
  if (wrong.length > 0 || reason === undefined || contact === undefined) return { ok: false, wrong };
  return { ok: true, report: { code, gtin, reason, words: words === '' ? null : words, contact } };
}

/** A phone in national form or a mail address; null when left empty, undefined when it is neither. */
function readContact(typed: string): string | null | undefined {
  const contact = tidy(typed);
  if (contact === '') return null;
  const phone = normalisePhone(contact);
  if (phone !== null) return phone;
  return contact.length <= CONTACT_LENGTH && MAIL.test(contact) ? contact : undefined;
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
