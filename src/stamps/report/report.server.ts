import { createHash, randomBytes } from 'node:crypto';
import { reportAnswer, TYPED_LENGTH, type ReportRequest } from '@ocop/contract/stamp-report';
import { readForm } from '../../http/forms.ts';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { paths } from '../../i18n/paths.ts';
import { readTyped } from '../verify/verify-stamp.server.ts';
import { triesWithin } from '../../http/rate-limiter.ts';
import { clientNetwork, webRequest } from '../../http/client-address.ts';
import { readPhoto } from './photo.server.ts';
import type { PhotoReading } from './photo.server.ts';
import { blankReport, checkReport, readReportForm } from './report.ts';
import type { Report, ReportField, ReportForm } from './report.ts';
import { reportedStamp } from './reported-stamp.ts';

/** What stands above the form when a report could not be taken. */
export type ReportMessage = { kind: 'too-large' | 'not-taken' } | { kind: 'too-many'; minutes: number };

export type PhotoProblem = Extract<PhotoReading, { ok: false }>['reason'];

/** What the report page has to show, or where to send the reader instead. */
export type ReportView =
  | {
      show: 'form';
      status: number;
      form: ReportForm;
      wrong: ReportField[];
      photoProblem: PhotoProblem | null;
      message: ReportMessage | null;
    }
  | { show: 'elsewhere'; location: string };

/** Forty reports an hour from one neighbourhood: a market hall behind one address is still heard. */
const senders = triesWithin({ allowed: 40, withinMs: 3_600_000, clients: 5_000 });
/** A photo is half a megabyte on its way to Medusa, and nobody wants to send it twice. */
const DEADLINE_MS = 12_000;

/** The first view of the form, filled in from the stamp's page. */
export function viewReport(url: URL): ReportView {
  const { searchParams: query } = url;
  return formView(blankReport(query.get('ma') ?? '', query.get('gtin') ?? '', newKey()));
}

/**
 * Answers the posted form. Nothing is kept unless the answer is the page with the report's number;
 * the same form sent twice is one report.
 * @param address the peer's network address
 */
export async function answerReport(request: Request, address: string, lang: Lang): Promise<ReportView> {
  const posted = await readForm(request);
  if (!posted) {
    return formView(blankReport('', '', newKey()), { status: 413, message: { kind: 'too-large' } });
  }
  const form = readReportForm(posted);
  if (!/^[\w-]{22}$/.test(form.key)) form.key = newKey();
  const reading = checkReport(form);
  const photo = await readPhoto(posted.get('photo'));
  if (!reading.ok || !photo.ok) {
    const wrong = [...(reading.ok ? [] : reading.wrong), ...(photo.ok ? [] : ['photo' as const])];
    return formView(form, { status: 422, wrong, photoProblem: photo.ok ? null : photo.reason });
  }
  const client = clientNetwork(webRequest(request, address));
  const { limited, retryAfterSeconds } = senders.note(client, Date.now());
  if (limited) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    return formView(form, { status: 429, message: { kind: 'too-many', minutes } });
  }
  const number = await send(reading.report, form.key, photo.jpeg);
  if (number === null) return formView(form, { status: 503, message: { kind: 'not-taken' } });
  return { show: 'elsewhere', location: paths(lang).reportTaken(number) };
}

async function send(report: Report, key: string, jpeg: Buffer | null): Promise<number | null> {
  const { code, gtin, reason, words, contact } = report;
  const photo = jpeg?.toString('base64') ?? null;
  const answer = await medusa().site(reportAnswer, 'stamp-reports', {
    method: 'POST',
    deadlineMs: DEADLINE_MS,
    body: {
      requestKey: requestKey(key, report, photo),
      stamp: await stampOf(code, gtin),
      typed: code.slice(0, TYPED_LENGTH),
      reason,
      words,
      contact,
      photo,
    } satisfies ReportRequest,
  });
  return answer.ok ? answer.data.number : null;
}

async function stampOf(code: string, gtin: string) {
  const keyring = siteEnv().STAMP_KEYS;
  if (!keyring) return null;
  return reportedStamp(keyring, code, gtin, async (typed, typedGtin) => {
    const read = await readTyped(typed, typedGtin);
    return read.kind === 'no-keys' ? { kind: 'not-issued' } : read;
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

function formView(
  form: ReportForm,
  more: Partial<Omit<Extract<ReportView, { show: 'form' }>, 'show' | 'form'>> = {},
): ReportView {
  return {
    show: 'form',
    status: 200,
    wrong: [],
    photoProblem: null,
    message: null,
    ...more,
    // What a program put into the unseen field must not come back with the page.
    form: { ...form, trap: '' },
  };
}
