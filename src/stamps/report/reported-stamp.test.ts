import { buildStampCode, stampSerial } from '@ocop/rules/stamps/stamp-code';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { signedStampUrl } from '@ocop/rules/stamps/signed-code';
import { signStamp } from '@ocop/rules/stamps/stamp-signing';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { describe, expect, it } from 'vitest';
import type { TypedCode } from '../link/typed-code.ts';
import { reportedStamp } from './reported-stamp.ts';

const secret = new Uint8Array(32).fill(9);
const keyring: StampKeyring = {
  current: '1',
  epochs: { '1': { secret, from: null, until: null, cutOff: null } },
};
const position = { range: 12, index: 345 };
const stamp = { epoch: '1', ...position };
const gtin14 = '09506000134352';
const plain = buildStampCode(keyring, position, null);
const signed = signStamp(keyring, position, gtin14);

const reading = (answer: TypedCode) => () => Promise.resolve(answer);
const unread = () => Promise.reject(new Error('A signed stamp needs nobody to read its code.'));

describe('the stamp a report is about', () => {
  it('is the one whose code was typed', async () => {
    const read = reading({ kind: 'stamp', code: plain, gtin: null, signature: null });
    expect(await reportedStamp(keyring, groupTyped(plain), '', read)).toEqual(stamp);
  });

  it('is none where the code is not ours, also when an address says otherwise', async () => {
    expect(await reportedStamp(keyring, 'ABC', '', reading({ kind: 'wrong-length', length: 3 }))).toBeNull();
    const forged = `${plain.slice(0, 19)}${plain.endsWith('0') ? '1' : '0'}`;
    const read = reading({ kind: 'stamp', code: forged, gtin: null, signature: null });
    expect(await reportedStamp(keyring, `https://x.vn/T/${forged}`, '', read)).toBeNull();
  });

  it('is the signed one, by its address or its ten characters', async () => {
    const url = signedStampUrl('https://ocop.example', signed);
    expect(await reportedStamp(keyring, url, '', unread)).toEqual(stamp);
    const ten = `1${stampSerial(secret, position)}`;
    expect(await reportedStamp(keyring, ten.toLowerCase(), '', unread)).toEqual(stamp);
  });

  it('is none for a signature of somebody else, or a key nobody has', async () => {
    const url = signedStampUrl('https://ocop.example', signed);
    const other: StampKeyring = {
      current: '1',
      epochs: { '1': { secret: new Uint8Array(32).fill(1), from: null, until: null, cutOff: null } },
    };
    expect(await reportedStamp(other, url, '', unread)).toBeNull();
    expect(await reportedStamp(keyring, '7ABCDEFGHJ', '', unread)).toBeNull();
    expect(await reportedStamp(keyring, '1!BCDEFGHJ', '', unread)).toBeNull();
  });
});
