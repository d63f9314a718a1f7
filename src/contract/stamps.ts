/** `/admin/traceability/stamps/{code}` */
import { z } from 'zod';
import { gtin, note } from './fields.ts';

/** Where the GTIN stands beside a code, it must be the one the code is bound to. */
export const stampQuery = z.strictObject({ gtin: gtin.optional() });

export type StampQuery = z.output<typeof stampQuery>;

/** Why a single stamp is singled out of its range. */
export const exceptionKind = z.enum(['sold', 'recalled', 'expired', 'voided', 'reported', 'frozen']);
export const exceptionRequest = z.strictObject({ kind: exceptionKind, note });
/** Ends an exception of a stamp or a recall, or lifts a warning. */
export const endRequest = z.strictObject({ note });

export type ExceptionRequest = z.output<typeof exceptionRequest>;
export type EndRequest = z.output<typeof endRequest>;

/** Instants are ISO 8601; `endedAt` is null while the exception is in force. */
const exception = z.object({
  kind: exceptionKind,
  since: z.string(),
  endedAt: z.string().nullable(),
  note: z.string().nullable(),
});

export const exceptionsAnswer = z.object({ code: z.string(), exceptions: z.array(exception) });

export type ExceptionsAnswer = z.output<typeof exceptionsAnswer>;

const instant = z.iso
  .datetime({
    offset: true,
    error: 'should be a moment written like 2026-11-22T09:00:00+07:00',
  })
  .refine((at) => Date.parse(at) >= 0, 'lies before there were stamps');

/** Which scans of a stamp to erase: those of a window, its ends included, or all where none is given. */
export const scanErasureRequest = z
  .strictObject({ from: instant.optional(), until: instant.optional() })
  .refine(({ from, until }) => !from || !until || Date.parse(from) <= Date.parse(until), {
    path: ['until'],
    error: 'should not lie before from',
  });

export type ScanErasureRequest = z.output<typeof scanErasureRequest>;

export const scanErasureAnswer = z.object({ code: z.string(), erased: z.int() });

export type ScanErasureAnswer = z.output<typeof scanErasureAnswer>;

export const warningLiftAnswer = z.object({ code: z.string(), lifted: z.literal(true) });

export type WarningLiftAnswer = z.output<typeof warningLiftAnswer>;

/** What is known of a stamp, as lists for people; the screen and the rules know the fields of each. */
const rows = z.array(z.record(z.string(), z.unknown()));
export const stampAnswer = z.looseObject({
  code: z.string(),
  exceptions: rows,
  recalls: rows,
  reports: rows,
  recentScans: rows,
  auditLog: rows,
});
