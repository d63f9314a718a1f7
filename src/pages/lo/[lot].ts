import type { APIRoute } from 'astro';
import { cacheControl } from '../../http/cache-control.ts';
import { lotEventsPath } from '../../digital-link/lot-events.server.ts';

export const prerender = false;

/** A lot without a GTIN is named by this address; a thing itself cannot be sent, so 303 to its history. */
export const GET: APIRoute = ({ params }) =>
  new Response(null, {
    status: 303,
    headers: {
      location: lotEventsPath(params.lot ?? ''),
      'cache-control': cacheControl.digitalLink,
      'access-control-allow-origin': '*',
    },
  });
