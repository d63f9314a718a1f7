import type { StampVerification } from '@ocop/rules/stamp-code';
import { describe, expect, test } from 'vitest';
import { failure, success } from '../medusa-client/result.ts';
import type { ScanAnswer } from '../medusa-client/stamp-routes.ts';
import { MANY_SCANS, isIssued, stampVerdict, statusOf } from './verdict.ts';

const ours: StampVerification = {
  ok: true,
  epoch: '1',
  position: { range: 1, index: 2 },
  code: '1'.repeat(20),
};

function answer(stamp: ScanAnswer['stamp'], count = 1): ScanAnswer {
  return { stamp, lot: null, gtin: null, scans: { count, firstAt: null } };
}

describe('the verdict on a stamp', () => {
  test('what the code itself proves comes first, whatever Medusa would say', () => {
    const active = success(answer('active'));
    expect(stampVerdict({ ok: false, reason: 'malformed' }, active)).toBe('malformed');
    expect(stampVerdict({ ok: false, reason: 'not-issued' }, active)).toBe('not-issued');
    expect(stampVerdict(null, active)).toBe('no-keys');
  });

  test('a program that draws a preview is told that the code is ours, and no more', () => {
    expect(stampVerdict(ours, null)).toBe('not-asked');
    expect(statusOf('not-asked')).toBe(200);
    expect(isIssued('not-asked')).toBe(true);
  });

  test('a right code in a range nobody issued is not issued', () => {
    expect(stampVerdict(ours, failure('not-found'))).toBe('not-issued');
  });

  test.each(['unreachable', 'timeout', 'interrupted', 'server', 'bad-answer', 'unauthorised', 'not-configured'] as const)(
    'Medusa silent (%s): the code is ours, its state unknown, and the page is a good page',
    (type) => {
      const verdict = stampVerdict(ours, failure(type));
      expect(verdict).toBe('unknown');
      expect(statusOf(verdict)).toBe(200);
    },
  );

  test.each(['voided', 'not-activated', 'recalled', 'expired'] as const)(
    '%s wins over any number of scans',
    (state) => {
      expect(stampVerdict(ours, success(answer(state, 1_000)))).toBe(state);
    },
  );

  test('a few scans are nothing, many bring a caution, never a "fake"', () => {
    expect(stampVerdict(ours, success(answer('active', 2)))).toBe('active');
    expect(stampVerdict(ours, success(answer('active', MANY_SCANS - 1)))).toBe('active');
    expect(stampVerdict(ours, success(answer('active', MANY_SCANS)))).toBe('many-scans');
  });

  test('codes that are not ours answer 404 and never lead to a product', () => {
    for (const verdict of ['malformed', 'not-issued'] as const) {
      expect(statusOf(verdict)).toBe(404);
      expect(isIssued(verdict)).toBe(false);
    }
    expect(statusOf('no-keys')).toBe(503);
    expect(isIssued('no-keys')).toBe(false);
    for (const verdict of ['voided', 'not-activated', 'recalled', 'expired', 'many-scans', 'active'] as const) {
      expect(statusOf(verdict)).toBe(200);
      expect(isIssued(verdict)).toBe(true);
    }
  });
});
