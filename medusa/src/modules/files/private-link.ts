import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** How long a link to a private file leads to it. */
export const LINK_SECONDS = 60 * 60;

/** The key that signs links to private files, of the secret that signs cookies. */
export function linkKey(cookieSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', cookieSecret, '', 'private files', 32));
}

const proofOf = (key: Buffer, file: string, until: number) =>
  createHmac('sha256', key).update(`${file}\n${until}`).digest('base64url');

/** The path and query of a link to a private file from `now` (ms) on, for {@link LINK_SECONDS}. */
export function privateLink(key: Buffer, file: string, now: number): string {
  const until = Math.floor(now / 1_000) + LINK_SECONDS;
  const query = new URLSearchParams({ until: String(until), proof: proofOf(key, file, until) });
  return `/admin/private-files/${encodeURIComponent(file)}?${query}`;
}

/** What a link is worth at `now` (ms): `forged` also where it was cut off or its file changed. */
export function checkLink(
  key: Buffer,
  { file, until, proof }: { file: string; until: string; proof: string },
  now: number,
): 'valid' | 'expired' | 'forged' {
  if (!/^\d{1,12}$/.test(until)) return 'forged';
  const expected = Buffer.from(proofOf(key, file, Number(until)));
  const shown = Buffer.from(proof);
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return 'forged';
  return Number(until) * 1_000 > now ? 'valid' : 'expired';
}
