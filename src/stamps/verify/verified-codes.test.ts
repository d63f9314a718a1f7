import { describe, expect, test, vi } from 'vitest';
import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import * as stampCode from '@ocop/rules/stamps/stamp-code';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { verifyLink } from './verified-codes.ts';

vi.mock('@ocop/rules/stamps/stamp-code', { spy: true });

const secret = (byte: number) => ({
  secret: new Uint8Array(32).fill(byte),
  from: null,
  until: null,
  cutOff: null,
});
const keyring = (byte: number): StampKeyring => ({ current: '1', epochs: { 1: secret(byte) } });
const gtin = '09506000134352';

function linkOf(path: string) {
  const link = parseStampLink(path);
  if (!link) throw new Error(`No stamp's address: ${path}`);
  return link;
}

function reckoned(work: () => void): number {
  const before = vi.mocked(stampCode.verifyStampCode).mock.calls.length;
  work();
  return vi.mocked(stampCode.verifyStampCode).mock.calls.length - before;
}

describe('a code', () => {
  const keys = keyring(7);
  const position = { range: 3, index: 5 };
  const code = buildStampCode(keys, position, gtin);
  const link = linkOf(`/01/${gtin}/21/${code}`);

  test('found right is not reckoned again, and told the same', () => {
    const verified = { ok: true, epoch: '1', position, code };
    expect(reckoned(() => expect(verifyLink(keys, link)).toEqual(verified))).toBe(1);
    expect(reckoned(() => expect(verifyLink(keys, link)).toEqual(verified))).toBe(0);
  });

  test('is right for its own trade item only', () => {
    verifyLink(keys, link);
    expect(verifyLink(keys, linkOf(`/01/09506000134369/21/${code}`))).toMatchObject({ ok: false });
    expect(verifyLink(keys, linkOf(`/T/${code}`))).toMatchObject({ ok: false });
  });

  test('is judged anew by other keys, also those of an epoch of the same name', () => {
    expect(verifyLink(keys, link)).toMatchObject({ ok: true });
    expect(verifyLink(keyring(8), link)).toEqual({ ok: false, reason: 'not-issued' });
    expect(verifyLink({ current: '2', epochs: { 2: secret(7) } }, link)).toMatchObject({ ok: false });
  });

  test('found wrong is reckoned each time', () => {
    const wrong = linkOf(`/01/${gtin}/21/${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    const twice = reckoned(() => {
      for (const _ of [1, 2]) expect(verifyLink(keys, wrong)).toEqual({ ok: false, reason: 'not-issued' });
    });
    expect(twice).toBe(2);
  });
});
