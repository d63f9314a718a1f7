import { LRUCache } from 'lru-cache';
import { countCacheLookup } from '../../log/metrics.ts';
import { chooseCoding, encoded, textEncodings } from '../../http/content-encoding.ts';
import type { ContentCoding } from '../../http/content-encoding.ts';
import { leanStyles } from './lean-styles.ts';
import { fillTemplate, pageTemplate } from './page-template.ts';
import type { PageTemplate } from './page-template.ts';
import type { SlotTexts } from './stamp-facts.ts';

/** A page of one stamp: `key` holds all the page depends on but this stamp's own texts. */
export interface CacheEntry {
  key: string;
  texts: SlotTexts;
}

/** About 15 kB each: a day's verdicts and lots of the products that are scanned most. */
const MAX_PAGES = 400;

interface CachedTemplate extends PageTemplate {
  /** Names it in {@link finished}; one rendered anew has another. */
  id: number;
}

const templates = new LRUCache<string, CachedTemplate>({ max: MAX_PAGES });
let rendered = 0;

/** Bytes of finished pages: some four thousand. */
const MAX_FINISHED = 32 * 1024 * 1024;

/**
 * Pages as they were sent lately, by all they depend on. Whoever turns back to a page, or loads it again
 * while nobody else scanned the stamp, is sent the same bytes: compressing costs more than all the rest.
 */
const finished = new LRUCache<string, Buffer>({
  maxSize: MAX_FINISHED,
  // What is sent may be a view of a larger buffer, which is kept with it.
  sizeCalculation: (body, name) => body.buffer.byteLength + 2 * name.length,
});

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
  const coding = chooseCoding(acceptEncoding, textEncodings) ?? 'identity';
  const body = finishedPage(template, texts, coding);
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
    },
    body,
  };
}

function finishedPage(template: CachedTemplate, texts: SlotTexts, coding: ContentCoding): Buffer {
  const name = JSON.stringify([template.id, coding, texts]);
  const known = finished.get(name);
  if (known) return known;
  const body = encoded(fillTemplate(template, texts), coding);
  finished.set(name, body);
  return body;
}

/** Puts a rendered page with slots into the cache. @returns the page of this stamp */
export function cachePage(html: string, { key, texts }: CacheEntry): string {
  rendered += 1;
  const whole = html.startsWith('<!') ? html : `<!doctype html>${html}`;
  const template = { ...pageTemplate(leanStyles(whole)), id: rendered };
  templates.set(key, template);
  return fillTemplate(template, texts).toString();
}

/** How many pages are in the cache. */
export function cachedPageCount(): number {
  return templates.size;
}
