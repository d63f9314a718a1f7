import type { APIRoute } from 'astro';

export const prerender = false;

/** Stands in for Astro's image endpoint in a built site, where no picture is made on request. */
export const GET: APIRoute = () => new Response(null, { status: 404 });
