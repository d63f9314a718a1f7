import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { bootstrap, ensureAdmin, type StoreKeys } from '../../scripts/commerce/bootstrap.ts';
import { syncCommerce } from '../../scripts/commerce/sync.ts';
import { traceCommand } from '../../scripts/commerce/trace-command.ts';
import { assignIds } from '../../scripts/content/assign-ids.ts';
import { readEnv } from '../../src/config/env.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import { contentFolder, temporaryFolder } from '../../src/record/fixtures/small-content.ts';
import { loadRecord } from '../../src/record/load.ts';
import { writeSnapshot } from '../../src/record/snapshot.ts';
import { idOf } from '../../src/record/testing/plain-product.ts';
import { issueStamps, stampsOf } from '../support/issued-stamps.ts';
import { cartOf, completeOrder, offersOf, orderOf } from '../support/orders.ts';
import { startOwnSite } from '../support/own-site.ts';
import { startSecondMedusa, type SecondMedusa } from '../support/second-medusa.ts';
import { smallRecord, type SmallOffer } from '../support/small-record.ts';
import { testStack } from '../support/stack.ts';

const login = { email: 'staff@example.vn', password: 'a long password of staff' };

let server: SecondMedusa;
let keys: StoreKeys;
let admin: AdminApi;
let medusa: MedusaConnection;
let database: pg.Pool;

beforeAll(async () => {
  server = await startSecondMedusa(testStack());
  database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  await ensureAdmin({ medusaUrl: server.url, ...login, serverDir: server.serverDir, env: server.env });
  keys = await bootstrap({ medusaUrl: server.url, ...login });
  admin = adminApi(server.url, { key: keys.adminKey });
  medusa = connectMedusa({ url: server.url, publishableKey: keys.publishableKey, siteKey: server.siteKey });
  await sync(before);
}, 300_000);

afterAll(async () => {
  await database?.end();
  await server?.stop();
});

const other: SmallOffer = { product: 'chum', packs: [['CHUM-1', 100_000, 5]] };
const before: SmallOffer[] = [other, { product: 'tra', packs: [['TRA-1', 40_000, 9]] }];
const renamed = (product: string): SmallOffer[] => [
  other,
  { product, formerSlugs: ['tra'], packs: [['TRA-1', 40_000, 9]] },
];

const sync = (offers: SmallOffer[]) =>
  syncCommerce(smallRecord(offers), { medusaUrl: server.url, adminKey: keys.adminKey });

/** A product as Medusa holds it under this handle. */
async function stored(handle: string) {
  const product = z.object({
    id: z.string(),
    handle: z.string(),
    external_id: z.string(),
    variants: z.array(z.object({ id: z.string(), sku: z.string() })),
  });
  const { products } = await admin.get(z.object({ products: z.tuple([product]) }), '/admin/products', {
    handle,
    fields: 'id,handle,external_id,variants.id,variants.sku',
  });
  return products[0];
}

describe('in the shop, a renamed product', () => {
  test('stays the same product: variants, stock, price, orders and carts', async () => {
    const was = await stored('tra');
    const cart = await cartOf(medusa, 'TRA-1', 2);
    await orderOf(medusa, 'TRA-1', 1);
    await admin.post(z.unknown(), `/admin/products/${was.id}/variants/${was.variants[0]?.id}`, {
      prices: [{ currency_code: 'vnd', amount: 39_000 }],
    });

    const summary = await sync(renamed('tra-xanh'));
    expect(summary).toMatchObject({ created: 0, updated: 1, withdrawn: 0, stocked: 0 });
    expect(await stored('tra-xanh')).toEqual({ ...was, handle: 'tra-xanh' });
    expect(await offersOf(medusa)).toMatchObject({ 'TRA-1': { price: 39_000, available: 8 } });
    expect(await sync(renamed('tra-xanh'))).toMatchObject({ updated: 0, unchanged: 2 });

    await completeOrder(medusa, cart);
    expect(await offersOf(medusa)).toMatchObject({ 'TRA-1': { available: 6 } });
  });

  test('is found by its slug, or one it had, where a version before ids wrote it', async () => {
    const { id } = await stored('tra-xanh');
    await database.query(`update product set external_id = 'tra' where id = $1`, [id]);
    expect(await sync(renamed('tra-la'))).toMatchObject({ created: 0, updated: 1, withdrawn: 0 });
    expect(await stored('tra-la')).toMatchObject({ id, external_id: idOf('tra') });
  });
});

interface Traced {
  product: string;
  product_id: string | null;
  producer_id: string | null;
}

async function traced(table: 'trace_lot' | 'trace_stamp_range', lot: string): Promise<Traced[]> {
  const column = table === 'trace_lot' ? 'code' : 'lot_code';
  const { rows } = await database.query<Traced>(
    `select product, product_id, producer_id from ${table} where ${column} = $1`,
    [lot],
  );
  return rows;
}

