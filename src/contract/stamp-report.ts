/** `POST /site/stamp-reports`, and staff's `/admin/traceability/reports`. */
import { reportReasons, reportStates } from '@ocop/rules/stamps/report';
import { z } from 'zod';
import { epoch, index, paging, range, stampForm } from './fields.ts';

/** The most characters of a typed code that are passed on. */
export const TYPED_LENGTH = 60;

/**
 * A report as the site has read and cleaned it. `requestKey` is the same when one form is sent
 * twice; `stamp` is null where the code is none of ours; the photo is a JPEG of at most some 2 MB,
 * in base 64.
 */
export const reportRequest = z.strictObject({
  requestKey: z.string().min(16).max(128),
  stamp: z.strictObject({ epoch, range, index }).nullable(),
  typed: z.string().max(TYPED_LENGTH).nullable(),
  reason: z.enum(reportReasons),
  words: z.string().max(1_000).nullable(),
  contact: z.string().max(120).nullable(),
  photo: z.base64().startsWith('/9j/', 'should be a JPEG').max(3_000_000).nullable(),
});

export type ReportRequest = z.output<typeof reportRequest>;

/** The number the consumer is given. */
export const reportAnswer = z.object({ number: z.int() });

export type ReportAnswer = z.output<typeof reportAnswer>;

export const reportsQuery = z.strictObject({
  state: z.enum(reportStates).nullable().default(null),
  ...paging,
});

export type ReportsQuery = z.output<typeof reportsQuery>;

/** `answer` is the staff's own note; left out, the earlier one stays. */
export const reportStepRequest = z.strictObject({
  state: z.enum(reportStates),
  answer: z.string().trim().min(1).max(2_000).nullable().default(null),
});

export type ReportStepRequest = z.output<typeof reportStepRequest>;

/**
 * A report as staff read it; `code` is null where the stamp is none of ours or the server has no keys,
 * `foreignHost` unless the buyer gave an address that is somebody else's.
 */
export const staffReport = z.object({
  id: z.string(),
  number: z.int(),
  at: z.string(),
  state: z.enum(reportStates),
  reason: z.enum(reportReasons),
  stamp: z.object({ epoch, range, index, gtin: z.string().nullable(), form: stampForm }).nullable(),
  code: z.string().nullable(),
  foreignHost: z.string().nullable(),
  typed: z.string().nullable(),
  lot: z.string().nullable(),
  product: z.string().nullable(),
  words: z.string().nullable(),
  contact: z.string().nullable(),
  hasPhoto: z.boolean(),
  answer: z.string().nullable(),
  erasedAt: z.string(),
});

export const staffReportAnswer = z.object({ report: staffReport });

export const staffReports = z.object({ reports: z.array(staffReport), count: z.int() });
