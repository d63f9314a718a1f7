import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { codeGroups, type SheetOptions, type StampLabel } from './plan.ts';
import { stampPdf } from './sheet-pdf.ts';
import { plan, stamps, TEXT, type OrderLook } from './testing/orders.ts';
import { hasPoppler, readSheet, textOfSheet } from './testing/printed.ts';

const title = (name: string) => (hasPoppler ? name : `${name} (skipped: no pdftoppm)`);

async function printed(
  count: number,
  options: SheetOptions,
  look: OrderLook = {},
  text: Partial<typeof TEXT> = {},
): Promise<{ labels: StampLabel[]; pdf: Buffer }> {
  const labels = stamps(count, look);
  const sheet = stampPdf(labels, plan(options, text, look), { total: count });
  return { labels, pdf: await buffer(sheet) };
}

const addresses = (labels: { url: string }[]) => labels.map(({ url }) => url).sort();

describe.skipIf(!hasPoppler)(title('a rendered sheet'), () => {
  test.each<[string, number, SheetOptions, number, OrderLook]>([
    ['65 to the sheet, two sheets', 130, { layout: 'a4-65' }, 200, {}],
    [
      '65 to the sheet for everybody to check',
      65,
      { layout: 'a4-65' },
      300,
      { form: 'signed', origin: 'https://tem.vn' },
    ],
    ['24 to the sheet, two sheets', 48, { layout: 'a4-24', cropMarks: true }, 150, {}],
    ['a roll of 20 × 30 mm', 8, { layout: 'roll-20x30' }, 203, { origin: 'https://tem.ocop.vn' }],
    ['a roll of 25 × 35 mm', 8, { layout: 'roll-25x35', dpi: 203 }, 203, { gtin: null }],
  ])('%s gives every address back', async (_name, count, options, dpi, look) => {
    const { labels, pdf } = await printed(count, options, look);
    const read = await readSheet(pdf, dpi);
    expect(read.map(({ text }) => text).sort()).toEqual(addresses(labels));
    expect(read.every(({ ecLevel }) => ecLevel !== 'L')).toBe(true);
  });

  test('says in text what people read, with its tones', async () => {
    const { labels, pdf } = await printed(66, { layout: 'a4-65' }, {}, { sample: true });
    const text = await textOfSheet(pdf);
    const times = (words: string) => text.split(words).length - 1;
    for (const words of [
      'TEM MẪU\nChả mực giã\ntay Hạ Long\n',
      'Lô MAU-CM-261005\nHSD 05/10/2026\n',
      '\ntem.example.vn\n',
    ]) {
      expect(times(words), words).toBe(66);
    }
    for (const { code } of labels) {
      const [a, b, c, d] = codeGroups(code);
      expect(text).toContain(`${a} ${b}\n${c} ${d}`);
    }
    expect(text).toContain('Dải tem 7 · đặt ngày 05/01/2026 · Lô MAU-CM-261005 · tem 1–65 · trang 1/2');
    expect(text).toContain('tem 66–66 · trang 2/2');
  });

  test('counts through the range where only a part of it is printed', async () => {
    const labels = stamps(70).slice(65);
    const pdf = await buffer(stampPdf(labels, plan({ layout: 'a4-65' }), { total: labels.length }));
    expect(await textOfSheet(pdf)).toContain('tem 66–70 · trang 1/1');
  });

  test('starts at the first free label of a used sheet', async () => {
    const { labels, pdf } = await printed(10, { layout: 'a4-24', startAt: 20 });
    const read = await readSheet(pdf, 150);
    expect(read.map(({ text }) => text).sort()).toEqual(addresses(labels));
    // Slot 20 is the second label of the seventh row, two thirds down the first page.
    const first = read.find(({ text }) => text === labels[0]?.url);
    const at = (millimetres: number) => (millimetres / 25.4) * 150;
    expect(first?.position.topLeft.x).toBeGreaterThan(at(73.25));
    expect(first?.position.topLeft.y).toBeGreaterThan(at(12.9 + 6 * 33.9));
    expect(first?.position.bottomRight.x).toBeLessThan(at(73.25 + 63.5));
  });
});

describe('the stream', () => {
  test('tells how far it is after every page', async () => {
    const seen: number[] = [];
    const labels = stamps(150);
    const sheet = stampPdf(labels, plan({ layout: 'a4-65' }), {
      total: 150,
      onProgress: (done) => seen.push(done),
    });
    await buffer(sheet);
    expect(seen).toEqual([65, 130, 150]);
  });

  test('makes pages only as fast as they are taken', async () => {
    let asked = 0;
    const labels = (function* () {
      for (const label of stamps(2_000)) {
        asked += 1;
        yield label;
      }
    })();
    const sheet = stampPdf(labels, plan({ layout: 'a4-65' }), { total: 2_000 });
    await once(sheet, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The stream's own store of 64 KiB holds a few pages of some 15 kB.
    expect(asked).toBeLessThan(65 * 8);
    sheet.destroy();
  });

  test('stops and lets go of the labels when it is called off', async () => {
    const abort = new AbortController();
    let released = false;
    const labels = (function* () {
      try {
        yield* stamps(2_000);
      } finally {
        released = true;
      }
    })();
    const sheet = stampPdf(labels, plan({ layout: 'a4-65' }), {
      total: 2_000,
      signal: abort.signal,
      onProgress: (done) => done >= 195 && abort.abort(),
    });
    await expect(buffer(sheet)).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => released).toBe(true);
  });

  test('lets other work run between pages', async () => {
    let turns = 0;
    let working = true;
    const others = (async () => {
      while (working) {
        turns += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await buffer(stampPdf(stamps(650), plan({ layout: 'a4-65' }), { total: 650 }));
    working = false;
    await others;
    expect(turns).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ['more than announced', 3, 2],
    ['fewer than announced', 2, 3],
  ])('fails on %s', async (_name, come, total) => {
    const sheet = stampPdf(stamps(come), plan({ layout: 'a4-65' }), { total });
    await expect(buffer(sheet)).rejects.toThrow(`${total} labels were announced and ${come} came`);
  });

  test('fails on an address the sheet was not planned for', async () => {
    const longer = stamps(1, { origin: 'https://mot-ten-mien-dai-hon-moi-ten-mien-khac.example.vn' });
    const sheet = stampPdf(longer, plan({ layout: 'a4-65' }), { total: 1 });
    await expect(buffer(sheet)).rejects.toThrow('the sheet was planned for 33');
  });

  test('gives the same bytes for the same order', async () => {
    const [one, other] = [await printed(70, { layout: 'a4-65' }), await printed(70, { layout: 'a4-65' })];
    expect(one.pdf.equals(other.pdf)).toBe(true);
  });
});
