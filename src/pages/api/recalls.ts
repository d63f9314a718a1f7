import type { APIRoute } from 'astro';
import { cacheControl } from '../../http/cache-control.ts';
import { recalledProducts } from '../../shop/recall/recalls.server.ts';

export const prerender = false;

/** Slugs of products of which goods are being recalled; one answer for every page, cacheable by anybody. */
export const GET: APIRoute = async () =>
  Response.json(
    { products: await recalledProducts() },
    { headers: { 'cache-control': cacheControl.recalls } },
  );
