/** `/.well-known/security.txt` (RFC 9116): where to tell of a weakness. */

/** RFC 9116, 2.5.5 recommends less than a year; the file is made anew for each answer. */
const VALID_DAYS = 180;

/**
 * @param contact a URI: `mailto:`, `https:` or `tel:`
 * @param siteUrl public origin of the site
 */
export function securityTxt(contact: string, siteUrl: string, now: Date): string {
  const expires = new Date(now.getTime() + VALID_DAYS * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
