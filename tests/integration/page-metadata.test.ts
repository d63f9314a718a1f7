/** What built pages tell machines: search engines, chat programs that show a link, home screens. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadRecord } from '../../src/record/load.ts';
import { testStack } from '../support/stack.ts';

const { distDir, siteUrl } = testStack();
const client = path.join(distDir, 'client');
const record = await loadRecord({ contentDir: 'tests/record', samples: true });
const pages = new Map(
  readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => [`/${file.replace(/\.html$/, '')}`, readFileSync(path.join(client, file), 'utf8')]),
);
const htmlOf = (address: string) => pages.get(address) ?? '';

interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** Every schema.org object of a page; broken JSON fails the test that asks. */
function things(html: string): Thing[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text]) => JSON.parse(text ?? '') as Thing,
  );
}
const thing = (address: string, type: string) => things(htmlOf(address)).find((one) => one['@type'] === type);

describe('structured data', () => {
  it('is JSON on every page, and says nothing of samples or ratings', () => {
    for (const [address, html] of pages) {
      const told = things(html);
      // Every offer and every fair of this record is a sample.
      expect(JSON.stringify(told), address).not.toMatch(/"offers"|"Event"|aggregateRating|9506000/);
    }
  });

  it('leads from home to the page, wherever a page shows its way', () => {
    for (const [address, html] of pages) {
      const crumbs = things(html).filter((one) => one['@type'] === 'BreadcrumbList');
      expect(crumbs.length, address).toBe(html.includes('class="crumbs"') ? 1 : 0);
    }
    const steps = thing('/en/san-pham/mam-nem-thu', 'BreadcrumbList')?.itemListElement as {
      position: number;
      item?: string;
    }[];
    expect(steps.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(steps[0]?.item).toBe(`${siteUrl}/en`);
    expect(steps.at(-1)).not.toHaveProperty('item');
  });

  it('names a producer as an organisation, and a piece of news with its day', () => {
    const maker = record.producer('htx-bien-thu');
    expect(thing('/chu-the/htx-bien-thu', 'Organization')).toMatchObject({
      name: maker?.name.vi,
      url: `${siteUrl}/chu-the/htx-bien-thu`,
      address: { '@type': 'PostalAddress', addressCountry: 'VN' },
    });
    expect(thing('/en/tin-tuc/tin-thu', 'NewsArticle')).toMatchObject({
      datePublished: record.newsItem('tin-thu')?.date,
      inLanguage: 'en',
    });
  });
});

describe('the picture of a shared link', () => {
  it('is there, of the size it says, and told in words', async () => {
    for (const [address, html] of pages) {
      const meta = (name: string) => new RegExp(`property="og:${name}" content="([^"]+)"`).exec(html)?.[1];
      const file = new URL(meta('image') ?? '', siteUrl).pathname;
      expect(meta('image:alt')?.length, address).toBeGreaterThan(10);
      const { width, height } = await sharp(path.join(client, file)).metadata();
      expect({ width: String(width), height: String(height) }, `${address} ${file}`).toEqual({
        width: meta('image:width'),
        height: meta('image:height'),
      });
    }
  });

  it('shows the thing a product is, with its name', () => {
    const html = htmlOf('/san-pham/ca-phe-thu');
    expect(html).toContain('/og/hinh-coffee.png');
    expect(html).toMatch(/og:image:alt" content="[^"]*Cà phê Thử/);
  });
});

describe('the sitemap', () => {
  it('dates pages by the record and knows the stamp check', () => {
    const map = readFileSync(path.join(client, 'sitemap-0.xml'), 'utf8');
    const entries = new Map(
      [...map.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = '']) => [
        new URL(/<loc>([^<]+)/.exec(entry)?.[1] ?? '').pathname,
        /<lastmod>([^<]+)/.exec(entry)?.[1]?.slice(0, 10),
      ]),
    );
    expect(entries.has('/tem') && entries.has('/en/tem')).toBe(true);
    expect(entries.get('/san-pham/mam-nem-thu')).toBe('2038-08-05');
    expect(entries.get('/en/san-pham/mam-nem-thu')).toBe('2038-08-05');
    expect(entries.get('/tin-tuc/tin-thu')).toBe(record.newsItem('tin-thu')?.date);
    expect(entries.get('/san-pham')).toBeUndefined();
    // The day of the build dates nothing.
    expect([...entries.values()]).not.toContain('2039-06-15');
  });
});

describe('the app', () => {
  it('has icons to be cut round, whose drawing stays inside the safe circle', async () => {
    for (const manifest of ['site.webmanifest', 'en/site.webmanifest']) {
      const { icons } = JSON.parse(readFileSync(path.join(client, manifest), 'utf8')) as {
        icons: { src: string; sizes: string; purpose: string }[];
      };
      const maskable = icons.filter(({ purpose }) => purpose === 'maskable');
      expect(maskable.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512']);
      for (const { src, sizes } of maskable) {
        const { data, info } = await sharp(path.join(client, src))
          .removeAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect(`${info.width}x${info.height}`).toBe(sizes);
        const middle = info.width / 2;
        for (let y = 0; y < info.height; y += 1) {
          for (let x = 0; x < info.width; x += 1) {
            // 40 % of the width from the middle, as the W3C's manifest says of maskable icons.
            if (Math.hypot(x + 0.5 - middle, y + 0.5 - middle) < info.width * 0.4) continue;
            const at = (y * info.width + x) * 3;
            const isGround = Math.abs((data[at] ?? 0) - 0xf8) < 4 && Math.abs((data[at + 2] ?? 0) - 0xe6) < 4;
            if (!isGround) throw new Error(`${src} draws at ${x}, ${y}, outside the safe circle`);
          }
        }
      }
    }
  });
});
