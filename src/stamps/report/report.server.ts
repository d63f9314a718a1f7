import { clipText } from '@ocop/rules/text';
import { createHash, randomBytes } from 'node:crypto';
import { reportAnswer, TYPED_LENGTH, type ReportRequest } from '@ocop/contract/stamp-report';
import { isAddress, readStampAddress } from '@ocop/rules/stamps/whose-address';
import { readFormHead } from '../../http/form-head.ts';
import { readForm } from '../../http/forms.ts';
import { siteEnv } from '../../config/env.ts';
import { ownHosts } from '../../config/own-hosts.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { readTyped } from '../verify/verify-stamp.server.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';
import { checkPhoto, PHOTO_RETRY_SECONDS, reencodePhoto } from './photo.server.ts';
import type { PhotoCheck } from './photo.server.ts';
import type { PhotoProblem } from './photo.ts';
import type { ReportDraft } from './draft.server.ts';
import { blankReport, checkReport, readReportForm } from './report.ts';
import type { Report, ReportField, ReportForm } from './report.ts';
import { reportedStamp } from './reported-stamp.ts';

/** The form, as it is shown. */
export interface ReportView {
  form: ReportForm;
  wrong: ReportField[];
  photoProblem: PhotoProblem | null;
  message: ReportDraft['message'];
  /** Whose address stands in the code's field, where it is somebody else's. */
  foreignHost: string | null;
}

/**
 * What became of a posted form. `draft`: to be corrected or sent again. `language`: to be shown in the other
 * language with what was written.
 */
export type ReportOutcome =
  { kind: 'taken'; number: number } | { kind: 'draft' | 'language'; draft: ReportDraft };

/** A form larger than this is read no further than its photo: it would stand in memory whole. */
const READ_BYTES = 16 * 1024 * 1024;

/** A photo is half a megabyte on its way to Medusa, and nobody wants to send it twice. */
const DEADLINE_MS = 12_000;

/** The form: filled in from a stamp's page, else with what was written before and could not be taken. */
export function viewReport(url: URL, draft: ReportDraft | null): ReportView {
  const { searchParams: query } = url;
  if (draft && !query.has('ma')) return viewDraft(draft);
  return viewDraft(draftOf(blankReport(query.get('ma') ?? '', query.get('gtin') ?? '', newKey())));
}

/** The form with what was written, and what is wrong with it. */
export function viewDraft(draft: ReportDraft): ReportView {
  return { ...draft, foreignHost: foreignHost(draft.form.code) };
}

/**
 * Answers the posted form. Nothing is stored unless the answer is the page with the report's number;
 * the same form sent twice is one report.
 *
 * Cheap checks come first: the sender's limit before the photo is read, what was written before the
 * photo is decoded.
 * @param client who sends it
 * @param shown what the form was shown with
 */
export async function answerReport(
  request: Request,
  client: ClientRequest,
  shown: ReportDraft | null,
): Promise<ReportOutcome> {
  // Without a photo: the language switch, which asks nothing of Medusa and is not counted.
  const fields = isMultipart(request) ? null : await readForm(request);
  if (fields?.get('action') === 'language') {
    return { kind: 'language', draft: inOtherLanguage(readReport(fields), shown) };
  }
  const { limited, retryAfterSeconds } = countRequest('reports', client);
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > READ_BYTES;
  const posted = fields ?? (await (isTooLarge || limited ? readFormHead(request) : readForm(request)));
  const form = posted ? readReport(posted) : blankReport('', '', newKey());
  if (limited) return drafted(form, { message: { kind: 'too-many', retryAfterSeconds } });
  if (!posted) return drafted(form, { message: { kind: 'too-large' } });
  const reading = checkReport(form);
  const check: PhotoCheck = isTooLarge
    ? { ok: false, reason: 'too-large' }
    : await checkPhoto(posted.get('photo'));
  if (!reading.ok || !check.ok) {
    const wrong = [...(reading.ok ? [] : reading.wrong), ...(check.ok ? [] : ['photo' as const])];
    return drafted(form, { wrong, photoProblem: check.ok ? null : check.reason });
  }
  const photo = check.photo && (await reencodePhoto(check.photo.bytes));
  if (photo?.ok === false) {
    return photo.reason === 'busy'
      ? drafted(form, { message: { kind: 'busy', retryAfterSeconds: PHOTO_RETRY_SECONDS } })
      : drafted(form, { wrong: ['photo'], photoProblem: photo.reason });
  }
  const number = await send(reading.report, form.key, photo?.jpeg ?? null, client);
  return number === null ? drafted(form, { message: { kind: 'not-taken' } }) : { kind: 'taken', number };
}

function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
}

function readReport(posted: FormData): ReportForm {
  const form = readReportForm(posted);
  return /^[\w-]{22}$/.test(form.key) ? form : { ...form, key: newKey() };
}

/** What was to be corrected is still said; of what nobody has tried to send nothing is. */
function inOtherLanguage(form: ReportForm, shown: ReportDraft | null): ReportDraft {
  return shown?.form.key === form.key ? { ...shown, form: { ...form, trap: '' } } : draftOf(form);
}

async function send(
  report: Report,
  key: string,
  jpeg: Buffer | null,
  client: ClientRequest,
): Promise<number | null> {
  const { code, gtin, reason, words, contact } = report;
  const photo = jpeg?.toString('base64') ?? null;
  const answer = await medusa().site(reportAnswer, 'stamp-reports', {
    method: 'POST',
    deadlineMs: DEADLINE_MS,
    body: {
      requestKey: requestKey(key, report, photo),
      stamp: await stampOf(code, gtin, client),
      typed: clipText(typedBriefly(code), TYPED_LENGTH),
      reason,
      words,
      contact,
      photo,
    } satisfies ReportRequest,
  });
  return answer.ok ? answer.data.number : null;
}

/** What was typed; of somebody else's address the host first, which whoever looks into it must see. */
function typedBriefly(code: string): string {
  const host = foreignHost(code);
  return host === null ? code : `${host.slice(-TYPED_LENGTH)}/…`;
}

/** The host of an address, where it is not this site's. */
function foreignHost(code: string): string | null {
  return isAddress(code) ? readStampAddress(code, ownHosts(siteEnv())).foreignHost : null;
}

async function stampOf(code: string, gtin: string, client: ClientRequest) {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return null;
  return reportedStamp(keyring, code, gtin, async (typed, typedGtin) => {
    const read = await readTyped(typed, typedGtin, client);
    return read.kind === 'no-keys' ? null : read;
  });
}

/** Who goes back and writes something else has a second report; who clicks twice has one. */
function requestKey(key: string, report: Report, photo: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([key, report, photo]))
    .digest('base64url');
}

function newKey(): string {
  return randomBytes(16).toString('base64url');
}

function drafted(form: ReportForm, more: Partial<Omit<ReportDraft, 'form'>>): ReportOutcome {
  return { kind: 'draft', draft: draftOf(form, more) };
}

function draftOf(form: ReportForm, more: Partial<Omit<ReportDraft, 'form'>> = {}): ReportDraft {
  return {
    wrong: [],
    photoProblem: null,
    message: null,
    ...more,
    // What a program put into the unseen field must not come back with the page.
    form: { ...form, trap: '' },
  };
}
