import { buffer } from 'node:stream/consumers';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { stampSvg, stampSvgZip } from './sheet-svg.ts';
import { plan, stamps } from './testing/orders.ts';

describe('one stamp as SVG', () => {
  const [label, other] = stamps(2);
  const sheet = plan({ layout: 'a4-65' });
  const svg = stampSvg(label ?? { code: '', url: '', index: 0 }, sheet);

  test('has the size of the label in millimetres', () => {
    expect(svg).toMatch(/^<svg [^>]*width="38.1mm" height="21.2mm" viewBox="0 0 3810 2120">/);
  });

  test('needs no font and names its code', () => {
    expect(svg).not.toContain('<text');
    expect(svg).toMatch(/<title>(?:[0-9A-HJKMNP-TV-Z]{5} ?){4}<\/title>/);
  });

  test('has modules of the planned size', () => {
    expect(svg).toContain(`scale(${Number((sheet.module * 100).toFixed(6))})`);
  });

  test('stays inside the label', () => {
    const last = svg.lastIndexOf('<path d="');
    const starts = [...svg.slice(last).matchAll(/M(\d+)[ -](-?\d+)/g)];
    expect(starts.length).toBeGreaterThan(60);
    for (const [, x, y] of starts) {
      expect(Number(x)).toBeLessThan(3810);
      expect(Number(y)).toBeLessThan(2120);
    }
  });

  test('differs from stamp to stamp', () => {
    expect(stampSvg(other ?? { code: '', url: '', index: 0 }, sheet)).not.toBe(svg);
  });
});

/** Entries as the directory at the end of an archive lists them. */
function unzipped(zip: Buffer, count: number, directory: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = directory;
  for (let i = 0; i < count; i += 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, name, extra] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
    ];
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = inflateRawSync(zip.subarray(start, start + packed));
    expect(crc32(data)).toBe(zip.readUInt32LE(at + 16));
    files.set(zip.toString('ascii', at + 46, at + 46 + name), data);
    at += 46 + name + extra;
  }
  return files;
}

describe('the archive', () => {
  test('holds one file a stamp', async () => {
    const labels = stamps(20);
    const sheet = plan({ layout: 'roll-25x35' });
    const zip = await buffer(stampSvgZip(labels, sheet));
    const end = zip.length - 22;
    const files = unzipped(zip, zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16));
    expect([...files.keys()]).toEqual(labels.map(({ code }) => `${code}.svg`));
    for (const label of labels) {
      expect(files.get(`${label.code}.svg`)?.toString()).toBe(stampSvg(label, sheet));
    }
  });
});
