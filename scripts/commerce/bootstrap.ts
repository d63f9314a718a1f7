import { z } from 'zod';
import { adminApi, CommerceError, type AdminApi } from './admin-api.ts';
import { signIn } from './admin-user.ts';
import { setUpDelivery } from './delivery.ts';
import { idsAt, entityForRole, readShop, rememberRoles, type Shop } from './shop-roles.ts';

export { ensureAdmin } from './admin-user.ts';

/** Names the entities are made with. Staff may change them: an entity is known by its id from then on. */
const WEBSITE = 'Website';
const SCRIPTS = 'Scripts';
const REGION = 'Việt Nam';
const STORE = 'OCOP';

/** Medusa's manual payment provider; the site shows it as cash on delivery. */
const CASH_ON_DELIVERY = 'pp_system_default';

/** Ways to pay of our own (medusa/src/modules), by their role; each is offered where it is set up. */
const OWN_PAYMENT = { transferProvider: 'pp_transfer_bank', cardProvider: 'pp_card_stripe' } as const;
type PaymentRole = keyof typeof OWN_PAYMENT;

/** Where Medusa is and who signs in to it. */
export interface BootstrapInput {
  medusaUrl: string;
  email: string;
  password: string;
  /** The keys of an earlier bootstrap; they stay as long as Medusa still accepts them. */
  adminKey?: string | undefined;
  publishableKey?: string | undefined;
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
 * stock, delivery and the keys. Safe to repeat: what is there is found by the id remembered for its
 * role and left as staff made it, what is missing is created. Throws `CommerceError` when Medusa is away or refuses.
 */
export async function bootstrap(input: BootstrapInput): Promise<StoreKeys> {
  const say = input.onProgress ?? (() => {});
  const token = await signIn(input.medusaUrl, input.email, input.password);
  const admin = adminApi(input.medusaUrl, { token });

  const shop = await readShop(admin);
  say('sales channel');
  const channel = await salesChannel(admin, shop);
  say('region Việt Nam');
  const region = await vietnam(admin, shop);
  const offered = await offerOwnPayment(admin, shop, region);
  say('stock location and delivery');
  const { location, profile } = await setUpDelivery(admin, shop, channel);
  say('store settings');
  await storeSettings(admin, shop, { channel, region, location });
  say('keys');
  const publishable = await publishableKey(admin, shop, input.publishableKey, channel);
  const secret = await secretKey(admin, shop, input);
  // Read once more: what was written meanwhile must not be written over.
  await rememberRoles(admin, await readShop(admin), {
    salesChannel: channel,
    region,
    stockLocation: location,
    shippingProfile: profile,
    publishableKey: publishable.id,
    ...offered,
    ...(secret.id === null ? {} : { secretKey: secret.id }),
  });
  return { publishableKey: publishable.token, adminKey: secret.token };
}

function salesChannel(admin: AdminApi, { store, roles }: Shop): Promise<string> {
  const path = '/admin/sales-channels';
  return entityForRole({
    // Before it is set up, Medusa has a default channel of its own making.
    known: [roles.salesChannel, store.default_region_id && store.default_sales_channel_id],
    exists: async (id) => (await idsAt(admin, path, 'sales_channels', { id })).length > 0,
    adopt: async () => (await idsAt(admin, path, 'sales_channels', { name: WEBSITE }))[0],
    async create() {
      const { sales_channel } = await admin.post(z.object({ sales_channel: named }), path, {
        name: WEBSITE,
        description: 'Trang bán hàng và tra cứu tem',
      });
      return sales_channel.id;
    },
  });
}

async function vietnam(admin: AdminApi, { roles }: Shop): Promise<string> {
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

  const path = '/admin/regions';
  return entityForRole({
    known: [roles.region],
    exists: async (id) => (await idsAt(admin, path, 'regions', { id })).length > 0,
    adopt: async () => (await idsAt(admin, path, 'regions', { currency_code: 'vnd' }))[0],
    async create() {
      const { region } = await admin.post(z.object({ region: named }), path, {
        name: REGION,
        currency_code: 'vnd',
        countries: ['vn'],
        payment_providers: [CASH_ON_DELIVERY],
        is_tax_inclusive: true,
        automatic_taxes: true,
      });
      return region.id;
    },
  });
}

const providers = z.array(z.object({ id: z.string() })).nullish();

/** Puts our ways to pay among the region's, each once: staff may take them out again. @returns those that are in */
async function offerOwnPayment(
  admin: AdminApi,
  { roles }: Shop,
  regionId: string,
): Promise<Partial<Record<PaymentRole, string>>> {
  const wanted = (Object.keys(OWN_PAYMENT) as PaymentRole[]).filter((role) => roles[role] === undefined);
  if (wanted.length === 0) return {};
  const { payment_providers: known } = await admin.get(
    z.object({ payment_providers: providers }),
    '/admin/payments/payment-providers',
    { limit: 100 },
  );
  const there = wanted.filter((role) => known?.some(({ id }) => id === OWN_PAYMENT[role]));
  if (there.length === 0) return {};
  const path = `/admin/regions/${regionId}`;
  const { region } = await admin.get(z.object({ region: z.object({ payment_providers: providers }) }), path, {
    fields: '+payment_providers.id',
  });
  const added = there.map((role) => [role, OWN_PAYMENT[role]] as const);
  const ids = new Set([
    ...(region.payment_providers ?? []).map(({ id }) => id),
    ...added.map(([, provider]) => provider),
  ]);
  await admin.post(anything, path, { payment_providers: [...ids] });
  return Object.fromEntries(added);
}

interface StoreDefaults {
  channel: string;
  region: string;
  location: string;
}

async function storeSettings(admin: AdminApi, { store }: Shop, defaults: StoreDefaults): Promise<void> {
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

async function publishableKey(admin: AdminApi, { roles }: Shop, token: string | undefined, channel: string) {
  const keys = await keysOfType(admin, 'publishable');
  const key =
    keys.find(({ id }) => id === roles.publishableKey) ??
    keys.find((one) => one.token === token) ??
    keys.find(({ title }) => title === WEBSITE) ??
    (await createKey(admin, WEBSITE, 'publishable'));
  await admin.post(anything, `/admin/api-keys/${key.id}/sales-channels`, { add: [channel] });
  return key;
}

/** The key of commands; its `id` is null where a shop of earlier times no longer tells which one it is. */
async function secretKey(
  admin: AdminApi,
  { roles }: Shop,
  input: BootstrapInput,
): Promise<{ id: string | null; token: string }> {
  const keys = await keysOfType(admin, 'secret');
  const ours = keys.filter(({ id, title }) =>
    roles.secretKey === undefined ? title === SCRIPTS : id === roles.secretKey,
  );
  if (input.adminKey && (await isAccepted(input.medusaUrl, input.adminKey))) {
    return { id: ours[0]?.id ?? null, token: input.adminKey };
  }
  // Medusa shows a secret once, at its creation: a key nobody here knows any more is of no use.
  for (const { id } of ours) await admin.post(anything, `/admin/api-keys/${id}/revoke`, {});
  return createKey(admin, SCRIPTS, 'secret');
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
