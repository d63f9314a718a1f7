import type { ProductsRegistered, UnlinkedProduct } from '@ocop/contract/traced-products';
import { z } from 'zod';
import type { PublicRecord } from '../../src/record/types.ts';
import { adminApi, CommerceError, type AdminApi } from './admin-api.ts';
import { planSync, wantedProducts, WITHDRAWN, type StoredProduct, type SyncPlan } from './catalogue.ts';
import { shippingProfile } from './delivery.ts';
import { changedProduct, newProduct, type StoreIds } from './product-writes.ts';
import { changePacks } from './pack-sync.ts';
import { readShop } from './shop-roles.ts';
import { slices } from './slices.ts';
import { reservedSkus, stockNewPacks } from './stock.ts';
import { findUnlinkedProducts, syncTracedProducts } from './traced-product-sync.ts';
import { syncLots, type LotSummary } from './lot-sync.ts';

/** How far a step of the sync has come. */
export interface SyncProgress {
  step: 'products' | 'stock' | 'lots';
  done: number;
  total: number;
}

/** What a sync did. `hidden`: no longer offered, but not deleted because open orders hold its stock. */
export interface SyncSummary {
  created: number;
  updated: number;
  removed: number;
  hidden: number;
  unchanged: number;
  stocked: number;
  /** Products told to traceability, and the lots and ranges that were brought in line with them. */
  traced: ProductsRegistered;
  lots: LotSummary;
  /** Names on lots and stamps that lead to no product of the record. */
  unlinked: UnlinkedProduct[];
}

/** Where Medusa is, and the secret API key that scripts use. */
export interface CommerceAddress {
  medusaUrl: string;
  adminKey: string;
}

type Report = (progress: SyncProgress) => void;

const CREATE_AT_ONCE = 100;
const CHANGE_AT_ONCE = 50;
const anything = z.unknown();

/**
 * Brings Medusa in line with the record: products with an offer, their packs and prices, the lots.
 * Safe to repeat and to interrupt; only what changed is written. Stock is set when a pack first
 * appears and never again, so sales are not undone. Products made by staff are left alone. Throws
 * `CommerceError` when Medusa is away, refuses, or was never set up.
 */
export async function syncCommerce(
  record: Pick<PublicRecord, 'products' | 'producer' | 'offers' | 'lots' | 'product' | 'offerOf'>,
  address: CommerceAddress,
  onProgress: Report = () => {},
): Promise<SyncSummary> {
  const admin = adminApi(address.medusaUrl, { key: address.adminKey });
  const store = await storeIds(admin);
  const wanted = wantedProducts(record);
  const plan = planSync(wanted, await storedProducts(admin));

  const { removed, hidden } = await writeProducts(admin, store, plan, onProgress);
  const stocked = await stockNewPacks(admin, store.location, wanted, (done, total) =>
    onProgress({ step: 'stock', done, total }),
  );
  const traced = await syncTracedProducts(admin, record);
  const lots = await syncLots(admin, record, (done, total) => onProgress({ step: 'lots', done, total }));
  return {
    created: plan.create.length,
    updated: plan.update.length,
    removed,
    hidden,
    unchanged: plan.unchanged,
    stocked,
    traced,
    lots,
    unlinked: await findUnlinkedProducts(admin),
  };
}

async function storeIds(admin: AdminApi): Promise<StoreIds> {
  const { store, roles } = await readShop(admin);
  const channel = roles.salesChannel ?? store.default_sales_channel_id;
  const location = roles.stockLocation ?? store.default_location_id;
  if (!channel || !location) {
    throw new CommerceError(
      'This Medusa has no sales channel or stock location yet. Start it once with `npm start`.',
      null,
    );
  }
  return { channel, location, profile: await shippingProfile(admin) };
}

const productShape = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  options: z.array(z.object({ id: z.string() })),
  variants: z.array(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      metadata: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

const PAGE = 500;

async function storedProducts(admin: AdminApi): Promise<StoredProduct[]> {
  const found: StoredProduct[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { products, count } = await admin.get(
      z.object({ products: z.array(productShape), count: z.number() }),
      '/admin/products',
      {
        fields: 'id,external_id,metadata,options.id,variants.id,variants.sku,variants.metadata',
        order: 'id',
        limit: PAGE,
        offset,
      },
    );
    found.push(...products.flatMap(writtenBySync));
    if (offset + PAGE >= count) return found;
  }
}

/** A product without a content hash was made by staff in Medusa Admin: not ours to touch. */
function writtenBySync(product: z.output<typeof productShape>): StoredProduct[] {
  const hash = product.metadata?.content_hash;
  if (product.external_id === null || typeof hash !== 'string') return [];
  return [
    {
      id: product.id,
      externalId: product.external_id,
      hash,
      optionId: product.options[0]?.id ?? null,
      packs: product.variants.map(({ id, sku, metadata }) => ({
        id,
        sku: sku ?? '',
        contentPrice: typeof metadata?.content_price === 'number' ? metadata.content_price : null,
        withdrawn: metadata?.withdrawn === true,
      })),
    },
  ];
}

async function writeProducts(
  admin: AdminApi,
  store: StoreIds,
  plan: SyncPlan,
  onProgress: Report,
): Promise<{ removed: number; hidden: number }> {
  const total = plan.create.length + plan.update.length + plan.remove.length;
  let done = 0;
  const advance = (count: number) => {
    done += count;
    onProgress({ step: 'products', done, total });
  };

  // Removals come first: a SKU may move from a removed product to a new one.
  const result = { removed: 0, hidden: 0 };
  for (const some of slices(plan.remove, CHANGE_AT_ONCE)) {
    const hidden = await removeProducts(admin, some);
    result.hidden += hidden;
    result.removed += some.length - hidden;
    advance(some.length);
  }
  for (const some of slices(plan.update, CHANGE_AT_ONCE)) {
    const packs = await changePacks(admin, some);
    const update = some.map(({ stored: { id }, wanted }) => {
      const variants = packs.get(id);
      return { ...changedProduct(id, wanted), ...(variants ? { variants } : {}) };
    });
    await batch(admin, { update });
    advance(some.length);
  }
  for (const some of slices(plan.create, CREATE_AT_ONCE)) {
    await batch(admin, { create: some.map((product) => newProduct(product, store)) });
    advance(some.length);
  }
  return result;
}

/** Deletes products; answers how many could only be hidden because open orders hold their stock. */
async function removeProducts(admin: AdminApi, products: readonly StoredProduct[]): Promise<number> {
  const skus = products.flatMap(({ packs }) => packs.map(({ sku }) => sku));
  const reserved = await reservedSkus(admin, skus);
  const isHeld = (product: StoredProduct) => product.packs.some(({ sku }) => reserved.has(sku));
  const held = products.filter(isHeld);
  const toHide = held.filter(({ hash }) => hash !== WITHDRAWN);
  await batch(admin, {
    delete: products.filter((product) => !isHeld(product)).map(({ id }) => id),
    update: toHide.map(({ id }) => ({
      id,
      status: 'draft',
      metadata: { content_hash: WITHDRAWN },
    })),
  });
  return held.length;
}

interface ProductBatch {
  create?: object[];
  update?: object[];
  delete?: string[];
}

async function batch(admin: AdminApi, work: ProductBatch): Promise<void> {
  const named = Object.entries(work).filter(([, list]) => list.length > 0);
  if (named.length === 0) return;
  await admin.post(anything, '/admin/products/batch', Object.fromEntries(named), { fields: 'id' });
}
