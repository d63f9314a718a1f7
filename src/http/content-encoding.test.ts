import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { acceptsEncoding, chooseCoding, encoded, textEncodings } from './content-encoding.ts';

describe('an encoding is accepted', () => {
  test.each([
    ['gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['GZIP;q=0.5', true],
    ['br;q=1.0, gzip ; q=0.001', true],
    ['', false],
    ['br', false],
    ['x-gzip', false],
    ['gzip;q=0', false],
    ['gzip; q=0.000, br', false],
  ])('in %j: %s', (header, accepted) => expect(acceptsEncoding(header, 'gzip')).toBe(accepted));
});

describe('the coding a client likes best', () => {
  test.each([
    ['br', 'br'],
    ['br;q=0.1', 'br'],
    ['br;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['gzip, br', 'br'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['identity;q=0, gzip', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['identity;q=0', null],
    ['*;q=0', null],
    ['*;q=0, identity', 'identity'],
    ['*;q=0, gzip', 'gzip'],
    ['BR ; Q=1', 'br'],
    ['deflate, zstd', 'identity'],
    [',,;q', 'identity'],
    ['', 'identity'],
    [null, 'identity'],
  ] as const)('of %j is %s', (header, coding) => expect(chooseCoding(header, textEncodings)).toBe(coding));

  test('is the only one there is, or nothing', () => {
    expect(chooseCoding('br, gzip', ['gzip'])).toBe('gzip');
    expect(chooseCoding('br', ['gzip'])).toBe('identity');
    expect(chooseCoding('br, identity;q=0', ['gzip'])).toBeNull();
  });

  test('is found in a header of any length at once', () => {
    const start = process.threadCpuUsage();
    for (const piece of [',', ';', 'br;q=', 'a, ']) chooseCoding(piece.repeat(4_000), textEncodings);
    expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(200);
  });
});

describe('a page', () => {
  const html = `<!doctype html>${'<p>Nước mắm</p>'.repeat(500)}`;

  test.each([
    ['br, gzip', 'br'],
    ['gzip, br', 'br'],
    ['br', 'br'],
    ['*', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['identity', 'identity'],
    ['', 'identity'],
  ] as const)('asked for with %j is sent as %s, and comes back', (header, sent) => {
    expect(chooseCoding(header, textEncodings)).toBe(sent);
    const body = encoded(Buffer.from(html), sent);
    const plain = sent === 'br' ? brotliDecompressSync(body) : sent === 'gzip' ? gunzipSync(body) : body;
    expect(plain.toString()).toBe(html);
    if (sent !== 'identity') expect(body.length).toBeLessThan(html.length / 10);
  });
});
