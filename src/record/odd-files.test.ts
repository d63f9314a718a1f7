/** What lies in the folders and was once passed over in silence. */
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder, problemsOf, smallRecord, textOf, withChange } from './fixtures/small-content.ts';
import type { Changes, Fault } from './fixtures/small-content.ts';
import { loadRecord } from './load.ts';

const MAM = 'products/mam/product.yaml';
const OFFER = 'samples/offers/mam.yaml';
const LOT = 'samples/lots/L-1.yaml';
const LAM_DONG = 'decisions/ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05.yaml';
const RECOGNITION = 'recognitions/mam--1.yaml';

/** A second product like the one of the small content, with its line in slugs.yaml. */
function twin(text = textOf(MAM)): Changes {
  return {
    'products/mam-hai/product.yaml': text.replace('sp-00000002', 'sp-00000003'),
    'slugs.yaml': textOf('slugs.yaml').replace('[mam]\n', '[mam]\n  sp-00000003: [mam-hai]\n'),
  };
}

const FAULTS: Fault[] = [
  [
    'a photo of an iPhone',
    { 'products/mam/photo.HEIC': 'x' },
    'products/mam/photo.HEIC',
    '',
    /export it as JPEG/,
  ],
  [
    'a picture of another name',
    { 'products/mam/anh-1.jpg': 'x' },
    'products/mam/anh-1.jpg',
    '',
    /is called photo\.jpg/,
  ],
  [
    'a picture of another kind',
    { 'products/mam/photo.tiff': 'x' },
    'products/mam/photo.tiff',
    '',
    /export it/,
  ],
  [
    'a second photo',
    { 'products/mam/photo.JPG': 'x', 'products/mam/photo.png': 'y' },
    'products/mam/photo.png',
    '',
    /photo\.JPG is the photo/,
  ],
  [
    'a file of another kind beside a product',
    { 'products/mam/gia.xlsx': 'x' },
    'products/mam/gia.xlsx',
    '',
    /only product\.yaml and one photo/,
  ],
  [
    'a folder inside a product',
    { 'products/mam/anh/photo.jpg': 'x' },
    'products/mam/anh',
    '',
    /take this folder out/,
  ],
  ['a file outside its folder', { 'mam-moi.yaml': 'a: 1' }, 'mam-moi.yaml', '', /move it into the folder/],
  ['a file that is a list', { [MAM]: '- a\n- b\n' }, MAM, '', /one text or list; write fields/],
  ['a field twice', withChange(MAM, 'set: 9', 'set: 9\nset: 10'), MAM, '', /line 5.*duplicated/],
  ['a tab as indent', withChange(MAM, 'origin:\n  printed', 'origin:\n\tprinted'), MAM, '', /tab/],
  ['the 31st of February', withChange(LOT, '2026-09-15', '31/02/2026'), LOT, 'madeOn', /YYYY-MM-DD/],
  [
    'a folder with a space and capitals',
    {
      ...twin(),
      'products/mam-hai/product.yaml': null,
      'products/Mam Hai/product.yaml': textOf(MAM).replace('sp-00000002', 'sp-00000003'),
    },
    'products/Mam Hai/product.yaml',
    '',
    /rename it to mam-hai/,
  ],
  [
    'a stock in groups of three',
    withChange(OFFER, 'stock: 12', 'stock: 1.000'),
    OFFER,
    'packs.0.stock',
    /^"1\.000" was found; write the pieces/,
  ],
  [
    'a quantity in groups of three',
    withChange(LOT, 'quantity: 100', 'quantity: 12.000'),
    LOT,
    'quantity',
    /^"12\.000" was found/,
  ],
  [
    'a product entered twice',
    twin(textOf(MAM).replace('vi: Mắm,', 'vi: MẮM ,')),
    'products/mam-hai/product.yaml',
    'name',
    /products\/mam\/product\.yaml is a product of this name and maker/,
  ],
  [
    'a decision entered twice',
    {
      [LAM_DONG.replace('2026-08-05', '2026')]: textOf(LAM_DONG)
        .replace('signedOn: 2026-08-05', 'signedOn: null\nyear: 2026')
        .replace('[mam]', '[]'),
    },
    LAM_DONG,
    'number',
    /this decision without its day/,
  ],
  [
    'a star that was only proposed',
    withChange(RECOGNITION, 'grade: A\nissuedOn', 'grade: B2\nissuedOn'),
    RECOGNITION,
    'grade',
    /proposed or scored only.*take this file out/,
  ],
  [
    'a spirit in another set',
    withChange(MAM, 'vi: Mắm,', 'vi: Rượu mơ,'),
    MAM,
    'set',
    /14 or 15 with notices: \[alcohol\]/,
  ],
];

