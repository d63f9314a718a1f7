import { fillPage, fillPageGzip, keepPage, KeptPages } from './page-cache.ts';

/** A page to be kept: under `key`, which holds all it depends on, with this stamp's own texts. */
export interface KeepRequest {
  key: string;
  texts: Record<string, string>;
}

/** About 40 kB each: a day's worth of verdicts and lots of the products that are scanned most. */
const MOST_PAGES = 400;

const kept = new KeptPages(MOST_PAGES);

/**
 * A page kept earlier with this stamp's texts, null when there is none under this key.
 * @param acceptEncoding the request's header
 */
export function keptBody(
  { key, texts }: KeepRequest,
  acceptEncoding: string,
): { headers: Record<string, string>; body: Buffer } | null {
  const page = kept.get(key);
  if (!page) return null;
  // In a Q value of 0 lies a refusal; no browser sends one for gzip.
  const packed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(acceptEncoding);
  const body = packed ? fillPageGzip(page, texts) : fillPage(page, texts);
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.length),
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    },
    body,
  };
}

/** Keeps a rendered page. @returns the page of this stamp */
export function keepStampPage(html: string, { key, texts }: KeepRequest): string {
  const page = keepPage(html.startsWith('<!') ? html : `<!doctype html>${html}`);
  kept.set(key, page);
  return fillPage(page, texts).toString();
}
