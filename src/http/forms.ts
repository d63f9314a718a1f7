/** Forms as browsers post them, and the redirect that answers them. */
import { readableText } from '@ocop/rules/text';
import { cacheControl } from './cache-control.ts';

/**
 * The posted form, or `null` for a body that is none. Texts come without byte 0 and U+FFFD (bytes that
 * are no text): a form shown again would send them back in its page.
 */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    return readableForm(await request.formData());
  } catch {
    return null;
  }
}

/** The form without what no page may hold. */
export function readableForm(sent: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of sent) {
    form.append(name, typeof value === 'string' ? readableText(value) : value);
  }
  return form;
}

/** A path of this site as it may stand in a link, or `null`: an address from outside is not followed. */
export function safePath(path: string): string | null {
  return /^\/(?![/\\])[^\s\\]{0,300}$/.test(path) ? path : null;
}

/**
 * 303: what a posted form led to is read at an address of its own, so that Back and reload never ask to
 * send the form again.
 * @param at the id of the element the reader is led to; one with a tabindex takes the focus as well
 */
export function seeOther(location: string, at: string | null = null): Response {
  const address = at === null ? location : `${location}#${at}`;
  return new Response(null, {
    status: 303,
    headers: { location: address, 'cache-control': cacheControl.never },
  });
}
