/**
 * Who sent a request: the one place that reads the client's network address, for the site and for Medusa.
 * Everything that counts, limits or tells clients apart takes it from here.
 *
 * Behind a CDN or a reverse proxy the peer of the connection is that proxy, and what it says of the
 * client stands in a request header, which any client can write as well. Headers are therefore read
 * only where the peer is one of TRUSTED_PROXIES:
 *
 * - CLIENT_ADDRESS_HEADER set: that header, which the proxy sets and overwrites, holds the address.
 * - TRUSTED_PROXIES alone: `X-Forwarded-For` is read from the right, where each proxy appends the
 *   address it was called from, past trusted proxies to the first address that is none of them.
 *   Whatever stands left of it was sent by the client and proves nothing.
 * - neither set: the peer is the client, whatever the headers say.
 */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** A request as it is read on either side of Astro: what a server needs to know who sent it. */
export interface ClientRequest {
  method: string;
  /** Network address of the other end of the connection: the client, or the last proxy. */
  peer: string;
  /** A request header by its name in lower case; '' where it was not sent, repeated ones joined by commas. */
  header(name: string): string;
}

/** Which peers may tell the client's address, and where. */
export interface ClientAddressSettings {
  /** Addresses and networks in CIDR notation. */
  TRUSTED_PROXIES: readonly string[] | undefined;
  CLIENT_ADDRESS_HEADER: string | undefined;
  REGION_HEADER: string | undefined;
}

/** Proxies one behind the other that are followed; more is a loop, or no proxy of ours. */
const MOST_PROXIES = 16;
/** The longest an address may be written: IPv6 with an embedded IPv4 address, a zone and a port. */
const ADDRESS_LENGTH = 80;

/** A request as Node's HTTP server hands it over. */
export function nodeRequest({ method = 'GET', headers, socket }: IncomingMessage): ClientRequest {
  return {
    method,
    peer: socket.remoteAddress ?? '',
    header(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : (value ?? '');
    },
  };
}

export interface ClientAddressReader {
  /** The client's network address in one spelling; the peer's where nothing better is known. */
  address(request: ClientRequest): string;
  /** Value of REGION_HEADER, '' unless a trusted proxy sent it. */
  region(request: ClientRequest): string;
}

/** A reader for one set of settings. */
export function clientAddressReader(settings: ClientAddressSettings): ClientAddressReader {
  const { TRUSTED_PROXIES, CLIENT_ADDRESS_HEADER, REGION_HEADER } = settings;
  const trusted = TRUSTED_PROXIES && blockListOf(TRUSTED_PROXIES);
  const isTrusted = (address: string) =>
    trusted !== undefined && address !== '' && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
  return {
    address({ peer, header }) {
      const nearest = parseAddress(peer) ?? '';
      if (!isTrusted(nearest)) return nearest;
      if (CLIENT_ADDRESS_HEADER !== undefined) return parseAddress(header(CLIENT_ADDRESS_HEADER)) ?? nearest;
      return walkForwarded(header('x-forwarded-for'), nearest, isTrusted);
    },
    region({ peer, header }) {
      return REGION_HEADER !== undefined && isTrusted(parseAddress(peer) ?? '') ? header(REGION_HEADER) : '';
    },
  };
}

/**
 * The last address to the left of which nothing is believed. What cannot be read as an address ends
 * the walk: then the trusted proxy that wrote it stands for the client, so that clients nobody can
 * tell apart share one limit.
 */
function walkForwarded(forwarded: string, nearest: string, isTrusted: (address: string) => boolean): string {
  let address = nearest;
  let end = forwarded.length;
  for (let hop = 0; hop < MOST_PROXIES && end >= 0; hop += 1) {
    const comma = end === 0 ? -1 : forwarded.lastIndexOf(',', end - 1);
    const next = parseAddress(forwarded.slice(comma + 1, end));
    if (next === null) return address;
    address = next;
    if (!isTrusted(address)) return address;
    end = comma;
  }
  return address;
}

/**
 * An address as proxies write it, with or without a port, in one spelling: IPv4 as four numbers
 * (also where it came embedded in IPv6), IPv6 compressed in lower case and without its zone
 * (RFC 5952). Null for anything else.
 */
export function parseAddress(written: string): string | null {
  if (written.length > 2 * ADDRESS_LENGTH) return null;
  const text = written.trim();
  if (text === '' || text.length > ADDRESS_LENGTH) return null;
  const v4 = /^([\d.]+)(?::\d{1,5})?$/.exec(text)?.[1];
  if (v4 !== undefined) return isIPv4(v4) ? v4 : null;
  const v6 = (/^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)?.[1] ?? text).replace(/%.*$/, '');
  return isIPv6(v6) ? canonicalIPv6(v6) : null;
}

function canonicalIPv6(address: string): string {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(canonical);
  if (!mapped) return canonical;
  const [high = 0, low = 0] = mapped.slice(1).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/**
 * The network an address lies in: /24 of IPv4, /48 of IPv6; '' for anything else. What a household,
 * an office or one gateway of a mobile carrier shares.
 */
export function networkOf(written: string): string {
  const address = parseAddress(written);
  if (address === null) return '';
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.');
  const [head = '', tail = ''] = address.split('::');
  const heads = head === '' ? [] : head.split(':');
  const tails = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array<string>(8 - heads.length - tails.length).fill('0') : [];
  return [...heads, ...zeros, ...tails].slice(0, 3).join(':');
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
