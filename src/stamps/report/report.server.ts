import { clipText } from '@ocop/rules/text';
import { createHash, randomBytes } from 'node:crypto';
import { reportAnswer, TYPED_LENGTH, type ReportRequest } from '@ocop/contract/stamp-report';
import { isAddress, readStampAddress } from '@ocop/rules/stamps/whose-address';
import { readForm } from '../../http/forms.ts';
import { siteEnv } from '../../config/env.ts';
import { ownHosts } from '../../config/own-hosts.ts';
import type { Lang } from '../../i18n/lang.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { paths } from '../../i18n/paths.ts';
import { readTyped } from '../verify/verify-stamp.server.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';
import { checkPhoto, PHOTO_RETRY_SECONDS, reencodePhoto } from './photo.server.ts';
import type { PhotoCheck, PhotoReading } from './photo.server.ts';
import { blankReport, checkReport, readReportForm } from './report.ts';
import type { Report, ReportField, ReportForm } from './report.ts';
import { reportedStamp } from './reported-stamp.ts';
import { sealReportNumber } from './taken.server.ts';

/**
 * What stands above the form when a report could not be taken. After `too-large` and `too-many`
 * nothing of it was read, so the form is shown empty.
 */
export type ReportMessage =
  { kind: 'too-large' | 'not-taken' } | { kind: 'too-many' | 'busy'; retryAfterSeconds: number };

export type PhotoProblem = Exclude<Extract<PhotoCheck | PhotoReading, { ok: false }>['reason'], 'busy'>;

/** What the report page has to show, or where to send the reader instead. */
export type ReportView =
  | {
      show: 'form';
      status: number;
      form: ReportForm;
      wrong: ReportField[];
      photoProblem: PhotoProblem | null;
      message: ReportMessage | null;
      /** Whose address stands in the code's field, where it is somebody else's. */
      foreignHost: string | null;
    }
  | { show: 'elsewhere'; location: string };

/** A photo is half a megabyte on its way to Medusa, and nobody wants to send it twice. */
const DEADLINE_MS = 12_000;

/** The first view of the form, filled in from the stamp's page. */
export function viewReport(url: URL): ReportView {
  const { searchParams: query } = url;
  return formView(blankReport(query.get('ma') ?? '', query.get('gtin') ?? '', newKey()));
}

/**
 * Answers the posted form. Nothing is stored unless the answer is the page with the report's number;
 * the same form sent twice is one report.
 *
 * Cheap checks come first: the sender's limit before the body is read, what was written before the
 * photo is decoded.
 * @param client who sends it
 */
export async function answerReport(request: Request, client: ClientRequest, lang: Lang): Promise<ReportView> {
  const { limited, retryAfterSeconds } = countRequest('reports', client);
  if (limited) return refusal(429, { kind: 'too-many', retryAfterSeconds });
  const posted = await readForm(request);
  if (!posted) return refusal(413, { kind: 'too-large' });
  const form = readReportForm(posted);
  if (!/^[\w-]{22}$/.test(form.key)) form.key = newKey();
  const reading = checkReport(form);
  const check = await checkPhoto(posted.get('photo'));
  if (!reading.ok || !check.ok) {
    const wrong = [...(reading.ok ? [] : reading.wrong), ...(check.ok ? [] : ['photo' as const])];
    return formView(form, { status: 422, wrong, photoProblem: check.ok ? null : check.reason });
  }
  const photo = check.photo && (await reencodePhoto(check.photo.bytes));
  if (photo?.ok === false) {
    return photo.reason === 'busy'
      ? formView(form, { status: 503, message: { kind: 'busy', retryAfterSeconds: PHOTO_RETRY_SECONDS } })
      : formView(form, { status: 422, wrong: ['photo'], photoProblem: photo.reason });
  }
  const number = await send(reading.report, form.key, photo?.jpeg ?? null, client);
  if (number === null) return formView(form, { status: 503, message: { kind: 'not-taken' } });
  return { show: 'elsewhere', location: paths(lang).reportTaken(sealReportNumber(number)) };
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

/** A report of which nothing was read: the form is empty. */
function refusal(status: number, message: ReportMessage): ReportView {
  return formView(blankReport('', '', newKey()), { status, message });
}

function formView(
  form: ReportForm,
  more: Partial<Omit<Extract<ReportView, { show: 'form' }>, 'show' | 'form' | 'foreignHost'>> = {},
): ReportView {
  return {
    show: 'form',
    status: 200,
    wrong: [],
    photoProblem: null,
    message: null,
    ...more,
    foreignHost: foreignHost(form.code),
    // What a program put into the unseen field must not come back with the page.
    form: { ...form, trap: '' },
  };
}
