import type { APIRoute } from 'astro';
import { SNAPSHOT_SECONDS, availabilityAnswer } from '../../shop/availability/availability.server.ts';

export const prerender = false;

/** Stock and prices that differ from the built pages. Cacheable by anybody for a few seconds. */
export const GET: APIRoute = async ({ request }) => {
  const { body, etag } = await availabilityAnswer();
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': `public, max-age=${SNAPSHOT_SECONDS}, stale-while-revalidate=30`,
    etag,
  };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim() === etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
};
