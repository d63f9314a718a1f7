import { z } from 'zod';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { photoProblems } from './photo.ts';
import { reportFields } from './report.ts';

/** Long enough to look for the stamp once more, in seconds. */
const LIFETIME_S = 30 * 60;

const text = z.string();

/** A report that was not taken: all that was written, and what is wrong with it. */
const draft = z.object({
  form: z.object({
    code: text,
    gtin: text,
    reason: text,
    words: text,
    contact: text,
    key: text,
    trap: text,
  }),
  wrong: z.array(z.enum(reportFields)),
  photoProblem: z.enum(photoProblems).nullable(),
  message: z
    .union([
      z.object({ kind: z.enum(['too-large', 'not-taken']) }),
      z.object({ kind: z.enum(['busy', 'too-many']), retryAfterSeconds: z.number() }),
    ])
    .nullable(),
});

export type ReportDraft = z.output<typeof draft>;

/**
 * What was written into the report form, kept by the reader's own browser, sealed, until the report is
 * taken or half an hour is over; this server keeps nothing of it.
 */
export const reportDraft = sealedCookie('report-draft', draft, LIFETIME_S);
