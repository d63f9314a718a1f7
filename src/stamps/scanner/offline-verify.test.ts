import { readJwks, signedStampUrl } from '@ocop/rules/stamps/signed-code';
import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import { signStamp, stampJwks } from '@ocop/rules/stamps/stamp-signing';
import { stampUrl } from '@ocop/rules/stamps/stamp-url';
import { describe, expect, it } from 'vitest';
import { scanner as en } from '../../i18n/en/scanner.ts';
import { scanner as vi } from '../../i18n/vi/scanner.ts';
import { verifyOffline } from './offline-verify.ts';
import type { CachedKeys, OfflineVerdict } from './offline-verify.ts';
import { said } from './outcome.ts';
import { testKeyring } from './testing/keyring.ts';

const origin = 'https://cho.example';
const gtin = '09506000134352';
const position = { range: 5, index: 17 };
const seenAt = '2026-11-20T05:30:00.000Z';
const cached: CachedKeys = { keys: readJwks(JSON.parse(JSON.stringify(stampJwks(testKeyring)))), seenAt };
const signedUrl = (epoch = '2') =>
  signedStampUrl(origin, signStamp({ ...testKeyring, current: epoch }, position, gtin));

describe('a stamp without a network', () => {
  it('with a right signature is signed, as of the day of the keys', () => {
    const verdict = verifyOffline(signedUrl(), cached);
    expect(verdict).toMatchObject({ kind: 'signed', seenAt, cutOff: false });
    expect(verdict.kind === 'signed' && verdict.code).toMatch(/^2[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  });

  it('of a leaked key is told apart', () => {
    expect(verifyOffline(signedUrl('1'), cached)).toMatchObject({ kind: 'signed', cutOff: true });
  });

  it('of another product, or with one character changed, is forged', () => {
    const url = signedUrl();
    expect(verifyOffline(url.replace(gtin, '09506000134369'), cached).kind).toBe('forged');
    const last = url.at(-1) === '0' ? '1' : '0';
    expect(verifyOffline(url.slice(0, -1) + last, cached).kind).toBe('forged');
  });

  it('under a key that is not here, or without any, is left open', () => {
    const old = { ...cached, keys: cached.keys.filter(({ kid }) => kid === '1') };
    expect(verifyOffline(signedUrl(), old).kind).toBe('unknown-key');
    expect(verifyOffline(signedUrl(), null).kind).toBe('no-keys');
  });

  it('of the form that only the site can check needs the network', () => {
    const code = buildStampCode(testKeyring, position, gtin);
    expect(verifyOffline(stampUrl(origin, code, gtin), cached).kind).toBe('unsigned');
    expect(verifyOffline(`${origin}/hoi-cho`, cached)).toEqual({ kind: 'page' });
  });
});

describe('a serial beside other qualifiers', () => {
  it.each(['/10/L', '/22/V', '/22/V/10/L'])('behind %s is verified as by itself', (before) => {
    const url = signedUrl().replace('/21/', `${before}/21/`);
    expect(verifyOffline(url, cached)).toEqual(verifyOffline(signedUrl(), cached));
    expect(verifyOffline(url.replace(gtin, '09506000134369'), cached).kind).toBe('forged');
    expect(verifyOffline(`${origin}/01/${gtin}${before}/21/FAKE`, cached)).toEqual({ kind: 'no-code' });
  });

  it('is no page of the site where it is false', () => {
    for (const shape of ['21/FAKE', '235/FAKE', '10/L?21=FAKE', '21/FAKE/10/L']) {
      expect(verifyOffline(`${origin}/01/${gtin}/${shape}`, cached), shape).toEqual({ kind: 'no-code' });
    }
  });
});

describe('what is said of it', () => {
  const verdicts: OfflineVerdict[] = [
    verifyOffline(signedUrl(), cached),
    verifyOffline(signedUrl('1'), cached),
    { kind: 'forged', code: 'X', seenAt },
    { kind: 'unknown-key', code: 'X', seenAt },
    { kind: 'no-keys', code: 'X' },
    { kind: 'unsigned', code: 'X' },
    { kind: 'no-code' },
    { kind: 'page' },
  ];

  it('never calls goods genuine, in either language', () => {
    for (const verdict of verdicts) {
      for (const [words, lang] of [
        [vi, 'vi'],
        [en, 'en'],
      ] as const) {
        const { title, text } = said({ kind: 'offline', verdict }, words, lang);
        expect(`${title} ${text}`).not.toMatch(/hàng thật|chính hãng|genuine|authentic/i);
      }
    }
    expect(JSON.stringify([vi, en])).not.toMatch(/hàng thật|chính hãng|genuine|authentic/i);
  });

  it('a right signature is said with the moment up to which anything is known', () => {
    const [verdict] = verdicts;
    if (!verdict) throw new Error('no verdict');
    const answer = said({ kind: 'offline', verdict }, vi, 'vi');
    expect(answer).toMatchObject({ mark: 'signed', title: 'Chữ ký đúng' });
    expect(answer.text).toContain('Tình trạng tính đến 20/11/2026, 12:30');
    expect(said({ kind: 'offline', verdict }, en, 'en').text).toContain('Status as of');
  });

  it('only a right signature of a key that has not leaked looks like one', () => {
    const marks = verdicts.map((verdict) => said({ kind: 'offline', verdict }, vi, 'vi').mark);
    expect(marks).toEqual(['signed', 'ask', 'bad', 'ask', 'ask', 'ask', 'bad', 'plain']);
  });
});
