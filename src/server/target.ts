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
  if (pathname === null || pathname.includes('\0')) return null;
  return { pathname, search, redirect: trimmed === rawPath ? null : trimmed + search };
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return null;
  }
}
