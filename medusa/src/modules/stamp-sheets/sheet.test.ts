import { expect, test } from 'vitest';
import { BYTES_PER_STAMP, sheetStream, type SheetTask } from './sheet.ts';

const COUNT = 120;
const key = { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: null };

/** The largest files there are: signed codes with a GTIN, long texts, cut marks. */
function task(sheet: Pick<SheetTask['sheet'], 'format' | 'layout'>): SheetTask {
  const site = 'truyxuat.htxnongnghiep.vn';
  return {
    order: { range: 7, epoch: '1', gtin: '09506000011196', form: 'signed' },
    segments: [{ first: 100_000, last: 100_000 + COUNT - 1 }],
    text: {
      product: 'Mật ong hoa bạc hà cao nguyên đá Đồng Văn hũ thuỷ tinh 500 ml',
      lot: 'HTX-NTTS-2026-000123',
      useBy: '2026-10-05',
      range: 7,
      orderedOn: '2026-01-05',
      site,
      sample: true,
    },
    sheet: { ...sheet, dpi: 300, cropMarks: true, startAt: 1 },
    keyring: { current: '1', epochs: { '1': key } },
    siteUrl: `https://${site}`,
  };
}

test.each([
  { format: 'csv', layout: 'a4-65' },
  { format: 'pdf', layout: 'a4-24' },
  { format: 'pdf', layout: 'roll-25x35' },
  { format: 'svg', layout: 'a4-24' },
  { format: 'svg', layout: 'roll-25x35' },
] as const)('a $format on $layout takes less room than is asked for', async (sheet) => {
  let bytes = 0;
  for await (const chunk of sheetStream(task(sheet))) bytes += (chunk as Buffer).length;
  expect(bytes / COUNT).toBeLessThan(BYTES_PER_STAMP[sheet.format]);
  // Nor is far more asked for than files take: a disk with room would be refused.
  expect(bytes / COUNT).toBeGreaterThan(BYTES_PER_STAMP[sheet.format] / 3);
});
