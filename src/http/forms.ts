/** Forms as browsers post them, and the redirect that answers them. */
import { cacheControl } from './cache-control.ts';

/** The posted form, or `null` for a body that is none. */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/** A path of this site as it may stand in a link, or `null`: an address from outside is not followed. */
export function safePath(path: string): string | null {
  return /^\/(?![/\\])[^\s\\]{0,300}$/.test(path) ? path : null;
}

/** 303: what a posted form led to is read at an address of its own. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': cacheControl.never } });
}
