import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triesWithin } from '../../http/rate-limiter.ts';
import { WRONG_CODE_LIMIT, wrongCodes } from './wrong-codes.ts';

const MINUTE = 60_000;

describe('wrong codes', () => {
  it('are answered twenty times in ten minutes, then refused until the first is ten minutes old', () => {
    const codes = wrongCodes();
    for (let i = 0; i < 20; i += 1) {
      expect(codes.note('203.0.113', i * 1_000)).toEqual({ limited: false, retryAfterSeconds: 0 });
    }
    expect(codes.note('203.0.113', 20_000)).toEqual({ limited: true, retryAfterSeconds: 580 });
    expect(codes.note('203.0.113', 10 * MINUTE - 1)).toEqual({ limited: true, retryAfterSeconds: 1 });
    expect(codes.note('203.0.113', 10 * MINUTE).limited).toBe(false);
    expect(codes.note('203.0.113', 10 * MINUTE)).toEqual({ limited: true, retryAfterSeconds: 1 });
  });

  it('of one neighbourhood do not touch another', () => {
    const codes = wrongCodes();
    for (let i = 0; i < 100; i += 1) codes.note('203.0.113', i);
    expect(codes.note('198.51.100', 100).limited).toBe(false);
  });

  it('cost a guesser a million years for one hit', () => {
    // 50 bits of tag; an issued position is guessed for nothing here.
    const perYear = (WRONG_CODE_LIMIT.allowed * 365 * 24 * 3_600_000) / WRONG_CODE_LIMIT.withinMs;
    expect(2 ** 50 / perYear).toBeGreaterThan(1_000_000);
  });
});

describe('tries', () => {
  it('are remembered for a fixed number of clients, the quietest forgotten first', () => {
    const tries = triesWithin({ allowed: 1, withinMs: MINUTE, clients: 2 });
    tries.note('a', 0);
    tries.note('b', 1);
    tries.note('c', 2);
    expect(tries.note('c', 3).limited).toBe(true);
    expect(tries.note('b', 3).limited).toBe(true);
    expect(tries.note('a', 3).limited).toBe(false);
  });

  it('never let more than allowed through in any stretch of the time, and never wait for nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }), (gaps) => {
        const tries = triesWithin({ allowed: 5, withinMs: 1_000, clients: 3 });
        const passed: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const { limited, retryAfterSeconds } = tries.note('one', now);
          const within = passed.filter((at) => now - at < 1_000).length;
          expect(limited).toBe(within >= 5);
          expect(retryAfterSeconds).toBe(limited ? 1 : 0);
          if (!limited) passed.push(now);
        }
      }),
      { numRuns: 200 },
    );
  });
});
