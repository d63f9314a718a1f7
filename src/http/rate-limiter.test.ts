import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webRequest } from './client-address.ts';
import { createRateLimiter } from '@ocop/rules/network/rate-limiter';
import { countRequest, rateLimits } from './rate-limits.ts';

const MINUTE = 60_000;

describe('wrong codes', () => {
  it('are answered twenty times in ten minutes, then refused until the first is ten minutes old', () => {
    const codes = createRateLimiter(rateLimits.wrongCodes);
    for (let i = 0; i < 20; i += 1) {
      expect(codes.take('203.0.113', i * 1_000)).toEqual({ limited: false, retryAfterSeconds: 0 });
    }
    expect(codes.take('203.0.113', 20_000)).toEqual({ limited: true, retryAfterSeconds: 580 });
    expect(codes.take('203.0.113', 10 * MINUTE - 1)).toEqual({ limited: true, retryAfterSeconds: 1 });
    expect(codes.take('203.0.113', 10 * MINUTE).limited).toBe(false);
    expect(codes.take('203.0.113', 10 * MINUTE)).toEqual({ limited: true, retryAfterSeconds: 1 });
  });

  it('of one network do not touch another', () => {
    const codes = createRateLimiter(rateLimits.wrongCodes);
    for (let i = 0; i < 100; i += 1) codes.take('203.0.113', i);
    expect(codes.take('198.51.100', 100).limited).toBe(false);
  });

  it('cost a guesser a million years for one hit', () => {
    // 50 bits of tag; an issued position is guessed for nothing here.
    const perYear = (rateLimits.wrongCodes.requests * 365 * 24 * 3_600_000) / rateLimits.wrongCodes.windowMs;
    expect(2 ** 50 / perYear).toBeGreaterThan(1_000_000);
  });
});

describe('a rate limiter', () => {
  it('remembers a fixed number of clients, and forgets the quietest first', () => {
    const limiter = createRateLimiter({ requests: 1, windowMs: MINUTE, clients: 2 });
    limiter.take('a', 0);
    limiter.take('b', 1);
    limiter.take('c', 2);
    expect(limiter.take('c', 3).limited).toBe(true);
    expect(limiter.take('b', 3).limited).toBe(true);
    expect(limiter.take('a', 3).limited).toBe(false);
  });

  it('never lets more than allowed through in any window, and never makes wait for nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 80 }), (gaps) => {
        const limiter = createRateLimiter({ requests: 5, windowMs: 1_000, clients: 3 });
        const passed: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now += gap;
          const { limited, retryAfterSeconds } = limiter.take('one', now);
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

it('a request given back is as if it had not been', () => {
  const limiter = createRateLimiter({ requests: 2, windowMs: MINUTE, clients: 10 });
  limiter.take('a', 1);
  limiter.take('a', 2);
  limiter.giveBack('a', 2);
  limiter.giveBack('a', 3);
  limiter.giveBack('b', 1);
  expect(limiter.take('a', 4).limited).toBe(false);
  expect(limiter.take('a', 5).limited).toBe(true);
});

describe('the limits of the site', () => {
  const from = (address: string) => webRequest(new Request('http://localhost/'), address);

  it('count networks, not addresses, each limit for itself', () => {
    const now = 1_000_000;
    for (let n = 0; n < rateLimits.reports.requests; n += 1) {
      expect(countRequest('reports', from(`192.0.2.${n}`), now).limited).toBe(false);
    }
    expect(countRequest('reports', from('192.0.2.200'), now)).toEqual({
      limited: true,
      retryAfterSeconds: 3_600,
    });
    expect(countRequest('reports', from('198.51.100.1'), now).limited).toBe(false);
    expect(countRequest('lotQueries', from('192.0.2.200'), now).limited).toBe(false);
  });
});
