/** `npm run sync` beside a running site whose pages were built from an earlier content. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { assignIds } from '../../scripts/content/assign-ids.ts';
import { testAdmin } from '../support/goods.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const slug = 'muoi-hat-moi';
const lot = 'MAU-MUOI-390601';
let contentDir: string;

beforeAll(async () => {
  contentDir = await mkdtemp(path.join(tmpdir(), 'ocop-sync-'));
  await cp(stack.env.CONTENT_DIR ?? '', contentDir, { recursive: true });
  const from = async (file: string) => readFile(path.join(contentDir, file), 'utf8');
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(contentDir, file)), { recursive: true });
    await writeFile(path.join(contentDir, file), text);
  };
  await put(
    `products/${slug}/product.yaml`,
    (await from('products/tra-thu/product.yaml'))
      .replace(/^id:.*\n/m, '')
      .replace(/^( +vi:) .*$/m, '$1 Muối hạt mới'),
  );
  await put(
    `samples/offers/${slug}.yaml`,
    [
      `product: ${slug}`,
      'gtin: null',
      'packs:',
      '  - sku: MUOI-HAT-MOI',
      '    label: { vi: Gói, en: Pack }',
      '    price: 12000',
      '    stock: 5',
      '',
    ].join('\n'),
  );
  await put(
    `samples/lots/${lot}.yaml`,
    (await from('samples/lots/MAU-MN-390415.yaml'))
      .replace(/^code:.*$/m, `code: ${lot}`)
      .replace(/^product:.*$/m, `product: ${slug}`),
  );
  await assignIds(contentDir);
});
afterAll(() => rm(contentDir, { recursive: true }));

test('a product the site has no page of is neither found nor sold, and the command says so', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/sync.ts'], {
    env: { ...process.env, ...stack.env, CONTENT_DIR: contentDir },
  });
  const told = stdout + stderr;
  expect(told).toContain(`it has no page of them: ${slug}. Start \`npm start\` again`);
  expect(told).toMatch(/Search: \d+ documents, 0 written, 0 removed/);

  expect((await fetch(`${stack.siteUrl}/san-pham/${slug}`)).status).toBe(404);
  const found = await (await fetch(`${stack.siteUrl}/api/search?q=muoi+hat+moi`)).text();
  expect(found.includes(slug)).toBe(false);
  const admin = testAdmin(stack);
  const products = await admin.get(z.object({ count: z.number() }), '/admin/products', { handle: slug });
  expect(products.count).toBe(0);
  const lots = await admin.get(z.object({ count: z.number() }), '/admin/traceability/lots', { q: lot });
  expect(lots.count).toBe(0);
});
