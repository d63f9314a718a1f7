import { readJwks, signedStampUrl, verifySignedCode } from '@ocop/rules/stamps/signed-code';
import { parseStampLink, signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import { signStamp } from '@ocop/rules/stamps/stamp-signing';
import { expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const published = `${stack.siteUrl}/.well-known/jwks.json`;

test('a signed stamp is checked with nothing but its address and the published keys', async () => {
  const keyring = readEnv(stack.env).STAMP_KEYS;
  if (!keyring) throw new Error('The test stack has no stamp keys');
  const stamp = signStamp(keyring, { range: 1, index: 2 }, '09506000134352');
  const link = parseStampLink(signedStampUrl('https://tem.example.vn', stamp));
  const read = link?.form === 'signed' && signedCodeOf(link);

  const answer = await fetch(published);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/jwk-set+json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  const text = await answer.text();
  const keys = readJwks(JSON.parse(text));
  expect(keys.map(({ kid }) => kid)).toEqual(Object.keys(keyring.epochs));
  expect(read && verifySignedCode(keys, read)).toMatchObject({ ok: true, kid: keyring.current });
  expect(read && verifySignedCode(keys, { ...read, gtin14: null })).toMatchObject({ ok: false });
  for (const { secret } of Object.values(keyring.epochs)) {
    expect(text).not.toContain(Buffer.from(secret).toString('base64url'));
  }
});

test('the keys answer a HEAD as well', async () => {
  expect((await fetch(published, { method: 'HEAD' })).status).toBe(200);
});
