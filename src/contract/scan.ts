/**
 * `POST /site/scans`: the site hands over scans of stamps whose codes it has verified.
 *
 * A batch is answered `200 {counted, rejected}` whatever single scans are worth; any other answer means
 * that nothing was recorded for certain, and the sender keeps the whole batch and sends it again. Each
 * scan carries its own id, so sending one twice counts it once.
 *
 * A field added here must be optional and released with Medusa first: Medusa rejects a scan with a field
 * it does not know, because it may be personal data.
 */
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-position';
import { z } from 'zod';

/** Scans in one request at most. */
export const MAX_SCANS = 500;

/** No stamp existed before, milliseconds since 1970; a clock that says so was never set. */
export const EARLIEST_SCAN = Date.UTC(2020, 0, 1);

// Only characters that every layer below takes: a NUL in one scan must not fail the statement that
// records the other 499.
const token = z.string().regex(/^[\w-]{8,128}$/, 'expected 8 to 128 letters, digits, - or _');

/**
 * One reading of one stamp. `device` and `network` are keyed hashes that differ between stamps, null
 * where the site cannot tell; `province` a code of QĐ 19/2025/QĐ-TTg, null where the network names none.
 */
export const scanSchema = z.strictObject({
  /** Drawn by the site when the scan happens; names it for good. */
  id: z.string().regex(/^[\w-]{16,64}$/, 'expected 16 to 64 letters, digits, - or _'),
  epoch: z.string().regex(/^[0-9A-Z]$/, 'expected one digit or capital letter'),
  range: z
    .int()
    .min(0)
    .lt(2 ** STAMP_RANGE_BITS),
  index: z
    .int()
    .min(0)
    .lt(2 ** STAMP_INDEX_BITS),
  device: token.nullable(),
  /** The network neighbourhood (/24 or /48) of the reader; sites from before there was one leave it out. */
  network: token.nullable().optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, 'expected two digits')
    .nullable(),
  /**
   * ISO 8601 in UTC, by the site's clock. Where that clock cannot be right, ahead of Medusa's or before
   * {@link EARLIEST_SCAN}, the scan counts as of the time it arrives: the clock is wrong, not the scan.
   */
  at: z.iso.datetime(),
});

export type Scan = z.infer<typeof scanSchema>;

/** The body: at most {@link MAX_SCANS} scans, looked at one by one with {@link scanSchema}. */
export const scanBatchSchema = z.object({ scans: z.array(z.unknown()).min(1).max(MAX_SCANS) });

/**
 * Why a scan is not counted and never will be. `malformed`: not a {@link scanSchema} · `not-issued`: no
 * such range, or the index lies beyond it.
 */
export type ScanRejectionReason = 'malformed' | 'not-issued';

/** `id` is null where the scan had none to be named by; `detail` names wrong fields, never values. */
export interface RejectedScan {
  id: string | null;
  reason: ScanRejectionReason;
  detail?: string;
}

/**
 * The answer. `counted` scans raised the count of their stamp. Scans in neither number are settled too:
 * the same device within ten minutes, or sent before. Reasons unknown to this site are as good as others.
 * `redated` of the scans came with a time that cannot be and were given that of their arrival; left out by
 * a Medusa from before it told so.
 */
export const scanReceiptSchema = z.object({
  counted: z.int().min(0),
  rejected: z.array(
    z.object({ id: z.string().nullable(), reason: z.string(), detail: z.string().optional() }),
  ),
  redated: z.int().min(0).optional(),
});

export type ScanReceipt = z.infer<typeof scanReceiptSchema>;
