import type { APIRoute } from 'astro';
import { cacheControl } from '../../http/cache-control.ts';
import { readSkus } from '../../shop/availability/asked-skus.ts';
import { SNAPSHOT_SECONDS, availabilityAnswer } from '../../shop/availability/availability.server.ts';
import { unreadableSkus } from '../../shop/availability/messages.ts';

export const prerender = false;

/**
 * Stock and prices of the packs in `sku`, where they differ from the built pages. Cacheable by anybody for
 * a few seconds; the same packs in another spelling lead to the one that is cached.
 */
export const GET: APIRoute = async ({ request, url }) => {
  const asked = readSkus(url.searchParams);
  if (!asked) {
    return Response.json(unreadableSkus, { status: 400, headers: { 'cache-control': cacheControl.never } });
  }
  if (url.search !== `?${asked.canonical}`) {
    const location = `${url.pathname}?${asked.canonical}`;
    return new Response(null, {
      status: 301,
      headers: { location, 'cache-control': cacheControl.movedForGood },
    });
  }
  const { body, etag } = await availabilityAnswer(asked.skus);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl.availability(SNAPSHOT_SECONDS),
    etag,
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim() === etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
};
