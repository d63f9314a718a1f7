import { LRUCache } from 'lru-cache';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import type { StampVerification } from '@ocop/rules/stamps/stamp-code';
import { signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import type { StampLink } from '@ocop/rules/stamps/stamp-link';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { verifySignedStamp } from '@ocop/rules/stamps/stamp-signing';

/** About 300 bytes each. */
const MAX_CODES = 20_000;

/**
 * Codes found right, of each keyring: one made anew, or with a key more, begins with none. What was found
 * wrong is not remembered, or whoever guesses would push the right ones out.
 */
const verified = new WeakMap<StampKeyring, LRUCache<string, StampVerification>>();

/**
 * What a stamp's address proves by itself, without any I/O. A right code stays right under its key, so one
 * that was verified by this process lately is not reckoned again; what became of the stamp since is not
 * part of it.
 */
export function verifyLink(keyring: StampKeyring, link: StampLink): StampVerification {
  if (link.form === 'malformed') return { ok: false, reason: 'malformed' };
  const codes = verified.get(keyring) ?? new LRUCache<string, StampVerification>({ max: MAX_CODES });
  verified.set(keyring, codes);
  // All that the verdict depends on, each of a fixed alphabet without the sign between them.
  const name = `${link.code} ${link.gtin ?? ''} ${link.signature ?? ''}`;
  const known = codes.get(name);
  if (known) return known;
  const verification =
    link.form === 'tagged'
      ? verifyStampCode(keyring, link.code, link.gtin)
      : verifySignedStamp(keyring, signedCodeOf(link));
  if (verification.ok) codes.set(name, verification);
  return verification;
}
