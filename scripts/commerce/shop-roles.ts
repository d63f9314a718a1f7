import { z } from 'zod';
import { CommerceError, type AdminApi } from './admin-api.ts';

/**
 * What the site needs an entity of Medusa for (a sales channel, a region). Which one that is stands in the metadata of Medusa's
 * Store by its id: staff may rename every one of them.
 */
const roleNames = [
  'salesChannel',
  'region',
  'stockLocation',
  'shippingProfile',
  'publishableKey',
  'secretKey',
  'transferProvider',
  'cardProvider',
] as const;

export type Role = (typeof roleNames)[number];

/** Field of the Store's metadata. */
const FIELD = 'ocop_roles';

const store = z.object({
  id: z.string(),
  default_sales_channel_id: z.string().nullable(),
  default_region_id: z.string().nullable(),
  default_location_id: z.string().nullable(),
  supported_currencies: z.array(z.object({ currency_code: z.string(), is_default: z.boolean() })),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const roles = z.partialRecord(z.enum(roleNames), z.string()).catch({});

/** Medusa's Store, and the ids of the entities that have a role. */
export interface Shop {
  store: z.output<typeof store>;
  roles: Partial<Record<Role, string>>;
}

/** Throws `CommerceError` where Medusa was never migrated. */
export async function readShop(admin: AdminApi): Promise<Shop> {
  const { stores } = await admin.get(z.object({ stores: z.array(store) }), '/admin/stores');
  const [found] = stores;
  if (!found) throw new CommerceError('Medusa has no store. Run its migrations first.', null);
  return { store: found, roles: roles.parse(found.metadata?.[FIELD] ?? {}) };
}

/** Writes down which entities have which role, where that changed; whatever else is noted there stays. */
export async function rememberRoles(admin: AdminApi, { store, roles: before }: Shop, now: Shop['roles']) {
  if (roleNames.every((role) => before[role] === now[role])) return;
  const metadata = { ...store.metadata, [FIELD]: { ...before, ...now } };
  await admin.post(z.unknown(), `/admin/stores/${store.id}`, { metadata });
}

/** Where the entity for a role is looked for, and how it is made. */
export interface RoleCandidates {
  /** Ids it may have, the surest first. The first that exists is it. */
  known: readonly (string | null | undefined)[];
  exists(id: string): Promise<boolean>;
  /** Once, for shops set up before roles were remembered: looks for it by the name it was made with. */
  adopt(): Promise<string | undefined>;
  create(): Promise<string>;
}

/** The id of the entity for a role: the known one, else the one of earlier times, else a new one. */
export async function entityForRole({ known, exists, adopt, create }: RoleCandidates): Promise<string> {
  for (const id of known) if (id && (await exists(id))) return id;
  return (await adopt()) ?? (await create());
}

const ids = z.array(z.object({ id: z.string() }));

/** The ids of the things Medusa lists at `path` under the name `things`. */
export async function idsAt(
  admin: AdminApi,
  path: string,
  things: string,
  query: Record<string, string>,
): Promise<string[]> {
  const answer = await admin.get(z.record(z.string(), z.unknown()), path, { ...query, fields: 'id' });
  return ids.parse(answer[things]).map(({ id }) => id);
}
