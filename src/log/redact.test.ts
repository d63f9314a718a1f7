import { describe, expect, it } from 'vitest';
import { loggedError, reasonOf, redactText } from './redact.ts';

describe('redactText', () => {
  it.each([
    ['call 0912345678 now', 'call [redacted] now'],
    ['call +84 912.345.678', 'call [redacted]'],
    ['mail lan.nguyen@example.vn', 'mail [redacted]'],
    ['GET /tim-kiem?q=mat+ong failed', 'GET /tim-kiem?[redacted] failed'],
    ['GET /01/09506000134352/21/1ABCDEF failed', 'GET /01/09506000134352/21/[redacted] failed'],
    ['GET /en/T/1ABCDEF?x=1', 'GET /en/T/[redacted]?[redacted]'],
    ['postgres://ocop:geheim@db.internal:5432/ocop', 'postgres://db.internal:5432/ocop'],
    // What operators need stays.
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['GTIN 09506000134352 is not known', 'GTIN 09506000134352 is not known'],
    ['at file:///srv/site/src/server/serve.ts:12:3', 'at file:///srv/site/src/server/serve.ts:12:3'],
    ['at 2026-11-30T09:24:57.123Z', 'at 2026-11-30T09:24:57.123Z'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('is bounded', () => {
    expect(redactText('x'.repeat(10_000)).length).toBeLessThan(600);
  });
});

describe('errors', () => {
  it('of several tries and inside others give their code', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(loggedError(new AggregateError([refused])).code).toBe('ECONNREFUSED');
    expect(loggedError(new Error('fetch failed', { cause: refused })).code).toBe('ECONNREFUSED');
    expect(reasonOf(new Error('fetch failed', { cause: refused }))).toBe('ECONNREFUSED: fetch failed');
    expect(reasonOf(new AggregateError([refused]))).toBe('ECONNREFUSED: AggregateError');
  });

  it('that are none are told as text', () => {
    expect(loggedError('broken')).toEqual({ type: 'string', message: 'broken' });
  });
});
