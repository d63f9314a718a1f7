import type { APIRoute } from 'astro';
import { siteEnv } from '../../config/env.ts';
import { publishedKeys } from '../../stamps/verify/published-keys.ts';

export const prerender = false;

export const GET: APIRoute = () => publishedKeys(siteEnv().STAMP_KEYS);
