import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { readMedusaEnv } from './env.ts';

/** What stamps are built and printed with: the keys, and the site's address in the QR. */
export interface StampSettings {
  keyring: StampKeyring;
  siteUrl: string;
}

let read: StampSettings | null | undefined;

/** The settings of this process; null where it was not given both STAMP_KEYS and SITE_URL. */
export function stampSettings(): StampSettings | null {
  if (read !== undefined) return read;
  const { STAMP_KEYS: keyring, SITE_URL: siteUrl } = readMedusaEnv(process.env);
  read = keyring && siteUrl ? { keyring, siteUrl } : null;
  return read;
}
