import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { readEnv } from '../../src/config/env.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

/** Products that get a photo here: one in each kind of file. */
const photos = { 'mam-nem-thu': 'avif', 'ca-phe-thu': 'jpg', 'binh-gom-hoa-sen-thu': 'png' };

const stack = testStack();
let folder: string;
let distDir: string;
let site: OwnSite;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-photos-'));
  const contentDir = path.join(folder, 'content');
  await cp(stack.env.CONTENT_DIR ?? '', contentDir, { recursive: true });
  for (const [slug, kind] of Object.entries(photos)) {
    const create = { width: 900, height: 600, channels: 3, background: '#a52' } as const;
    await sharp({ create }).toFile(path.join(contentDir, 'products', slug, `photo.${kind}`));
  }
  // Inside the package, so that what the build imports resolves.
  distDir = path.resolve('.astro', path.basename(folder));
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...nodeEnvironment(),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      SITE_URL: stack.siteUrl,
      CONTENT_DIR: contentDir,
      OUT_DIR: distDir,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  // Without a search server the site searches the index of its own build.
  const settings = { MEILI_URL: '', MEILI_SEARCH_KEY: '', RECORD_DIR: path.join(distDir, 'record') };
  site = await startOwnSite(settings, distDir);
}, 300_000);

afterAll(async () => {
  await site.kill();
  await rm(folder, { recursive: true });
  await rm(distDir, { recursive: true });
});

/** Addresses of a page's pictures; drawings are no files, and the site's own mark is no photo. */
function pictures(html: string): string[] {
  const images = [...html.matchAll(/<img\b[^>]*>/g)].map(([image]) => image);
  const attributes = images.flatMap((image) =>
    [...image.matchAll(/\bsrc(?:set)?="([^"]*)"/g)].flatMap(([, value = '']) => value.split(', ')),
  );
  return [...new Set(attributes.map((part) => part.split(' ')[0] ?? ''))].filter(
    (src) => src !== '' && src !== '/favicon.svg',
  );
}

async function isFile(src: string): Promise<void> {
  expect(src).toMatch(/^\/_astro\/[^?]+\.webp$/);
  const answer = await fetch(site.url + src);
  expect([answer.status, answer.headers.get('content-type')], src).toEqual([200, 'image/webp']);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const { width = 0 } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(width).toBeLessThanOrEqual(900);
}

describe('a photo in each kind of file that content may hold', () => {
  test.each(Object.keys(photos))(
    'of %s is shown on its page and in lists, from static files',
    async (slug) => {
      const page = await (await fetch(`${site.url}/san-pham/${slug}`)).text();
      const shown = pictures(page);
      expect(shown.length).toBeGreaterThan(2);
      for (const src of shown) await isFile(src);
    },
  );

  test('is on the list of products and in search results', async () => {
    let list = '';
    for (let page = 1; page <= 10; page += 1) {
      const answer = await fetch(`${site.url}/san-pham${page === 1 ? '' : `/${page}`}`);
      if (answer.ok) list += await answer.text();
    }
    const listed = pictures(list);
    expect(listed.length).toBeGreaterThanOrEqual(3 * Object.keys(photos).length);
    for (const src of listed) await isFile(src);
    const found = await (await fetch(`${site.url}/api/search?q=mam+nem`)).text();
    const [src] = /\/_astro\/[^"]+\.webp/.exec(found) ?? [];
    await isFile(src ?? 'no photo in the results');
  });

  test('is on the page of its stamps', async () => {
    const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };
    const { range, epoch } = await stampedLot(1, { product: 'mam-nem-thu' });
    const order = { number: range, first: 0, count: 1, epoch, gtin: null, form: 'tagged' } as const;
    const [stamp] = stampsOfRange(order, keyring, site.url);
    const html = await (await fetch(site.url + new URL(stamp?.url ?? '').pathname)).text();
    const shown = pictures(html);
    expect(shown.length).toBeGreaterThan(0);
    for (const src of shown) await isFile(src);
  });

  test('is not made by request, and its original is nowhere to fetch', async () => {
    const [src = ''] = pictures(await (await fetch(`${site.url}/san-pham/mam-nem-thu`)).text());
    const asked = `/_image?href=${encodeURIComponent(src)}&w=1080&f=png`;
    expect((await fetch(site.url + asked)).status).toBe(404);
    const original = src.replace(/_[^_.]+\.webp$/, '.avif');
    expect((await fetch(site.url + original)).status).toBe(404);
    expect((await fetch(`${site.url}/photos.json`)).status).toBe(404);
  });
});
