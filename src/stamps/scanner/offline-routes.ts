/** Which requests the offline worker may touch: the scanner's own, and nothing private ever. */
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';

/**
 * `asset`: a built file whose name changes with its content. `keys`: the public stamp keys. `page`: a
 * page that falls back to the cached scanner in its language. `null`: the worker stays out of it.
 */
export type OfflineRoute = { kind: 'asset' } | { kind: 'keys' } | { kind: 'page'; shell: string } | null;

export const SHELLS = ['/tem', '/en/tem'] as const;
export const KEYS = '/.well-known/jwks.json';

/**
 * @param assets paths of the built files that are cached
 * @param origin of this site
 */
export function offlineRoute(
  request: { method: string; mode: string; url: string },
  assets: readonly string[],
  origin: string,
): OfflineRoute {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return null;
  if (request.mode !== 'navigate') {
    if (url.pathname === KEYS) return { kind: 'keys' };
    return assets.includes(url.pathname) ? { kind: 'asset' } : null;
  }
  const [vietnamese, english] = SHELLS;
  const lang = parseStampLink(url.pathname)?.lang;
  if (lang === 'en' || url.pathname === english) return { kind: 'page', shell: english };
  return lang === 'vi' || url.pathname === vietnamese ? { kind: 'page', shell: vietnamese } : null;
}
