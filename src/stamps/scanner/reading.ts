/** What a QR code says, judged by its address alone: nothing is asked and nothing is opened. */
import { parseStampLink, stampPath } from '@ocop/rules/stamps/stamp-link';
import { hostOf, isOwnHost } from '@ocop/rules/stamps/whose-address';
import type { Lang } from '../../i18n/lang.ts';
import { inLanguage, paths } from '../../i18n/paths.ts';

/** Where the scanner stands: what counts as this site, and the language pages are opened in. */
export interface ScannerContext {
  /** Every host that is this site: the browser's own, and those printed on stamps, now and formerly. */
  hosts: readonly string[];
  lang: Lang;
}

/**
 * `ours`: an address of this site; `path` begins with one slash and stays on this origin whatever
 * the code held. `foreign`: somebody else's domain, to be read by a person, never opened; `here` is
 * where this site says what it knows of the address, where that has the form of a stamp's.
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
  const isStamp = stamp !== null && stamp.form !== 'malformed';
  const host = hostOf(address.href) ?? address.host;
  if (!isOwnHost(host, context.hosts)) {
    const asked = new URLSearchParams({ ma: text.trim() });
    return { kind: 'foreign', host, here: isStamp ? `${paths(context.lang).stampCheck}?${asked}` : null };
  }
  return { kind: 'ours', path: isStamp ? inLanguage(stampPath(stamp), context.lang) : ownPath(address) };
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
