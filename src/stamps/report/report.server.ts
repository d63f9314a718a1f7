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

/**
 * What stands above the form when a report could not be taken. After `too-large` and `too-many`
 * nothing of it was read, so the form is shown empty.
 */
export type ReportMessage =
  Exclude<ReportDraft['message'], null> | { kind: 'too-many'; retryAfterSeconds: number };

/** The form, as it is shown. */
export interface ReportView {
  form: ReportForm;
  wrong: ReportField[];
  photoProblem: PhotoProblem | null;
  message: ReportMessage | null;
  /** Whose address stands in the code's field, where it is somebody else's. */
  foreignHost: string | null;
}

/**
 * What became of a posted form. `refused`: not taken for its sender's number of reports, before anything of
 * it was read. `draft`: to be corrected or sent again.
 */
export type ReportOutcome =
  | { kind: 'taken'; number: number }
  | { kind: 'draft'; draft: ReportDraft }
  | { kind: 'refused'; retryAfterSeconds: number };

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

/** The empty form for a sender who reported too much. */
export function viewRefused(retryAfterSeconds: number): ReportView {
  const message = { kind: 'too-many', retryAfterSeconds } as const;
  return { ...viewDraft(draftOf(blankReport('', '', newKey()))), message };
}

/**
 * Answers the posted form. Nothing is stored unless the answer is the page with the report's number;
 * the same form sent twice is one report.
 *
 * Cheap checks come first: the sender's limit before the body is read, what was written before the
 * photo is decoded.
 * @param client who sends it
 */
export async function answerReport(request: Request, client: ClientRequest): Promise<ReportOutcome> {
  const { limited, retryAfterSeconds } = countRequest('reports', client);
  if (limited) return { kind: 'refused', retryAfterSeconds };
  const isTooLarge = Number(request.headers.get('content-length') ?? 0) > READ_BYTES;
  const posted = await (isTooLarge ? readFormHead(request) : readForm(request));
  if (!posted) return drafted(blankReport('', '', newKey()), { message: { kind: 'too-large' } });
  const form = readReportForm(posted);
  if (!/^[\w-]{22}$/.test(form.key)) form.key = newKey();
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
