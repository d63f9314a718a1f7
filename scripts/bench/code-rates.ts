/** How many stamp codes one core builds, signs and verifies, and what that is in plain HMACs. */
import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { readJwks, verifySignedCode } from '@ocop/rules/stamps/signed-code';
import type { SignedCode } from '@ocop/rules/stamps/signed-code';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import { parseStampLink, signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import { stampsOfRange, type StampForm } from '@ocop/rules/stamps/stamp-range';
import { stampJwks, verifySignedStamp } from '@ocop/rules/stamps/stamp-signing';
import { quantile } from './statistics.ts';

export interface CodeRate {
  name: string;
  perSecond: number;
  /** How many HMAC-SHA-256 of 32 bytes node:crypto makes in the time of one. */
  hmacs: number;
}

const ROUNDS = 5;
const ROUND_SECONDS = 0.4;
const CODES = 2_000;
const GTIN = '09506000134352';
const ORIGIN = 'https://bench.example';
const secret = new Uint8Array(32).fill(7);
const keyring = {
  current: '1',
  epochs: { '1': { secret, from: null, until: null, cutOff: null } },
};

/**
 * Rates of the work on codes, each measured in turn with the HMAC, several rounds over, so that
 * whatever else the machine does weighs on all of them alike. Medians.
 */
export function measureCodes(): CodeRate[] {
  const message = Buffer.alloc(32, 1);
  const work: { name: string; once: () => boolean }[] = [
    { name: 'HMAC-SHA-256', once: () => createHmac('sha256', secret).update(message).digest().length === 32 },
    { name: 'built, S', once: buildNext('tagged') },
    { name: 'verified, S', once: verifyTagged() },
    { name: 'signed, O', once: buildNext('signed') },
    { name: 'verified, O, on the server', once: verifySigned((read) => verifySignedStamp(keyring, read).ok) },
    { name: 'verified, O, as in a browser', once: verifySigned(withPublishedKeys()) },
  ];
  const seconds = work.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    work.forEach(({ once }, n) => seconds[n]?.push(secondsEach(once)));
  }
  const medians = seconds.map((times) => quantile(times, 0.5));
  return work.map(({ name }, n) => ({
    name,
    perSecond: 1 / (medians[n] ?? NaN),
    hmacs: (medians[n] ?? NaN) / (medians[0] ?? NaN),
  }));
}

function secondsEach(once: () => boolean): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < ROUND_SECONDS * 1_000) {
    for (let n = 0; n < 20; n += 1) if (!once()) throw new Error('A code of ours was refused');
    done += 20;
  }
  return (performance.now() - started) / 1_000 / done;
}

/** Codes with their addresses, one after another, as for printing. */
function buildNext(form: StampForm): () => boolean {
  const range = { number: 3, first: 0, count: 2 ** 24, epoch: '1', gtin: GTIN, form };
  const stamps = stampsOfRange(range, keyring, ORIGIN);
  return () => stamps.next().done === false;
}

/** Codes of many ranges, as they are scanned. */
function verifyTagged(): () => boolean {
  const codes = Array.from({ length: CODES }, (_, n) => {
    const range = { number: n % 100, first: n, count: 1, epoch: '1', gtin: GTIN, form: 'tagged' as const };
    return stampsOfRange(range, keyring, ORIGIN).next().value?.code ?? '';
  });
  let at = 0;
  return () => verifyStampCode(keyring, codes[at++ % CODES] ?? '', GTIN).ok;
}

function verifySigned(isRight: (read: SignedCode) => boolean): () => boolean {
  const range = { number: 3, first: 0, count: 200, epoch: '1', gtin: GTIN, form: 'signed' as const };
  const urls = [...stampsOfRange(range, keyring, ORIGIN)].map(({ url }) => url);
  let at = 0;
  return () => {
    const link = parseStampLink(urls[at++ % urls.length] ?? '');
    return link?.form === 'signed' && isRight(signedCodeOf(link));
  };
}

function withPublishedKeys(): (read: SignedCode) => boolean {
  const keys = readJwks(stampJwks(keyring));
  return (read) => verifySignedCode(keys, read).ok;
}
