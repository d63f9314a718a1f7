import type { StampVerification } from '@ocop/rules/stamps/stamp-code';
import { describe, expect, test } from 'vitest';
import { failure, success } from '../../medusa-client/result.ts';
import { plainAnswer } from '../page/testing/plain-answer.ts';
import { isIssued, stampVerdict, statusOf } from './verdict.ts';

const ours: StampVerification = {
  ok: true,
  epoch: '1',
  position: { range: 1, index: 2 },
  code: '1'.repeat(20),
};

const states = [
  'voided',
  'not-printed',
  'not-activated',
  'recalled',
  'expired',
  'suspicious',
  'active',
] as const;

const answer = (stamp: (typeof states)[number]) =>
  plainAnswer(stamp, { scans: { count: 1_000, firstAt: null, lastAt: null, seenLately: false } });

describe('the verdict on a stamp', () => {
  test('what the code itself proves comes first, whatever the database would say', () => {
    const active = success(answer('active'));
    expect(stampVerdict({ ok: false, reason: 'malformed' }, active, true)).toBe('malformed');
    expect(stampVerdict({ ok: false, reason: 'not-issued' }, active, true)).toBe('not-issued');
    expect(stampVerdict(null, active, true)).toBe('no-keys');
  });

  test('a program that draws a preview is told that the code is ours, and no more', () => {
    expect(stampVerdict(ours, null, false)).toBe('not-asked');
  });

  test('a right code at a place nobody issued is not issued, cut off or not', () => {
    expect(stampVerdict(ours, success(null), false)).toBe('not-issued');
    expect(stampVerdict(ours, success(null), true)).toBe('not-issued');
  });

  test.each([
    'unreachable',
    'timeout',
    'interrupted',
    'server',
    'bad-answer',
    'unauthorised',
    'not-configured',
  ] as const)(
    'database silent (%s): the code is ours, its state unknown, and the page is a good page',
    (type) => {
      const verdict = stampVerdict(ours, failure(type), false);
      expect(verdict).toBe('unknown');
      expect(statusOf(verdict, null)).toBe(200);
    },
  );

  test.each(states)('%s is told as it is known, and any number of scans is no verdict', (state) => {
    expect(stampVerdict(ours, success(answer(state)), false)).toBe(state);
  });

  test.each(states)('a key cut off goes before %s', (state) => {
    expect(stampVerdict(ours, success(answer(state)), true)).toBe('key-cut-off');
  });

  test('codes that are not ours answer 404 and never lead to a product', () => {
    for (const verdict of ['malformed', 'not-issued'] as const) {
      expect(statusOf(verdict, null)).toBe(404);
      expect(isIssued(verdict)).toBe(false);
    }
    expect(statusOf('no-keys', null)).toBe(503);
    expect(isIssued('no-keys')).toBe(false);
    for (const verdict of [...states, 'not-asked', 'unknown', 'key-cut-off'] as const) {
      expect(statusOf(verdict, null)).toBe(200);
      expect(isIssued(verdict)).toBe(true);
    }
  });

  test('a code that is none answers 400 where it stands as a serial GS1 allows nobody', () => {
    for (const serial of ['MÃ SỐ', 'A B', '1ABC#EFG', 'A^B', '1'.repeat(21), '']) {
      expect(statusOf('malformed', serial), serial).toBe(400);
    }
    for (const serial of ['ABC', '1abcde', '!"%&\'()*+,-./:;<=>?_', '1'.repeat(20)]) {
      expect(statusOf('malformed', serial), serial).toBe(404);
    }
    // What a person mistyped and the reader forgave is a code, whatever its characters.
    expect(statusOf('not-issued', '1ABC DEFG')).toBe(404);
    expect(statusOf('active', '1ABC DEFG')).toBe(200);
    expect(statusOf('no-keys', 'A B')).toBe(503);
  });
});
