import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { stampJwks } from '@ocop/rules/stamps/stamp-signing';
import { cacheControl } from '../../http/cache-control.ts';
import { dictionary, languages } from '../../i18n/index.ts';

/**
 * The answer at `/.well-known/jwks.json`: the public keys of signed stamps (RFC 7517), for checkers
 * on any site and without a network. 503 with a message in both languages where the site has no keys.
 */
export function publishedKeys(keyring: StampKeyring | undefined): Response {
  const anywhere = { 'access-control-allow-origin': '*' };
  if (!keyring) {
    const messages = languages.map((lang) => [lang, dictionary(lang).stamp.form.errors['no-keys']]);
    return Response.json(
      { error: 'no-keys', message: Object.fromEntries(messages) },
      { status: 503, headers: { ...anywhere, 'cache-control': cacheControl.never } },
    );
  }
  return new Response(JSON.stringify(stampJwks(keyring)), {
    headers: {
      ...anywhere,
      'content-type': 'application/jwk-set+json',
      'cache-control': cacheControl.publishedKeys,
    },
  });
}
