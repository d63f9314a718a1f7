import type { APIRoute } from 'astro';
import { siteEnv } from '../../config/env.ts';
import { cacheControl } from '../../http/cache-control.ts';
import { securityTxt } from '../../http/security-txt.ts';

export const prerender = false;

/** Where to tell of a weakness; nowhere (404) until whoever runs the site names a contact. */
export const GET: APIRoute = () => {
  const { SECURITY_CONTACT: contact, SITE_URL: siteUrl } = siteEnv();
  if (contact === undefined) {
    return new Response('SECURITY_CONTACT is not set.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl.never },
    });
  }
  return new Response(securityTxt(contact, siteUrl, new Date()), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl.securityContact },
  });
};
