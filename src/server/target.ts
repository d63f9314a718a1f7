import { isUnreadable, readableText } from '@ocop/rules/text';

/** A request target (RFC 9112, 3.2.1) taken apart. */
export interface Target {
  /** Decoded, NFC, without slashes at its end. */
  pathname: string;
  /** With its question mark; '' where there is none. */
  search: string;
  /** Where the request belongs, when its path is written with doubled or trailing slashes; else null. */
  redirect: string | null;
}

/** Splits a request target; null where it is not a path or not decodable. */
export function readTarget(target: string | undefined): Target | null {
  if (!target?.startsWith('/')) return null;
  const [rawPath = '/', ...rest] = target.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  // Never let two leading slashes into a Location header: browsers read them as another host.
  const trimmed = `/${rawPath.replace(/^[/\\]+/, '').replace(/\/+$/, '')}`;
  const pathname = decodePath(trimmed);
  if (pathname === null || isUnreadable(pathname)) return null;
  return { pathname, search, redirect: trimmed === rawPath ? null : trimmed + search };
}

/** The query part of an address without what cannot be read as text; its other parts stay as they were. */
export function readableSearch(search: string): string {
  if (!/%00|%ef%bf%bd|%[89a-f]|%(?![\da-f]{2})|[^\x21-\x7e]/i.test(search)) return search;
  const parts = search.slice(1).split('&');
  return `?${parts.map((part) => readablePart(part)).join('&')}`;
}

function readablePart(part: string): string {
  const [pair] = new URLSearchParams(part);
  if (!pair || !pair.some(isUnreadable)) return part;
  const [name, value] = pair.map(readableText);
  return new URLSearchParams([[name ?? '', value ?? '']]).toString();
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return null;
  }
}
