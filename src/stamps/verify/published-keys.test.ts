import { readJwks, verifySignedCode } from '@ocop/rules/stamps/signed-code';
import { signStamp } from '@ocop/rules/stamps/stamp-signing';
import { expect, it } from 'vitest';
import { publishedKeys } from './published-keys.ts';

const keyring = {
  current: '1',
  epochs: { '1': { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: null } },
};

it('lets anybody check a signed stamp, from any site, for an hour', async () => {
  const answer = publishedKeys(keyring);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=3600',
    'content-type': 'application/jwk-set+json',
  });
  const stamp = signStamp(keyring, { range: 1, index: 2 }, null);
  expect(verifySignedCode(readJwks(await answer.json()), stamp)).toMatchObject({ ok: true });
});

it('says in both languages that there are no keys, and is not cached', async () => {
  const answer = publishedKeys(undefined);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.json()).toEqual({
    error: 'no-keys',
    message: { vi: expect.stringContaining('khoá'), en: expect.stringContaining('keys') },
  });
});
