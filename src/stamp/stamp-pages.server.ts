import { fillPage, fillPageGzip, keepPage, KeptPages } from './kept-page.ts';

/** A page to be kept: under `key`, which holds all it depends on, with this stamp's own texts. */
export interface KeepRequest {
  key: string;
  texts: Record<string, string>;
}

/** About 40 kB each: a day's worth of verdicts and lots of the products that are scanned most. */
const MOST_PAGES = 400;

const kept = new KeptPages(MOST_PAGES);

/** The answer with a page kept earlier, null when there is none under this key. */
export function keptResponse(
  { key, texts }: KeepRequest,
  request: Request,
  answer: { status: number; headers: Headers },
): Response | null {
  const page = kept.get(key);
  if (!page) return null;
  const headers = new Headers(answer.headers);
  headers.set('content-type', 'text/html; charset=utf-8');
  // In a Q value of 0 lies a refusal; no browser sends one for gzip.
  const packed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('accept-encoding') ?? '');
  if (packed) headers.set('content-encoding', 'gzip');
  const body = packed ? fillPageGzip(page, texts) : fillPage(page, texts);
  headers.set('content-length', String(body.length));
  return new Response(new Uint8Array(body), { status: answer.status, headers });
}

/** Keeps a rendered page. @returns the page of this stamp */
export function keepStampPage(html: string, { key, texts }: KeepRequest): string {
  const page = keepPage(html.startsWith('<!') ? html : `<!doctype html>${html}`);
  kept.set(key, page);
  return fillPage(page, texts).toString();
}
