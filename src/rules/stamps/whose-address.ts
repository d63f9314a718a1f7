/**
 * Whose address a stamp's address is: the one rule for what was typed, pasted, scanned, photographed
 * or reported. A right code on somebody else's host says nothing about that host, and a stamp pasted
 * over ours leads to one.
 */
import { parseStampLink } from './stamp-link.ts';
import type { StampLink } from './stamp-link.ts';

export interface ReadAddress {
  /** What the address says of a stamp; null where it has not the shape of a stamp's. */
  link: StampLink | null;
  /** The host a browser would open, where it is none of ours; null for a path and for our own hosts. */
  foreignHost: string | null;
}

/** Whether a text is an address or a path, and no code: a code has none of these signs. */
export function isAddress(text: string): boolean {
  return /[/\\?:@]/.test(text);
}

/**
 * Reads an address as a browser would open it: user names before an @, capitals, look-alike letters,
 * backslashes and full stops at the end make no difference. An address may stand in a message among
 * other words. What is no address of the web at all has neither link nor host.
 * @param ownHosts hosts that are this site, with their port where it is not the usual one
 */
export function readStampAddress(text: string, ownHosts: readonly string[]): ReadAddress {
  const written = addressIn(text);
  if (/^\/(?![/\\])/.test(written)) return { link: parseStampLink(written), foreignHost: null };
  // Two slashes at the start name a host too.
  const address = /^[/\\]{2}/.test(written) ? `https:${written}` : written;
  const host = hostOf(address);
  if (host === null) return { link: null, foreignHost: null };
  return { link: parseStampLink(address), foreignHost: isOwnHost(host, ownHosts) ? null : host };
}

/**
 * The host, with a port that is not the usual one, that a browser would open; null where it opens none.
 * Letters outside ASCII come as browsers show them in doubt (`xn--…`).
 */
export function hostOf(address: string): string | null {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address);
  const url = hasScheme ? address : `https://${address}`;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  return plainHost(new URL(url).host);
}

export function isOwnHost(host: string, ownHosts: readonly string[]): boolean {
  return ownHosts.some((own) => plainHost(own) === plainHost(host));
}

/**
 * Reads a list of hosts separated by commas, each as a browser shows it.
 * @returns null for text that is no such list
 */
export function parseHosts(text: string): readonly string[] | null {
  const hosts = text
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  const read = hosts.map((host) => (URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : null));
  const isList = hosts.length > 0 && hosts.every((host) => !/[/\\?#@\s]/.test(host));
  return isList && read.every((url) => url !== null) ? read.map(({ host }) => host) : null;
}

/** A full stop at the end names the same host (RFC 3986, 3.2.2). */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/\.(?=:\d+$|$)/, '');
}

/** The first web address among other words, or the whole text. */
function addressIn(text: string): string {
  const among = /\s(https?:[/\\]\S+)/i.exec(` ${text}`);
  const whole = text.trim();
  return among?.[1] !== undefined && !/^https?:/i.test(whole) ? among[1] : whole;
}
