import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentFolder, textOf, withChange } from '../../src/record/fixtures/small-content.ts';
import { loadRecord } from '../../src/record/load.ts';
import { ContentError } from '../../src/record/problems.ts';
import { assignIds } from './assign-ids.ts';

const MAM = 'products/mam/product.yaml';
const NEW = 'products/muoi/product.yaml';
/** Another product than the one its text is a copy of. */
const SALT = textOf(MAM).replace('vi: Mắm,', 'vi: Muối,');

const load = (contentDir: string) => loadRecord({ contentDir, samples: true });

describe('npm run ids', () => {
  test('gives a new product an id that stays, below the comments at the head of its file', async () => {
    const text = `# Read on a jar.\n\n# Twice.\n${SALT.replace('id: sp-00000002\n', '')}`;
    const dir = await contentFolder({ [NEW]: text });
    const { given } = await assignIds(dir);
    expect(given).toEqual([{ file: NEW, id: expect.stringMatching(/^sp-[0-9a-z]{8}$/) as string }]);
    const id = given[0]?.id;
    const written = await readFile(join(dir, NEW), 'utf8');
    expect(written).toBe(text.replace('# Twice.\n', `# Twice.\nid: ${id}\n`));
    expect((await load(dir)).product('muoi')?.id).toBe(id);

    expect(await assignIds(dir)).toEqual({ given: [], renamed: [], removed: [] });
    expect(await readFile(join(dir, NEW), 'utf8')).toBe(written);
  });

  test('makes a history for a record that has none, samples in one of their own', async () => {
    const sample = 'samples/products/mau/product.yaml';
    const dir = await contentFolder({ 'slugs.yaml': null, [sample]: SALT.replace(/^id.*\n/, '') });
    await assignIds(dir);
    expect((await load(dir)).products).toHaveLength(3);
    expect((await loadRecord({ contentDir: dir, samples: false })).products).toHaveLength(2);
    expect(await readFile(join(dir, 'samples/slugs.yaml'), 'utf8')).toContain(': [\'mau\']');
  });

  test('notes a renamed folder, and one renamed again, and one that got its name back', async () => {
    const dir = await contentFolder();
    const call = async (from: string, to: string) => {
      await rename(join(dir, 'products', from), join(dir, 'products', to));
      return (await assignIds(dir)).renamed;
    };
    expect(await call('mam', 'mam-ca')).toEqual([{ id: 'sp-00000002', from: 'mam', to: 'mam-ca' }]);
    await call('mam-ca', 'mam-nem');
    expect((await load(dir)).product('mam-nem')?.formerSlugs).toEqual(['mam-ca', 'mam']);
    await call('mam-nem', 'mam');
    const record = await load(dir);
    expect(record.product('mam')?.formerSlugs).toEqual(['mam-nem', 'mam-ca']);
    expect(record.lotsOf('mam')).toHaveLength(1);
  });

  test('gives a file that lost its line the id back that its name has', async () => {
    const dir = await contentFolder(withChange(MAM, 'id: sp-00000002\n', ''));
    expect((await assignIds(dir)).given).toEqual([{ file: MAM, id: 'sp-00000002' }]);
  });

  test('lists a product as removed only when told, and keeps its names taken', async () => {
    const dir = await contentFolder({ [NEW]: SALT.replace('sp-00000002', 'sp-00000003') });
    await assignIds(dir);
    await rm(join(dir, 'products/muoi'), { recursive: true });
    expect((await assignIds(dir)).removed).toEqual([]);
    await expect(load(dir)).rejects.toThrow(/no file has this id any more/);
    expect((await assignIds(dir, ['sp-00000003'])).removed).toEqual(['sp-00000003']);
    await load(dir);
    const other = join(dir, 'producers/muoi.yaml');
    await writeFile(other, textOf('producers/lo-gom.yaml').replace(/^id.*\n/, '').replace('Lò gốm', 'Lò muối'));
    await assignIds(dir);
    await load(dir);
    await rename(join(dir, 'products/mam'), join(dir, 'products/muoi'));
    await expect(assignIds(dir)).rejects.toThrow(/"muoi" was the name of sp-00000003/);
  });

  test.each([
    ['an id written by hand', withChange(MAM, 'sp-00000002', 'mam-1'), [], /take the line out/],
    ['an id that still has a file', {}, ['sp-00000002'], /still has a file/],
    ['a file that cannot be read', { [MAM]: 'name: [' }, [], /cannot be read/],
  ] as const)('%s changes nothing and says what to do', async (_what, changes, removed, words) => {
    const dir = await contentFolder({ ...changes, 'producers/moi.yaml': 'name: x\n' });
    const run = assignIds(dir, removed);
    await expect(run).rejects.toThrow(words);
    await expect(run).rejects.toThrow(ContentError);
    expect(await readFile(join(dir, 'producers/moi.yaml'), 'utf8')).toBe('name: x\n');
  });
});
