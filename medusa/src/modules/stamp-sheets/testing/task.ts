import type { SheetTask } from '../sheet.ts';

const key = { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: null };

/** A sheet of `count` stamps of one lot. */
export function task(count: number, format: 'csv' | 'pdf' | 'svg' = 'csv'): SheetTask {
  return {
    order: { range: 3, epoch: '1', gtin: null, form: 'tagged' },
    segments: [{ first: 0, last: count - 1 }],
    text: {
      product: 'Mắm',
      lot: 'L1',
      useBy: null,
      range: 3,
      orderedOn: '2026-11-30',
      site: 'tem.example.vn',
      sample: false,
    },
    sheet: { format, layout: 'a4-65', dpi: 300, cropMarks: false, startAt: 1 },
    keyring: { current: '1', epochs: { '1': key } },
    siteUrl: 'https://tem.example.vn',
  };
}
