import { describe, expect, it } from 'vitest';
import { plainStampKeys, readStampKeyring } from './stamp-keyring-json.ts';

const bytes = Uint8Array.from({ length: 32 }, (_, place) => place * 7);
const secret = Buffer.from(bytes).toString('base64');
const dated = { secret, from: '2026-01-01T00:00:00Z', until: null, cutOff: '2026-08-05T07:00:00+07:00' };

describe('readStampKeyring', () => {
  it('reads bare and dated keys, instants in UTC', () => {
    expect(readStampKeyring({ current: 'A', epochs: { A: secret, '1': dated } })).toEqual({
      current: 'A',
      epochs: {
        A: { secret: bytes, from: null, until: null, cutOff: null },
        '1': {
          secret: bytes,
          from: '2026-01-01T00:00:00.000Z',
          until: null,
          cutOff: '2026-08-05T00:00:00.000Z',
        },
      },
    });
  });

  it('reads back what is written down', () => {
    const keyring = readStampKeyring({ current: 'A', epochs: { A: secret, '1': dated } });
    expect(keyring && readStampKeyring(JSON.parse(JSON.stringify(plainStampKeys(keyring))))).toEqual(keyring);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a name it does not know', { current: '1', epochs: { '1': secret }, more: 1 }],
    ['no keys', { current: '1', epochs: {} }],
    ['a current key that is cut off', { current: '1', epochs: { '1': dated } }],
    ['a current key out of the prototype', { current: 'constructor', epochs: { '1': secret } }],
    ['an epoch nobody can print', { current: '1', epochs: { '1': secret, U: secret } }],
    ['too few bytes', { current: '1', epochs: { '1': 'AAAA' } }],
    ['bytes that are no base64', { current: '1', epochs: { '1': '!'.repeat(43) + '=' } }],
    ['a slip in "cutOff"', { current: 'A', epochs: { A: secret, '1': { secret, cutoff: null } } }],
    [
      'a day that is none',
      { current: 'A', epochs: { A: secret, '1': { secret, from: '2026-02-30T00:00:00Z' } } },
    ],
    [
      'an instant without a zone',
      { current: 'A', epochs: { A: secret, '1': { secret, from: '2026-02-03T00:00:00' } } },
    ],
  ])('refuses %s', (_case, json) => expect(readStampKeyring(json)).toBeNull());
});
