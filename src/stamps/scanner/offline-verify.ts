/** What a device can say of a stamp without a network. */
import { readJwks, verifySignedCode } from '@ocop/rules/stamps/signed-code';
import type { PublicStampKey } from '@ocop/rules/stamps/signed-code';
import { parseStampLink, signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';

/** The public keys as this device last saw them. */
export interface CachedKeys {
  keys: readonly PublicStampKey[];
  /** When the site gave them, ISO 8601: nothing newer than this is known here. */
  seenAt: string;
}

/**
 * `signed`: the signature is right; `cutOff` tells that the key behind it has leaked since, so that
 * only the site can tell which of its stamps are still good. `forged`: a key of ours, not its
 * signature. `unknown-key`: signed under a key this device has not seen. `no-keys`: this device holds
 * none. `unsigned`: only the site can check this form. `no-code`: written like a stamp's address, and no form
 * of code in it. `page`: no stamp, another page of the site.
 */
export type OfflineVerdict =
  | { kind: 'signed'; code: string; seenAt: string; cutOff: boolean }
  | { kind: 'forged'; code: string; seenAt: string }
  | { kind: 'unknown-key'; code: string; seenAt: string }
  | { kind: 'no-keys'; code: string }
  | { kind: 'unsigned'; code: string }
  | { kind: 'no-code' | 'page' };

/** Verifies an address of this site. Whether the goods are genuine it never says: see stamp-code.ts. */
export function verifyOffline(url: string, cached: CachedKeys | null): OfflineVerdict {
  const link = parseStampLink(url);
  if (!link) return { kind: 'page' };
  if (link.form === 'malformed') return { kind: 'no-code' };
  const code = groupTyped(link.code);
  if (link.form === 'tagged') return { kind: 'unsigned', code };
  if (!cached) return { kind: 'no-keys', code };
  const { seenAt } = cached;
  const verified = verifySignedCode(cached.keys, signedCodeOf(link));
  if (verified.ok) return { kind: 'signed', code, seenAt, cutOff: verified.cutOff !== null };
  return { kind: verified.reason === 'unknown-key' ? 'unknown-key' : 'forged', code, seenAt };
}

/** The site's public keys: fresh where there is a network, else those the installed app has in its cache. */
export async function cachedKeys(): Promise<CachedKeys | null> {
  try {
    const answer = await fetch('/.well-known/jwks.json');
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (!answer.ok || Number.isNaN(date)) return null;
    return { keys: readJwks(await answer.json()), seenAt: new Date(date).toISOString() };
  } catch {
    return null;
  }
}
