/** Stamps' answers on both sides of Astro: before it, where a page is complete, and inside it. */
import type { AstroGlobal } from 'astro';
import type { IncomingMessage } from 'node:http';
import { answerScan } from './answer-scan.server.ts';
import type { CompleteAnswer, StampPageData } from './answer-scan.server.ts';
import { nodeRequest, webRequest } from '../../http/client-address.ts';

/**
 * Answers a request for a stamp before it reaches Astro: most stamps' pages are in the cache, and nothing
 * is left to lay out. A page that has to be laid out goes to Astro as `locals.stampPage`.
 * @returns null for any other address
 */
export function answerStamp(request: IncomingMessage): Promise<StampPageData | CompleteAnswer | null> {
  const [pathname = ''] = (request.url ?? '').split('?', 1);
  return answerScan({ client: nodeRequest(request), pathname });
}

/**
 * The stamp page Astro lays out. What was answered before Astro is not looked at again: a scan is
 * counted once. Under `astro dev` nothing stands before Astro.
 */
export async function stampPageIn(astro: AstroGlobal): Promise<StampPageData | Response> {
  const answer =
    astro.locals.stampPage ??
    (await answerScan({
      client: webRequest(astro.request, astro.clientAddress),
      pathname: astro.url.pathname,
    }));
  if (!answer) return new Response(null, { status: 404 });
  if ('body' in answer) return completeResponse(answer);
  astro.response.status = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) astro.response.headers.set(name, value);
  return answer;
}

export function completeResponse({ status, headers, body }: CompleteAnswer): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
}
