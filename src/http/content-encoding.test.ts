import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { acceptsEncoding, compressed } from './content-encoding.ts';

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

describe('a page', () => {
  const html = `<!doctype html>${'<p>Nước mắm</p>'.repeat(500)}`;

  test.each([
    ['br, gzip', 'br'],
    ['gzip, br', 'br'],
    ['br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['identity', null],
    ['', null],
  ] as const)('asked for with %j is sent as %s, and comes back', (header, sent) => {
    const { encoding, body } = compressed(Buffer.from(html), header);
    expect(encoding).toBe(sent);
    const plain = sent === 'br' ? brotliDecompressSync(body) : sent === 'gzip' ? gunzipSync(body) : body;
    expect(plain.toString()).toBe(html);
    if (sent !== null) expect(body.length).toBeLessThan(html.length / 10);
  });
});
