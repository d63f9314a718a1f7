import { addDays } from '@ocop/rules/date';
import type { PlainDate } from '@ocop/rules/date';

/** Where the file lies in a build, as RFC 9116 wants it. */
export const securityTextPath = '.well-known/security.txt';

/** Days the contact may be trusted for; RFC 9116 asks for less than a year, and each build begins anew. */
const DAYS_GOOD = 300;

/**
 * `security.txt` (RFC 9116): where somebody who found a hole writes to.
 * @param contact `mailto:…` or an `https:` address, as the operator set it
 * @param today the day of the build
 */
export function securityText(contact: string, siteUrl: string, today: PlainDate): string {
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${addDays(today, DAYS_GOOD)}T00:00:00Z`,
    'Preferred-Languages: vi, en',
    `Canonical: ${new URL(securityTextPath, siteUrl).href}`,
  ];
  return `${lines.join('\n')}\n`;
}