describe('what was passed over in silence', () => {
  test.each(FAULTS)('%s', async (_what, changes, file, field, words) => {
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });

  test('a code of a certificate on two products', async () => {
    const code = 'productCode: "24-09292-03-2026"\n';
    const problems = await problemsOf({
      ...twin(textOf(MAM).replace('vi: Mắm,', 'vi: Mắm tôm,')),
      [LAM_DONG]: textOf(LAM_DONG).replace('[mam]', '[mam, mam-hai]'),
      [RECOGNITION]: `${textOf(RECOGNITION)}${code}`,
      'recognitions/mam-hai--1.yaml': `${textOf(RECOGNITION).replace('product: mam', 'product: mam-hai')}${code}`,
    });
    expect(problems).toMatchObject([{ file: 'recognitions/mam-hai--1.yaml', field: 'productCode' }]);
  });

  test('a link to nothing, and a text in another code', async () => {
    const dir = await contentFolder();
    await symlink(join(dir, 'nowhere.yaml'), join(dir, 'lots-gone'));
    await symlink(join(dir, 'nowhere.yaml'), join(dir, 'news/gone.yaml'));
    await writeFile(join(dir, MAM), Buffer.from([0x6e, 0x3a, 0x20, 0xe3, 0xec]));
    const failed = await loadRecord({ contentDir: dir, samples: true }).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      problems: [
        { file: 'lots-gone', message: expect.stringContaining('leads to nothing') as string },
        { file: 'news/gone.yaml', message: expect.stringContaining('leads to nothing') as string },
        { file: MAM, message: expect.stringContaining('byte 4 (0xE3, line 1)') as string },
      ],
    });
  });
});

describe('what is taken as it comes', () => {
  test('a photo with its ending in capitals, files of file managers, a byte order mark, decomposed letters', async () => {
    const record = await smallRecord({
      'products/mam/photo.JPG': 'not really a picture',
      'products/mam/Thumbs.db': 'x',
      'README.md': 'x',
      [MAM]: `\ufeff${textOf(MAM).replace('vi: Mắm,', `vi: ${'Mắm nêm'.normalize('NFD')},`)}`,
    });
    expect(record.product('mam')?.photo).toMatch(/photo\.JPG$/);
    expect(record.product('mam')?.name.vi).toBe('Mắm nêm'.normalize('NFC'));
  });

  test('a folder that is a link', async () => {
    const dir = await contentFolder();
    const other = await contentFolder({
      'news/tin-hai.yaml': textOf('news/tin.yaml').replace('vi: Tin,', 'vi: Tin hai,'),
    });
    await symlink(join(other, 'news/tin-hai.yaml'), join(dir, 'news/tin-hai.yaml'));
    const record = await loadRecord({ contentDir: dir, samples: true });
    expect(record.newsItem('tin-hai')?.title.vi).toBe('Tin hai');
  });
});

describe('what is told and stops nothing', () => {
  test('a claim that shows no star, a day to come, a set that seldom fits the name', async () => {
    const dir = await contentFolder({
      ...withChange(RECOGNITION, 'grade: A\nissuedOn', 'grade: C\nissuedOn'),
      [MAM]: textOf(MAM)
        .replace('vi: Mắm,', 'vi: Gạo nếp,')
        .replace('en: A sauce.', 'en: A sauce of xã Mỹ Hào.'),
    });
    const { notes } = await loadRecord({ contentDir: dir, samples: true, today: '2026-08-01' });
    expect(notes.map(({ file, field }) => [file, field])).toEqual([
      [MAM, 'set'],
      [LAM_DONG, 'signedOn'],
      [RECOGNITION, 'grade'],
      [MAM, 'summary.en'],
    ]);
    expect(notes[0]?.message).toMatch(/where it is wrong, write 3 \(/);
  });

  test('nothing of a record without such', async () => {
    const dir = await contentFolder();
    expect((await loadRecord({ contentDir: dir, samples: true, today: '2026-11-21' })).notes).toEqual([]);
  });
});
