import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRecord } from '../../src/record/load.ts';
import { contentFolder, textOf } from '../../src/record/fixtures/small-content.ts';
import type { Changes } from '../../src/record/fixtures/small-content.ts';
import { loadUnitTable } from '../../src/record/units.ts';
import { searchDocuments } from '../../src/search/document.ts';
import { writeRecord } from '../../src/server/write-record.ts';
import { publishable, readServedRecord } from './served-record.ts';

const DAY = '2026-11-21';
const MAM = textOf('products/mam/product.yaml');
const names = textOf('slugs.yaml');

/** The small content with a salt, on sale and with a lot. */
const withSalt: Changes = {
  'products/muoi/product.yaml': MAM.replace('sp-00000002', 'sp-00000003').replace('vi: Mắm,', 'vi: Muối,'),
  'slugs.yaml': names.replace('[mam]\n', '[mam]\n  sp-00000003: [muoi]\n'),
  'samples/offers/muoi.yaml': textOf('samples/offers/mam.yaml')
    .replace('product: mam', 'product: muoi')
    .replace(/gtin: .*/, 'gtin: null')
    .replace('MAM-200', 'MUOI-200'),
  'samples/lots/L-2.yaml': textOf('samples/lots/L-1.yaml').replace('L-1', 'L-2').replace('mam', 'muoi'),
};

async function content(changes: Changes) {
  const record = await loadRecord({ contentDir: await contentFolder(changes), samples: true });
  return { record, documents: searchDocuments(record, DAY, await loadUnitTable()) };
}

/** What may be published of `now` while the site serves a build of `before`. */
async function beside(before: Changes, now: Changes) {
  const dir = await mkdtemp(path.join(tmpdir(), 'served-record-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeRecord((await content(before)).record, dir, DAY);
  const served = await readServedRecord(dir);
  if (!served) throw new Error('the build was not found');
  const { record, documents } = await content(now);
  return publishable(record, documents, served);
}

const ids = ({ documents }: { documents: { id: string }[] }) => documents.map(({ id }) => id).sort();

test('all of a content the site was built from', async () => {
  const { shop, waiting, leaving, ...rest } = await beside(withSalt, withSalt);
  expect([waiting, leaving]).toEqual([[], []]);
  expect(shop.products.map(({ slug }) => slug)).toEqual(['binh-gom', 'mam', 'muoi']);
  expect(ids(rest)).toEqual(['binh-gom', 'mam', 'muoi']);
});

test('a product the site has no page of waits, with its offer and its lots', async () => {
  const { shop, waiting, leaving, ...rest } = await beside({}, withSalt);
  expect([waiting, leaving]).toEqual([['muoi'], []]);
  expect(shop.products.map(({ slug }) => slug)).toEqual(['binh-gom', 'mam']);
  expect([shop.product('muoi'), shop.offerOf('muoi')]).toEqual([null, null]);
  expect(shop.offers.map(({ product }) => product)).toEqual(['mam']);
  expect(shop.lots.map(({ code }) => code)).toEqual(['L-1']);
  expect(ids(rest)).toEqual(['binh-gom', 'mam']);
});

test('a product that is taken out stays to be found until its page is gone', async () => {
  const { shop, waiting, leaving, ...rest } = await beside(withSalt, {});
  expect([waiting, leaving]).toEqual([[], ['muoi']]);
  expect(shop.products.map(({ slug }) => slug)).toEqual(['binh-gom', 'mam']);
  expect(ids(rest)).toEqual(['binh-gom', 'mam', 'muoi']);
});

test('a renamed product is found under the name its page still has, and stays in the shop', async () => {
  const renamed: Changes = {
    ...withSalt,
    'products/muoi/product.yaml': null,
    'products/muoi-bien/product.yaml': withSalt['products/muoi/product.yaml'] ?? '',
    'slugs.yaml': names.replace('[mam]\n', '[mam]\n  sp-00000003: [muoi-bien, muoi]\n'),
    'samples/offers/muoi.yaml': null,
    'samples/offers/muoi-bien.yaml': (withSalt['samples/offers/muoi.yaml'] ?? '').replace(
      ': muoi',
      ': muoi-bien',
    ),
  };
  const { shop, waiting, leaving, ...rest } = await beside(withSalt, renamed);
  expect([waiting, leaving]).toEqual([['muoi-bien'], ['muoi']]);
  expect(shop.products.map(({ slug }) => slug)).toEqual(['binh-gom', 'mam', 'muoi-bien']);
  expect(ids(rest)).toEqual(['binh-gom', 'mam', 'muoi']);
});

test('prices and words of today go out at once', async () => {
  const changed = {
    ...withSalt,
    'samples/offers/mam.yaml': textOf('samples/offers/mam.yaml').replace('38000', '41000'),
  };
  const { documents } = await beside(withSalt, changed);
  expect(documents.find(({ id }) => id === 'mam')?.price).toBe(41_000);
});

test('nothing is known where no build lies', async () => {
  expect(await readServedRecord(path.join(tmpdir(), 'no-such-record'))).toBeNull();
});

test('a gift box the site has no page of waits', async () => {
  const box = `sku: GIO\nname: { vi: Giỏ, en: Box }\nsummary: { vi: Giỏ., en: A box. }\nsender: lo-gom
price: 99000\nparts: [{ sku: MUOI-200, quantity: 2 }]\n`;
  const withBox: Changes = { ...withSalt, 'samples/gift-boxes/gio.yaml': box };
  const waits = await beside(withSalt, withBox);
  expect([waits.shop.giftBoxes, waits.waiting]).toEqual([[], ['gio']]);
  const served = await beside(withBox, withBox);
  expect([served.shop.giftBoxes.map(({ sku }) => sku), served.waiting]).toEqual([['GIO'], []]);
});
