import type { APIRequestContext } from '@playwright/test';

/** Every path of the sitemap, in its order. */
export async function sitemapPaths(request: APIRequestContext): Promise<string[]> {
  const index = await (await request.get('/sitemap-index.xml')).text();
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
  const maps = await Promise.all(files.map(async (file) => (await request.get(file)).text()));
  return maps.flatMap((map) =>
    [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname),
  );
}

/**
 * Some paths of each kind in each language, those of a kind being what differs in its last part alone: the
 * shortest and the longest, and others between them.
 * @param most how many of a kind
 */
export function someOfEveryKind(paths: readonly string[], most: number): string[] {
  const kinds = Object.groupBy(paths, kindOf);
  return Object.values(kinds).flatMap((alike = []) => {
    if (alike.length <= most) return alike;
    const sorted = alike.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const step = (sorted.length - 1) / (most - 1);
    return Array.from({ length: most }, (_, n) => sorted[Math.round(n * step)] ?? '');
  });
}

/** `/en/san-pham/…` of `/en/san-pham/mam-nem`; a page right below its language is a kind of its own. */
function kindOf(path: string): string {
  const inside = path.replace(/^\/en(?=\/)/, '');
  const parent = inside.slice(0, inside.lastIndexOf('/'));
  return parent === '' ? path : path.slice(0, path.length - inside.length) + parent + '/…';
}
