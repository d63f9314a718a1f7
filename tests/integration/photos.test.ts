import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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
const photos = {
  'mam-nem-thu': 'photo.avif',
  'ca-phe-thu': 'photo.jpg',
  'binh-gom-hoa-sen-thu': 'photo.png',
  'lua-thu': 'photo.JPG',
};
/** The last of them is of a telephone: large, turned, with the place it was taken at. */
const fromPhone = 'lua-thu';
/** Its photo is cut off in the middle, as a download that broke. */
const broken = 'tra-thu';

const stack = testStack();
let folder: string;
let distDir: string;
let site: OwnSite;
let built: { stdout: string; stderr: string };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ocop-photos-'));
  const contentDir = path.join(folder, 'content');
  await cp(stack.env.CONTENT_DIR ?? '', contentDir, { recursive: true });
  for (const [n, [slug, name]] of Object.entries(photos).entries()) {
    const create = { width: 900, height: 600, channels: 3, background: `#a${n}2` } as const;
    const file = path.join(contentDir, 'products', slug, name);
    if (slug === fromPhone) await writeFile(file, await phonePhoto());
    else await sharp({ create }).toFile(file);
  }
  const whole = await phonePhoto();
  await writeFile(
    path.join(contentDir, 'products', broken, 'photo.jpg'),
    whole.subarray(0, whole.length / 2),
  );
  // Inside the package, so that what the build imports resolves.
  distDir = path.resolve('.astro', path.basename(folder));
  built = await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
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

/** A photo of several megabytes as a telephone writes it. */
function phonePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#777', noise } })
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'Telephone of somebody', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 3/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

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
  expect(width).toBeLessThanOrEqual(1080);
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

  test('is published upright and without what the camera wrote, and never as the file it was', async () => {
    const original = path.join(folder, 'content/products', fromPhone, photos[fromPhone]);
    expect((await stat(original)).size).toBeGreaterThan(3_000_000);
    const client = path.join(distDir, 'client');
    const names = (await readdir(client, { recursive: true })).filter((name) =>
      /\.(?:jpe?g|png|webp|avif)$/i.test(name),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const bytes = await readFile(path.join(client, name));
      expect(bytes.includes('Telephone of somebody'), name).toBe(false);
      expect((await sharp(bytes).metadata()).exif, name).toBeUndefined();
      expect(bytes.length, name).toBeLessThan(2_000_000);
    }
    const [src = ''] = pictures(await (await fetch(`${site.url}/san-pham/${fromPhone}`)).text());
    const { width = 0, height = 0 } = await sharp(
      Buffer.from(await (await fetch(site.url + src)).arrayBuffer()),
    ).metadata();
    expect(height).toBeGreaterThan(width);
  });
});

test('a photo that is cut off leaves its product a drawing, is told, and keeps no page down', async () => {
  const answer = await fetch(`${site.url}/san-pham/${broken}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const main = html.slice(html.indexOf('<main'), html.indexOf('id="related"'));
  expect(main.includes('/_astro/photo')).toBe(false);
  expect(main.includes('<svg')).toBe(true);
  const told = built.stdout + built.stderr;
  expect(told).toMatch(
    /tra-thu\/photo\.jpg: no picture can be made of this photo \(.+\), so a drawing is shown/,
  );
});
