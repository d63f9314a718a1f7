/** What a QR code says, judged by its address alone: nothing is asked and nothing is opened. */
import { parseStampLink, stampPath } from '@ocop/rules/stamps/stamp-link';
import type { Lang } from '../../i18n/lang.ts';
import { inLanguage } from '../../i18n/paths.ts';

/** Where the scanner stands: what counts as this site, and the language pages are opened in. */
export interface ScannerContext {
  /** Every host that is this site: the browser's own and the public one printed on stamps. */
  hosts: readonly string[];
  lang: Lang;
}

/**
 * `ours`: an address of this site; `path` begins with one slash and stays on this origin whatever
 * the code held. `foreign`: somebody else's domain, to be read by a person, never opened; `here` is
 * this site's own page for the same stamp code, where the address has the form of a stamp.
 * `words`: no address of the web at all.
 */
export type Reading =
  | { kind: 'ours'; path: string }
  | { kind: 'foreign'; host: string; here: string | null }
  | { kind: 'text'; text: string };

/** More of a QR code's words than this is never shown. */
const MAX_TEXT = 200;

/**
 * Judges the text of one QR code. Hosts are compared as the browser reads them, so capitals, user
 * names before an @ and letters that only look like ours make no difference.
 */
export function readingOf(text: string, context: ScannerContext): Reading {
  const address = addressIn(text);
  if (address === null) {
    return { kind: 'text', text: Array.from(text.trim()).slice(0, MAX_TEXT).join('') };
  }
  const stamp = parseStampLink(text);
  const here = stamp && stamp.form !== 'malformed' ? inLanguage(stampPath(stamp), context.lang) : null;
  if (!context.hosts.includes(address.host)) return { kind: 'foreign', host: address.host, here };
  return { kind: 'ours', path: here ?? ownPath(address) };
}

function addressIn(text: string): URL | null {
  const written = text.trim();
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  return new URL(written);
}

function ownPath({ pathname, search }: URL): string {
  // Two slashes at the start would name another host.
  return `/${pathname.replace(/^\/+/, '')}${search}`;
}

/**
 * The reading that counts among all QR codes in one picture: a package often carries others beside
 * the stamp. `several` when more than one is this site's, because the answer must be about one item.
 */
export type Choice =
  { kind: 'none' } | { kind: 'several'; count: number } | { kind: 'one'; reading: Reading };

/** Chooses among the texts of one picture; the same code seen twice counts once. */
export function choose(texts: readonly string[], context: ScannerContext): Choice {
  const readings = [...new Set(texts)].map((text) => readingOf(text, context));
  const own = [...new Set(readings.flatMap((one) => (one.kind === 'ours' ? [one.path] : [])))];
  const [path] = own;
  if (path !== undefined) {
    return own.length > 1
      ? { kind: 'several', count: own.length }
      : { kind: 'one', reading: { kind: 'ours', path } };
  }
  const reading = readings.find(({ kind }) => kind === 'foreign') ?? readings[0];
  return reading ? { kind: 'one', reading } : { kind: 'none' };
}
