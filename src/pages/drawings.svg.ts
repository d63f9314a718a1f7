import type { APIRoute } from 'astro';
import { spriteSheet } from '../illustration/drawing.ts';

/** All drawings in one file; pages point into it. */
export const GET: APIRoute = () =>
  new Response(spriteSheet(), { headers: { 'content-type': 'image/svg+xml' } });
