import { scanReceiptSchema } from '@ocop/contract/scan';
import type { Scan, ScanReceipt } from '@ocop/contract/scan';
import type { MedusaAddress } from './connection.ts';
import { errorTypeOfThrown } from './result.ts';

/**
 * What became of a batch. Only a receipt as agreed settles it; every other answer, whoever gave it (an
 * older Medusa, a proxy, a firewall), is `waiting`: nothing may be concluded about single scans.
 * `tooLarge`: less at a time may pass. `retryAfterMs`: the other side asked to be left alone so long.
 */
export type BatchAnswer =
  | { outcome: 'settled'; receipt: ScanReceipt }
  | { outcome: 'waiting'; reason: string; tooLarge: boolean; retryAfterMs: number | null };

/** Nobody waits for this; it must only end before the next batch is worth sending. */
const DEADLINE_MS = 10_000;

/** Sends scans to be counted. Sending the same ones again changes nothing. */
export async function postScans(
  address: MedusaAddress | null,
  scans: readonly Scan[],
  now: () => number = Date.now,
): Promise<BatchAnswer> {
  if (address === null) return waiting('no Medusa is configured');
  try {
    const response = await fetch(`${address.url}/site/scans`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-site-key': address.siteKey,
      },
      body: JSON.stringify({ scans }),
      // A redirect is somebody else's answer, and following it would hand our key to them.
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const retryAfterMs = retryAfter(response.headers.get('retry-after'), now());
    if (response.status !== 200) {
      await response.body?.cancel();
      return { ...waiting(`HTTP ${response.status}`), tooLarge: response.status === 413, retryAfterMs };
    }
    const receipt = scanReceiptSchema.safeParse(parseJson(await response.text()));
    if (receipt.success) return { outcome: 'settled', receipt: receipt.data };
    return { ...waiting('HTTP 200 without a receipt'), retryAfterMs };
  } catch (error) {
    return waiting(errorTypeOfThrown(error));
  }
}

/**
 * Milliseconds of a `Retry-After` header (RFC 9110, 10.2.3): seconds, or an HTTP date. Null without one
 * that can be read.
 */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function waiting(reason: string) {
  return { outcome: 'waiting', reason, tooLarge: false, retryAfterMs: null } as const;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
