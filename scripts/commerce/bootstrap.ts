import { z } from 'zod';
import { adminApi, CommerceError, type AdminApi } from './admin-api.ts';
import { signIn } from './admin-user.ts';
import { setUpDelivery } from './delivery.ts';

export { ensureAdmin } from './admin-user.ts';

const WEBSITE = 'Website';
const REGION = 'Việt Nam';
const STORE = 'OCOP';

/** Medusa's manual payment provider; the site shows it as cash on delivery. */
const CASH_ON_DELIVERY = 'pp_system_default';

/** Where Medusa is and who signs in to it. */
export interface BootstrapInput {
  medusaUrl: string;
  email: string;
  password: string;
  /** The key of an earlier bootstrap; kept as long as Medusa still accepts it. */
  adminKey?: string | undefined;
  onProgress?: (step: string) => void;
}

/** The two keys a site needs: `publishableKey` for the store API, `adminKey` for scripts. */
export interface StoreKeys {
  publishableKey: string;
  adminKey: string;
}

const named = z.object({ id: z.string(), name: z.string() });
const apiKey = z.object({ id: z.string(), title: z.string(), token: z.string() });
const anything = z.unknown();

/**
 * Makes an empty Medusa sell in Vietnam: đồng with tax included, region, sales channel, place of
 * stock, delivery and the keys. Safe to repeat: what is there is found by its name and left as
 * staff made it, what is missing is created. Throws `CommerceError` when Medusa is away or refuses.
 */
export async function bootstrap(input: BootstrapInput): Promise<StoreKeys> {
  const say = input.onProgress ?? (() => {});
  const token = await signIn(input.medusaUrl, input.email, input.password);
  const admin = adminApi(input.medusaUrl, { token });

  say('sales channel');
  const channel = await salesChannel(admin);
  say('region Việt Nam');
  const region = await vietnam(admin);
  say('stock location and delivery');
  const location = await setUpDelivery(admin, channel);
  say('store settings');
  await storeSettings(admin, { channel, region, location });
  say('keys');
  return {
    publishableKey: await publishableKey(admin, channel),
    adminKey: await secretKey(admin, input),
  };
}

async function salesChannel(admin: AdminApi): Promise<string> {
  const { sales_channels } = await admin.get(
    z.object({ sales_channels: z.array(named) }),
    '/admin/sales-channels',
    { name: WEBSITE },
  );
  const existing = sales_channels[0];
  if (existing) return existing.id;
  const { sales_channel } = await admin.post(z.object({ sales_channel: named }), '/admin/sales-channels', {
    name: WEBSITE,
    description: 'Trang bán hàng và tra cứu tem',
  });
  return sales_channel.id;
}

async function vietnam(admin: AdminApi): Promise<string> {
  const { tax_regions } = await admin.get(
    z.object({ tax_regions: z.array(z.object({ id: z.string() })) }),
    '/admin/tax-regions',
    { country_code: 'vn' },
  );
  if (tax_regions.length === 0) {
    // No rate is set: prices in the record are what the buyer pays, whatever tax they contain.
    await admin.post(anything, '/admin/tax-regions', {
      country_code: 'vn',
      provider_id: 'tp_system',
    });
  }

  const { regions } = await admin.get(z.object({ regions: z.array(named) }), '/admin/regions', {
    currency_code: 'vnd',
  });
  const existing = regions[0];
  if (existing) return existing.id;
  const { region } = await admin.post(z.object({ region: named }), '/admin/regions', {
    name: REGION,
    currency_code: 'vnd',
    countries: ['vn'],
    payment_providers: [CASH_ON_DELIVERY],
    is_tax_inclusive: true,
    automatic_taxes: true,
  });
  return region.id;
}

interface StoreDefaults {
  channel: string;
  region: string;
  location: string;
}

async function storeSettings(admin: AdminApi, defaults: StoreDefaults): Promise<void> {
  const { stores } = await admin.get(
    z.object({
      stores: z.array(
        z.object({
          id: z.string(),
          default_region_id: z.string().nullable(),
          supported_currencies: z.array(z.object({ currency_code: z.string(), is_default: z.boolean() })),
        }),
      ),
    }),
    '/admin/stores',
  );
  const store = stores[0];
  if (!store) throw new CommerceError('Medusa has no store. Run its migrations first.', null);
  const sellsInDong = store.supported_currencies.some(
    ({ currency_code, is_default }) => currency_code === 'vnd' && is_default,
  );
  if (sellsInDong && store.default_region_id !== null) return;
  await admin.post(anything, `/admin/stores/${store.id}`, {
    name: STORE,
    supported_currencies: [{ currency_code: 'vnd', is_default: true, is_tax_inclusive: true }],
    default_sales_channel_id: defaults.channel,
    default_region_id: defaults.region,
    default_location_id: defaults.location,
  });
}

async function keysOfType(admin: AdminApi, type: 'publishable' | 'secret') {
  const { api_keys } = await admin.get(
    z.object({ api_keys: z.array(apiKey.extend({ revoked_at: z.string().nullable() })) }),
    '/admin/api-keys',
    { type, limit: 1_000 },
  );
  return api_keys.filter((key) => key.revoked_at === null);
}

async function createKey(admin: AdminApi, title: string, type: 'publishable' | 'secret') {
  const { api_key } = await admin.post(z.object({ api_key: apiKey }), '/admin/api-keys', {
    title,
    type,
  });
  return api_key;
}

async function publishableKey(admin: AdminApi, channel: string): Promise<string> {
  const keys = await keysOfType(admin, 'publishable');
  const key = keys.find(({ title }) => title === WEBSITE) ?? (await createKey(admin, WEBSITE, 'publishable'));
  await admin.post(anything, `/admin/api-keys/${key.id}/sales-channels`, { add: [channel] });
  return key.token;
}

const SCRIPTS = 'Scripts';

async function secretKey(admin: AdminApi, input: BootstrapInput): Promise<string> {
  if (input.adminKey && (await isAccepted(input.medusaUrl, input.adminKey))) return input.adminKey;
  // Medusa shows a secret once, at its creation: a key nobody here knows any more is of no use.
  const lost = (await keysOfType(admin, 'secret')).filter(({ title }) => title === SCRIPTS);
  for (const { id } of lost) await admin.post(anything, `/admin/api-keys/${id}/revoke`, {});
  return (await createKey(admin, SCRIPTS, 'secret')).token;
}

async function isAccepted(medusaUrl: string, key: string): Promise<boolean> {
  try {
    await adminApi(medusaUrl, { key }).get(anything, '/admin/stores');
    return true;
  } catch (error) {
    if (error instanceof CommerceError && error.status === 401) return false;
    throw error;
  }
}
