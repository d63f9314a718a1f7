/** What programs read of the site: the sitemap, the installed app, sharing pictures, schema.org data. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testStack } from '../support/stack.ts';

const { siteUrl, distDir } = testStack();

async function text(address: string): Promise<string> {
  const answer = await fetch(new URL(address, siteUrl));
  expect(answer.status, address).toBe(200);
  return answer.text();
}

async function picture(address: string) {
  const answer = await fetch(new URL(new URL(address).pathname, siteUrl));
  expect(answer.status, address).toBe(200);
  return sharp(Buffer.from(await answer.arrayBuffer())).metadata();
}

const metaOf = (html: string, property: string) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1];

function dataOf(html: string): Record<string, unknown>[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...scripts].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>);
}

describe('the sitemap', () => {
  const sitemap = () => readFileSync(path.join(distDir, 'client/sitemap-0.xml'), 'utf8');

  it('names the stamp check in both languages', () => {
    const { host } = new URL(/<loc>([^<]+)/.exec(sitemap())?.[1] ?? '');
    const named = [...sitemap().matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url));
    expect(named.every((url) => url.host === host)).toBe(true);
    const paths = named.map(({ pathname }) => pathname);
    expect(paths).toEqual(expect.arrayContaining(['/tem', '/en/tem', '/san-pham/mam-nem-thu']));
    expect(paths.filter((one) => /gio-hang|thanh-toan|don-hang|tim-kiem|404/.test(one))).toEqual([]);
  });

  it('tells the day a page of the record last changed, which is not the day of the build', () => {
    const entries = sitemap().split('<url>');
    const dayOf = (page: string) =>
      /<lastmod>([^<]+)/.exec(
        entries.find((entry) => new RegExp(`<loc>[^<]*${page}</loc>`).test(entry)) ?? '',
      )?.[1];
    expect(dayOf('/san-pham/mam-nem-thu')).toMatch(/^20\d\d-\d\d-\d\d/);
    expect(dayOf('/en/san-pham/mam-nem-thu')).toBe(dayOf('/san-pham/mam-nem-thu'));
    expect(dayOf('/gioi-thieu')).toBeUndefined();
  });
});

describe.each([
  ['', 'vi', 'Chợ OCOP – Kiểm tra tem'],
  ['/en', 'en', 'Chợ OCOP – Check a stamp'],
])('the installed app of %s', (prefix, lang, name) => {
  it('opens in its own language, with icons for every shape', async () => {
    expect(await text(prefix || '/')).toContain(`href="${prefix}/site.webmanifest"`);
    const answer = await fetch(`${siteUrl}${prefix}/site.webmanifest`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    const manifest = (await answer.json()) as {
      icons: { src: string; sizes: string; purpose: string }[];
      shortcuts: { url: string }[];
    };
    expect(manifest).toMatchObject({ lang, name, start_url: `${prefix}/tem`, scope: '/' });
    for (const { url } of manifest.shortcuts) expect(url).toMatch(new RegExp(`^${prefix}/(tem|san-pham)$`));
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await picture(siteUrl + src);
      expect(`${width}x${height}`).toBe(sizes);
    }
    const maskable = manifest.icons.filter(({ purpose }) => purpose === 'maskable');
    expect(maskable.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
    for (const { src } of maskable) expect(await outsideSafeZone(src)).toBe(1);
  });
});

/** How many colours stand outside the circle that every shape shows: 40 % of the icon's width. */
async function outsideSafeZone(src: string): Promise<number> {
  const answer = await fetch(siteUrl + src);
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<string>();
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      if (Math.hypot(x - info.width / 2, y - info.height / 2) < info.width * 0.4) continue;
      const at = (y * info.width + x) * info.channels;
      colours.add(data.subarray(at, at + 3).join());
    }
  }
  return colours.size;
}

describe('a shared product', () => {
  it.each(['/san-pham/mam-nem-thu', '/en/san-pham/mam-nem-thu'])(
    'has one picture, told in words: %s',
    async (page) => {
      const html = await text(page);
      const address = metaOf(html, 'og:image') ?? '';
      const { width, height } = await picture(address);
      expect([width, height]).toEqual([1200, 630]);
      const alt = metaOf(html, 'og:image:alt');
      expect(alt).toMatch(
        page.startsWith('/en') ? /^Drawing, not a photograph: / : /^Hình vẽ, không phải ảnh chụp: /,
      );
      expect(metaOf(html, 'twitter:image:alt')).toBe(alt);
      const product = dataOf(html).find((data) => data['@type'] === 'Product');
      expect(product?.image).toBe(address);
      // Everything on sale in this record is a sample.
      expect(product).not.toHaveProperty('offers');
    },
  );
});

describe('schema.org data', () => {
  it('tells the way to every page below home', async () => {
    for (const page of ['/san-pham', '/en/quyet-dinh', '/chu-the']) {
      const way = dataOf(await text(page)).find((data) => data['@type'] === 'BreadcrumbList');
      const steps = way?.itemListElement as { position: number; name: string; item?: string }[];
      expect(steps.map(({ position }) => position)).toEqual(steps.map((_, index) => index + 1));
      expect(steps[0]?.item).toMatch(page.startsWith('/en') ? /\/en$/ : /^https?:\/\/[^/]+\/$/);
      expect(steps.at(-1)).not.toHaveProperty('item');
    }
  });
});

it('says where to tell of a weakness', async () => {
  const answer = await fetch(`${siteUrl}/.well-known/security.txt`);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const lines = (await answer.text()).trimEnd().split('\n');
  const fields = new Map(lines.map((line) => line.split(': ') as [string, string]));
  expect(fields.get('Contact')).toBe('mailto:security@shop.example');
  const expires = Date.parse(fields.get('Expires') ?? '');
  const now = Date.now();
  expect(expires).toBeGreaterThan(now + 30 * 86_400_000);
  expect(expires).toBeLessThan(now + 366 * 86_400_000);
});
