import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { bootstrap, ensureAdmin, type StoreKeys } from '../../scripts/commerce/bootstrap.ts';
import { syncCommerce } from '../../scripts/commerce/sync.ts';
import { smallRecord, type SmallOffer } from '../support/small-record.ts';
import { startSecondMedusa, type SecondMedusa } from '../support/second-medusa.ts';
import { testStack } from '../support/stack.ts';

const email = 'staff@example.vn';
const password = 'a long password of staff';

let server: SecondMedusa;
let keys: StoreKeys;
let admin: AdminApi;
let database: pg.Pool;

const bootstrapAgain = (adminKey?: string) =>
  bootstrap({ medusaUrl: server.url, email, password, adminKey, publishableKey: keys?.publishableKey });

const sync = (offers: SmallOffer[]) =>
  syncCommerce(smallRecord(offers), { medusaUrl: server.url, adminKey: keys.adminKey });

beforeAll(async () => {
  server = await startSecondMedusa(testStack());
  database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  await ensureAdmin({ medusaUrl: server.url, email, password, serverDir: server.serverDir, env: server.env });
  keys = await bootstrapAgain();
  admin = adminApi(server.url, { key: keys.adminKey });
}, 300_000);

afterAll(async () => {
  await database?.end();
  await server?.stop();
});

const rowCount = async (table: string): Promise<number> => {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from ${table} where deleted_at is null`,
  );
  return rows[0]?.n ?? -1;
};

describe('setting up an empty Medusa', () => {
  test('is the same the second time: nothing doubled, both keys kept', async () => {
    const tables = [
      'sales_channel',
      'region',
      'stock_location',
      'shipping_option',
      'service_zone',
      'tax_region',
    ];
    const before = await Promise.all(tables.map(rowCount));
    expect(await bootstrapAgain(keys.adminKey)).toEqual(keys);
    expect(await Promise.all(tables.map(rowCount))).toEqual(before);
    expect(await rowCount('region')).toBe(1);
    expect(await rowCount('shipping_option')).toBe(1);
  });

  test('draws a new secret key where the old one is lost or revoked, and the old one stops', async () => {
    const again = await bootstrapAgain('sk_lost');
    expect(again.publishableKey).toBe(keys.publishableKey);
    expect(again.adminKey).not.toBe(keys.adminKey);
    await expect(admin.get(z.unknown(), '/admin/stores')).rejects.toMatchObject({ status: 401 });
    keys = again;
    admin = adminApi(server.url, { key: keys.adminKey });
  });

  describe('after staff renamed every part of it', () => {
    const tables = ['sales_channel', 'region', 'stock_location', 'shipping_profile', 'shipping_option'];
    const more = ['fulfillment_set', 'service_zone', 'api_key'];
    const counts = () => Promise.all([...tables, ...more].map(rowCount));
    const rename = () =>
      Promise.all(
        [...tables, 'fulfillment_set', 'service_zone', 'store'].map((table) =>
          database.query(`update "${table}" set name = 'Tên mới của ' || id`),
        ),
      );
    const retitle = () => database.query(`update api_key set title = 'Tên mới của ' || id`);
    const forgetRoles = () => database.query(`update store set metadata = '{"note":"ours"}'`);

    test('starts as before: nothing doubled, both keys valid, the catalogue in line', async () => {
      const before = await counts();
      await rename();
      await retitle();
      expect(await bootstrapAgain(keys.adminKey)).toEqual(keys);
      expect(await counts()).toEqual(before);
      await sync([{ product: 'chum', packs: [['CHUM-1', 100_000, 5]] }]);
      await sync([]);
      expect(await counts()).toEqual(before);
    });

    test('revokes the lost secret key under its new title', async () => {
      await retitle();
      const again = await bootstrapAgain('sk_lost');
      await expect(admin.get(z.unknown(), '/admin/stores')).rejects.toMatchObject({ status: 401 });
      keys = again;
      admin = adminApi(server.url, { key: keys.adminKey });
    });

    test('takes over a shop set up before ids were remembered, renamed or not', async () => {
      const before = await counts();
      await forgetRoles();
      expect(await bootstrapAgain(keys.adminKey)).toEqual(keys);
      expect(await counts()).toEqual(before);
      const { rows } = await database.query<{ metadata: Record<string, unknown> }>(
        'select metadata from store',
      );
      expect(rows[0]?.metadata).toMatchObject({
        note: 'ours',
        ocop_roles: {
          salesChannel: expect.stringMatching(/^sc_/),
          region: expect.stringMatching(/^reg_/),
          stockLocation: expect.stringMatching(/^sloc_/),
          shippingProfile: expect.stringMatching(/^sp_/),
          publishableKey: expect.stringMatching(/^apk_/),
        },
      });
    });
  });

  test('sells in đồng, prices with tax in them, and delivers for 30.000 ₫', async () => {
    const { stores } = await admin.get(
      z.object({
        stores: z.array(
          z.object({
            supported_currencies: z.array(z.object({ currency_code: z.string(), is_default: z.boolean() })),
          }),
        ),
      }),
      '/admin/stores',
    );
    expect(stores[0]?.supported_currencies).toMatchObject([{ currency_code: 'vnd', is_default: true }]);
    const { price_preferences } = await admin.get(
      z.object({
        price_preferences: z.array(
          z.object({ attribute: z.string(), value: z.string(), is_tax_inclusive: z.boolean() }),
        ),
      }),
      '/admin/price-preferences',
    );
    const { regions } = await admin.get(
      z.object({ regions: z.array(z.object({ id: z.string() })) }),
      '/admin/regions',
    );
    const withTax = price_preferences.filter((preference) => preference.is_tax_inclusive);
    expect(withTax.map(({ value: of }) => of)).toEqual(expect.arrayContaining(['vnd', regions[0]?.id]));
  });

  test('knows its staff: present at the second asking, refused with another password', async () => {
    const known = { medusaUrl: server.url, email, password, serverDir: server.serverDir, env: server.env };
    expect(await ensureAdmin(known)).toBe('present');
    await expect(ensureAdmin({ ...known, password: 'another password' })).rejects.toThrow(/another password/);
  });
});
