import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrSymbol } from './qr.ts';
import { stamps } from './testing/orders.ts';

test('the rectangles cover the dark modules exactly, each once', () => {
  for (const { url } of [...stamps(20), ...stamps(5, { form: 'signed' })]) {
    const { size, rects } = qrSymbol(url);
    const ink = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const { x, y, width, height } of rects) {
      for (const row of ink.slice(y, y + height)) {
        for (let at = x; at < x + width; at += 1) row[at] = (row[at] ?? 0) + 1;
      }
    }
    const { data } = encode(url, { ecc: 'M', boostEcc: true, maskPattern: 6, border: 0 });
    expect(ink).toEqual(data.map((row) => row.map(Number)));
  }
});

test.each([
  ['a stamp with a GTIN', { origin: 'https://tem.ocop.vn' }, 29],
  ['one without', { origin: 'https://tem.ocop.vn', gtin: null }, 29],
  ['one everybody can check', { origin: 'https://tem.vn', form: 'signed' as const }, 41],
])('%s is as small as the standard allows', (_name, look, size) => {
  expect(qrSymbol(stamps(1, look)[0]?.url ?? '').size).toBe(size);
});
