import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TransferNotice } from '@ocop/rules/payment/bank-transfer';
import type { TransferSecrets } from '../../modules/bank-transfers/settings.ts';

/** A notification as it came in. */
export interface Told {
  /** By small names. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  at: Date;
}

/** What a notification says, or why it is not listened to. `notices` is empty for a service's trial call. */
export type Reading =
  { outcome: 'taken'; notices: TransferNotice[] } | { outcome: 'refused' | 'unreadable' | 'off' };

/** Reads the notifications of one service. */
export type Reader = (told: Told, secrets: TransferSecrets) => Reading;

/** How far a signature's time may be from ours, ms: a clock that is wrong, a retry that waited. */
const SIGNED_WITHIN_MS = 5 * 60_000;

export function isRecent(signedMs: number, { at }: Told): boolean {
  return Math.abs(at.getTime() - signedMs) <= SIGNED_WITHIN_MS;
}

/** Whether `shown` is the text that was expected; the time it takes tells nothing of where they differ. */
export function isSame(shown: string | undefined, expected: string): boolean {
  if (shown === undefined) return false;
  const [a, b] = [shown, expected].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

export function hmac(algorithm: 'sha256' | 'sha512', secret: string, ...parts: (string | Buffer)[]): string {
  const mac = createHmac(algorithm, secret);
  for (const part of parts) mac.update(part);
  return mac.digest('hex');
}

/** The body as JSON; null where it is none. */
export function jsonOf({ body }: Told): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** Services write Vietnam's time without a zone: `2023-03-25 14:02:37`. */
export function vietnamTime(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?$/.exec(text.trim());
  const time = match ? new Date(`${match[1]}T${match[2]}+07:00`) : new Date(Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The longest words of a payer that are kept; the code of an order stands well within them. */
export const LONGEST_NOTE = 500;

/** Puts words in one line that PostgreSQL can hold. */
export function noteOf(...parts: (string | null | undefined)[]): string {
  return parts
    .filter((part) => part)
    .join(' ')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, LONGEST_NOTE);
}

/** Names and numbers of a service, short enough to be a key. */
export const keyOf = (text: string | number) =>
  String(text)
    .replace(/\p{C}+/gu, '')
    .slice(0, 200);