describe('on lots and stamps, a product', () => {
  const tra = { product_id: idOf('tra'), producer_id: idOf('htx', 'producer') };

  test('is known by its id from the first lot and the first order on', async () => {
    expect(await traced('trace_lot', 'LO-tra')).toEqual([{ product: 'tra-la', ...tra }]);
    await issueStamps(admin, { lot: 'LO-tra', count: 5 });
    expect(await traced('trace_stamp_range', 'LO-tra')).toEqual([{ product: 'tra-la', ...tra }]);
  });

  test('keeps lots and stamps under a new name, and new stamps can be ordered for its old lot', async () => {
    const { traced: done, lots } = await sync(renamed('tra-moi'));
    expect(done).toEqual({ changed: 1, lots: 1, ranges: 1 });
    expect(lots).toMatchObject({ created: 0 });
    expect(await traced('trace_lot', 'LO-tra')).toEqual([{ product: 'tra-moi', ...tra }]);
    expect((await issueStamps(admin, { lot: 'LO-tra', count: 5 })).product).toBe('tra-moi');
    expect((await sync(renamed('tra-moi'))).traced).toEqual({ changed: 0, lots: 0, ranges: 0 });
  });

  test('that changes hands leaves its goods with the producer who made them', async () => {
    const [tea, ...rest] = renamed('tra-moi').reverse();
    await sync([...rest, { ...(tea as SmallOffer), producer: 'htx-khac' }]);
    expect(await traced('trace_lot', 'LO-tra')).toEqual([{ product: 'tra-moi', ...tra }]);
  });

  test('gets its id on rows of a version before ids; what nobody knows is listed', async () => {
    for (const table of ['trace_lot', 'trace_stamp_range']) {
      await database.query(`update ${table} set product = 'tra', product_id = null, producer_id = null
                            where product = 'tra-moi'`);
    }
    await database.query(
      `insert into trace_lot (id, code, product, made_on, quantity, raw_material, sample)
       values ('lot_la', 'LO-LA', 'khong-co', '2026-01-01', 1, '{"vi":"x","en":"x"}', true)`,
    );

    const { traced: done, unlinked } = await sync(renamed('tra-moi'));
    expect(done).toMatchObject({ lots: 1, ranges: 2 });
    expect(await traced('trace_lot', 'LO-tra')).toEqual([{ product: 'tra-moi', ...tra }]);
    expect(unlinked).toEqual([{ product: 'khong-co', lots: 1, ranges: 0 }]);
    expect(await traceCommand(['unlinked'], admin)).toBe('product\tlots\tranges\nkhong-co\t1\t0\n');
  });
});

test('a stamp printed before the rename shows its product, synchronised or not', async () => {
  const contentDir = await contentFolder();
  const syncFolder = async () =>
    syncCommerce(await loadRecord({ contentDir, samples: true }), {
      medusaUrl: server.url,
      adminKey: keys.adminKey,
    });
  await syncFolder();
  const order = await issueStamps(admin, { lot: 'L-1', count: 1 });
  const { STAMP_KEYS } = readEnv(server.env);
  if (!STAMP_KEYS) throw new Error('This Medusa has no stamp keys');
  const [stamp] = stampsOf(order, STAMP_KEYS, 'https://ocop.example');

  await rename(join(contentDir, 'products/mam'), join(contentDir, 'products/mam-nem'));
  expect((await assignIds(contentDir)).renamed).toHaveLength(1);
  const recordDir = await temporaryFolder();
  writeSnapshot(await loadRecord({ contentDir, samples: true }), recordDir);
  const site = await startOwnSite({
    RECORD_DIR: recordDir,
    DATA_DIR: await temporaryFolder(),
    STAMP_KEYS: server.env.STAMP_KEYS ?? '',
    STAMPS_DATABASE_URL: server.stampsDatabaseUrl,
    MEDUSA_URL: server.url,
    SITE_KEY: server.siteKey,
  });
  onTestFinished(() => site.kill());
  const page = async (): Promise<string> => {
    const answer = await fetch(site.url + new URL(stamp?.url ?? '').pathname);
    expect(answer.headers.get('x-stamp-verdict') ?? answer.status).not.toBe(404);
    return answer.text();
  };

  expect(await traced('trace_lot', 'L-1')).toMatchObject([{ product: 'mam' }]);
  expect(await page(), 'by the id').toContain('href="/san-pham/mam-nem"');
  await database.query(`update trace_lot set product_id = null where code = 'L-1'`);
  expect(await page(), 'by its former name').toContain('href="/san-pham/mam-nem"');
  await syncFolder();
  expect(await traced('trace_lot', 'L-1')).toMatchObject([{ product: 'mam-nem', product_id: 'sp-00000002' }]);
  expect(await page()).toContain('href="/san-pham/mam-nem"');
});
