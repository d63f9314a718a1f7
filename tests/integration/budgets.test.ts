/** Sizes of the built files, as a phone on a weak line pays for them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

const KILOBYTE = 1000;
/** A page with its styles, which are written into it; no page may load a stylesheet besides. */
const PAGE_BUDGET = 15 * KILOBYTE;
const SCRIPT_BUDGET = 10 * KILOBYTE;

const client = join(testStack().distDir, 'client');
const zipped = (file: string) => gzipSync(readFileSync(join(client, file))).length;

/** Every file a page loads with these patterns, and the modules those import, each once. */
function loaded(html: string, pattern: RegExp): string[] {
  const files = new Set<string>();
  const follow = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(join(client, file), 'utf8');
    for (const match of code.matchAll(/(?:from|import)\s*\(?["']\.\/([^"']+\.js)["']/g)) {
      follow(join(file, '..', match[1] ?? ''));
    }
  };
  for (const match of html.matchAll(pattern)) follow((match[1] ?? '').replace(/^\//, ''));
  return [...files];
}

const styles = /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g;
const scripts = /<script[^>]+src="([^"]+)"/g;

const products = globSync('san-pham/*.html', { cwd: client });
const lists = globSync('{index,san-pham,chu-the,quyet-dinh,hoi-cho}.html', { cwd: client });
const sets = globSync('{bo,nhom,tinh,xa,sao,en/bo,en/san-pham}/*.html', { cwd: client });

describe('what a page weighs', () => {
  it('is measured on all products and lists', () => {
    expect(products.length).toBe(12);
    expect(lists.length).toBe(5);
  });

  it('no catalogue page is above 15 kB with its styles, or 10 kB of scripts, or has React', () => {
    const faults: string[] = [];
    for (const file of [...products, ...lists, ...sets]) {
      const html = readFileSync(join(client, file), 'utf8');
      const javascript = loaded(html, scripts).reduce((sum, path) => sum + zipped(path), 0);
      if (zipped(file) > PAGE_BUDGET) faults.push(`${file}: ${zipped(file)} bytes`);
      if (loaded(html, styles).length > 0) faults.push(`${file}: a stylesheet of its own`);
      if (javascript > SCRIPT_BUDGET) faults.push(`${file}: ${javascript} bytes of scripts`);
      if (loaded(html, scripts).length > 1) faults.push(`${file}: several scripts`);
      if (html.includes('astro-island')) faults.push(`${file}: an island`);
    }
    expect(faults).toEqual([]);
  });
});

describe('the stamp page', () => {
  it('comes in the first round trip, without scripts, styles or fonts of its own', async () => {
    const { env, siteUrl } = testStack();
    const keyring = readEnv(env).STAMP_KEYS ?? { current: '', epochs: {} };
    const order = await stampedLot(1, { product: 'mam-nem-thu' });
    const good = [...stampsOf(order, keyring, siteUrl)].map(({ url }) => new URL(url).pathname);
    for (const path of [...good, '/T/0000000000000000000', '/T/00000000000000000000']) {
      const html = await (await fetch(`${testStack().siteUrl}${path}`)).text();
      expect(gzipSync(html).length).toBeLessThanOrEqual(14 * KILOBYTE);
      expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
      expect(html).not.toMatch(/rel="stylesheet"|rel="preload"/);
    }
  });
});
