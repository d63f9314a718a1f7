import { LRUCache } from 'lru-cache';
import { countCacheLookup } from '../../log/metrics.ts';
import { compressed } from '../../http/content-encoding.ts';
import { fillTemplate, pageTemplate } from './page-template.ts';
import type { PageTemplate } from './page-template.ts';
import type { SlotTexts } from './stamp-facts.ts';

/** A page of one stamp: `key` holds all the page depends on but this stamp's own texts. */
export interface CacheEntry {
  key: string;
  texts: SlotTexts;
}

/** About 40 kB each: a day's verdicts and lots of the products that are scanned most. */
const MAX_PAGES = 400;

const templates = new LRUCache<string, PageTemplate>({ max: MAX_PAGES });

/**
 * Looks the page of a stamp up in the cache, and counts the lookup. The page is compressed as the client
 * takes it; null when there is none under this key.
 * @param acceptEncoding the request's header
 */
export function cachedPage(
  { key, texts }: CacheEntry,
  acceptEncoding: string,
): { headers: Record<string, string>; body: Buffer } | null {
  const template = templates.get(key);
  countCacheLookup('stamp-page', template !== undefined);
  if (!template) return null;
  const { encoding, body } = compressed(fillTemplate(template, texts), acceptEncoding);
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    },
    body,
  };
}

/** Puts a rendered page with slots into the cache. @returns the page of this stamp */
export function cachePage(html: string, { key, texts }: CacheEntry): string {
  const template = pageTemplate(html.startsWith('<!') ? html : `<!doctype html>${html}`);
  templates.set(key, template);
  return fillTemplate(template, texts).toString();
}

/** How many pages are in the cache. */
export function cachedPageCount(): number {
  return templates.size;
}
