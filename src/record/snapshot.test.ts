import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { productCard } from './card.ts';
import { contentFolder, smallRecord, temporaryFolder, withChange } from './fixtures/small-content.ts';
import { snapshotReader } from './snapshot.server.ts';
import { writeSnapshot } from './snapshot.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the snapshot', () => {
  test('gives back each card, the GTINs and the packs as they were written', async () => {
    const [record, dir] = [await smallRecord(), await temporaryFolder()];
    writeSnapshot(record, dir, { extra: { 'search-documents.json': [{ id: 'mam' }] } });
    expect((await readdir(dir)).sort()).toEqual([
      'gtin.json',
      'names.json',
      'products',
      'search-documents.json',
      'skus.json',
    ]);

    const reader = snapshotReader(dir);
    expect(await reader.readCard('mam')).toEqual(productCard(record, 'mam'));
    expect(await reader.slugForGtin('9506000134352')).toBe('mam');
    expect(await reader.slugForGtin('09506000134352')).toBe('mam');
    expect((await reader.bakedOffers()).get('MAM-200')).toEqual({
      barred: null,
      product: 'mam',
      name: { vi: 'Mắm', en: 'Sauce' },
      label: { vi: 'Chai', en: 'Bottle' },
      price: 38000,
      stock: 12,
      sample: true,
    });
  });

  test('finds a card by its id and by names it had before, and gives each its present name', async () => {
    const renamed = withChange('slugs.yaml', '[mam]', '[mam, mam-ca, mam-nem]');
    const [record, dir] = [await smallRecord(renamed), await temporaryFolder()];
    writeSnapshot(record, dir);
    const reader = snapshotReader(dir);
    for (const name of ['mam', 'sp-00000002', 'mam-ca', 'mam-nem']) {
      expect((await reader.readCard(name))?.product.slug, name).toBe('mam');
    }
    const cards = await Promise.all(['mam', 'mam-nem', 'sp-00000002'].map((name) => reader.readCard(name)));
    expect(new Set(cards).size, 'one card in memory, whatever it was asked by').toBe(1);
    expect(await reader.readCard('sp-00000009')).toBeNull();
  });

  test('answers null for what is not in it, and never leaves its folder', async () => {
    const dir = await temporaryFolder();
    writeSnapshot(await smallRecord(), dir);
    const reader = snapshotReader(dir);
    for (const slug of ['muoi', '../skus', '..', '', 'MAM', 'mam.json', 'mam/../mam']) {
      expect(await reader.readCard(slug), slug).toBeNull();
    }
    expect(await reader.slugForGtin('9506000134376')).toBeNull();
    expect(await reader.slugForGtin('not a number')).toBeNull();
  });

  test('drops the card of a product that left the record', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'products'), { recursive: true });
    await writeFile(join(dir, 'products', 'da-bo.json'), '{}');
    writeSnapshot(await smallRecord(), dir);
    expect((await readdir(join(dir, 'products'))).sort()).toEqual(['binh-gom.json', 'mam.json']);
  });

  test('where none was written, the record itself answers', async () => {
    vi.stubEnv('CONTENT_DIR', await contentFolder());
    const reader = snapshotReader(join(await temporaryFolder(), 'missing'));
    expect((await reader.readCard('mam'))?.product.slug).toBe('mam');
    expect((await reader.readCard('sp-00000002'))?.product.slug).toBe('mam');
    expect(await reader.readCard('muoi')).toBeNull();
    expect(await reader.slugForGtin('9506000134352')).toBe('mam');
    expect((await reader.bakedOffers()).size).toBe(1);
  });
});
