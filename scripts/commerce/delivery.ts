import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import { idsAt, entityForRole, readShop, type Shop } from './shop-roles.ts';

const LOCATION = 'Kho chính';
const MANUAL_FULFILMENT = 'manual_manual';

/** Sample price of the one way of delivery, in đồng, until an operator sets their own in Admin. */
const SAMPLE_DELIVERY_DONG = 30_000;

const identified = z.object({ id: z.string() });
const anything = z.unknown();

const locationShape = z.object({
  id: z.string(),
  fulfillment_sets: z
    .array(z.object({ id: z.string(), type: z.string(), service_zones: z.array(identified).nullish() }))
    .nullish(),
});

/**
 * Sees to it that goods lie somewhere and can be sent anywhere in Vietnam for one flat price.
 * What exists is left as it is. Answers the ids of the stock location and the shipping profile.
 */
export async function setUpDelivery(
  admin: AdminApi,
  shop: Shop,
  channel: string,
): Promise<{ location: string; profile: string }> {
  const location = await stockLocation(admin, shop);
  await admin.post(anything, `/admin/stock-locations/${location}/sales-channels`, {
    add: [channel],
  });
  const zone = await serviceZone(admin, location);
  const profile = await profileInRole(admin, shop);
  await deliveryOption(admin, location, zone, profile);
  return { location, profile };
}

function stockLocation(admin: AdminApi, { store, roles }: Shop): Promise<string> {
  const path = '/admin/stock-locations';
  return entityForRole({
    known: [roles.stockLocation, store.default_location_id],
    exists: async (id) => (await idsAt(admin, path, 'stock_locations', { id })).length > 0,
    adopt: async () => (await idsAt(admin, path, 'stock_locations', { name: LOCATION }))[0],
    async create() {
      const { stock_location } = await admin.post(z.object({ stock_location: identified }), path, {
        name: LOCATION,
        address: { address_1: LOCATION, country_code: 'vn' },
      });
      return stock_location.id;
    },
  });
}

/** The zone that delivery reaches from a place; a set-up that broke off half-way is completed. */
async function serviceZone(admin: AdminApi, location: string): Promise<string> {
  const place = `/admin/stock-locations/${location}`;
  const setsHere = async () => {
    const answer = await admin.get(z.object({ stock_location: locationShape }), place, {
      fields: 'id,*fulfillment_sets,*fulfillment_sets.service_zones',
    });
    // Staff may add places to fetch goods from; those deliver nothing.
    return (answer.stock_location.fulfillment_sets ?? []).filter(({ type }) => type === 'shipping');
  };

  let [set] = await setsHere();
  if (!set) {
    await admin.post(anything, `${place}/fulfillment-providers`, { add: [MANUAL_FULFILMENT] });
    const everywhere = { name: 'Giao hàng toàn quốc', type: 'shipping' };
    await admin.post(anything, `${place}/fulfillment-sets`, everywhere);
    [set] = await setsHere();
  }
  if (!set) throw new Error('Medusa created a fulfilment set and does not list it.');
  const existing = set.service_zones?.[0];
  if (existing) return existing.id;

  const { fulfillment_set } = await admin.post(
    z.object({ fulfillment_set: z.object({ service_zones: z.array(identified) }) }),
    `/admin/fulfillment-sets/${set.id}/service-zones`,
    { name: 'Việt Nam', geo_zones: [{ type: 'country', country_code: 'vn' }] },
  );
  const zone = fulfillment_set.service_zones[0];
  if (!zone) throw new Error('Medusa created a service zone and does not list it.');
  return zone.id;
}

/** The id of the profile all goods are sent under; creates it in an empty store. */
export async function shippingProfile(admin: AdminApi): Promise<string> {
  return profileInRole(admin, await readShop(admin));
}

function profileInRole(admin: AdminApi, { roles }: Shop): Promise<string> {
  const path = '/admin/shipping-profiles';
  return entityForRole({
    known: [roles.shippingProfile],
    exists: async (id) => (await idsAt(admin, path, 'shipping_profiles', { id })).length > 0,
    adopt: async () => (await idsAt(admin, path, 'shipping_profiles', { type: 'default' }))[0],
    async create() {
      const { shipping_profile } = await admin.post(z.object({ shipping_profile: identified }), path, {
        name: 'Hàng thường',
        type: 'default',
      });
      return shipping_profile.id;
    },
  });
}

/** One way of delivery from the location is enough, whichever zone staff put it in. */
async function deliveryOption(
  admin: AdminApi,
  location: string,
  zone: string,
  profile: string,
): Promise<void> {
  const path = '/admin/shipping-options';
  const options = await idsAt(admin, path, 'shipping_options', { stock_location_id: location });
  if (options.length > 0) return;
  await admin.post(anything, path, {
    name: 'Giao hàng tiêu chuẩn',
    service_zone_id: zone,
    shipping_profile_id: profile,
    provider_id: MANUAL_FULFILMENT,
    price_type: 'flat',
    type: { label: 'Tiêu chuẩn', description: 'Giá mẫu (sample price)', code: 'standard' },
    prices: [{ currency_code: 'vnd', amount: SAMPLE_DELIVERY_DONG }],
    rules: [
      { attribute: 'enabled_in_store', operator: 'eq', value: 'true' },
      { attribute: 'is_return', operator: 'eq', value: 'false' },
    ],
    metadata: { sample: true },
  });
}
