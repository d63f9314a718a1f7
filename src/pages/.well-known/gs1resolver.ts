import type { APIRoute } from 'astro';
import { cacheControl } from '../../http/cache-control.ts';
import { siteEnv } from '../../config/env.ts';
import { resolverDescription } from '../../digital-link/description.ts';

export const prerender = false;

/** What this site resolves, for machines that look before they ask. */
export const GET: APIRoute = () =>
  Response.json(resolverDescription(siteEnv().SITE_URL), {
    headers: { 'access-control-allow-origin': '*', 'cache-control': cacheControl.resolverDescription },
  });
