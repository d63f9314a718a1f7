import type { ProductsRegistered, UnlinkedProduct } from '@ocop/contract/traced-products';
import { z } from 'zod';
import type { PublicRecord } from '../../src/record/types.ts';
import { adminApi, CommerceError, type AdminApi } from './admin-api.ts';
import {
  packsInTheWay,
  planSync,
  wantedProducts,
  type SoldRecord,
  type SyncPlan,
  type WantedProduct,
} from './catalogue.ts';
import { shippingProfile } from './delivery.ts';
import { alignBoxes, boxDraws, boxPacks, orphanedPieces, type Draws } from './gift-box-sync.ts';
import {
  changedProduct,
  newProduct,
  returnedProduct,
  withdrawnProduct,
  withoutHandle,
  type StoreIds,
} from './product-writes.ts';
import { changePacks, freeSkus } from './pack-sync.ts';
import { storedProducts } from './stored-products.ts';
import { readShop } from './shop-roles.ts';
import { slices } from './slices.ts';
import { stockNewPacks } from './stock.ts';
import { findUnlinkedProducts, syncTracedProducts } from './traced-product-sync.ts';
import { syncLots, type LotSummary } from './lot-sync.ts';

/** How far a step of the sync has come. */
export interface SyncProgress {
  step: 'products' | 'stock' | 'lots';
  done: number;
  total: number;
}

/** What a sync did. */
export interface SyncSummary {
  created: number;
  updated: number;
  /** On sale again, as they were before the record left them out. */
  returned: number;
  /** Taken off sale, because the record does not offer them. */
  withdrawn: number;
  /** Slugs of what the record offers and staff deleted in Medusa: not created again. */
  leftDeleted: string[];
  unchanged: number;
  stocked: number;
  /** SKUs of gift boxes that hold a pack which staff deleted in Medusa: not on sale. */
  boxesIncomplete: string[];
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
 * appears and never again, so sales are not undone. What leaves the record is taken off sale and comes
 * back as it was. Products made by staff are left alone, and what staff deleted is not made again.
 * @param again slugs and SKUs that are made again although staff deleted them
 * @throws CommerceError when Medusa is away, refuses, or was never set up
 */
export async function syncCommerce(
  record: SoldRecord & Pick<PublicRecord, 'products' | 'lots' | 'offerOf'>,
  address: CommerceAddress,
  onProgress: Report = () => {},
  again: ReadonlySet<string> = new Set(),
): Promise<SyncSummary> {
  const admin = adminApi(address.medusaUrl, { key: address.adminKey });
  const store = await storeIds(admin);
  const wanted = wantedProducts(record);
  const stored = await storedProducts(admin);
  const plan = planSync(
    wanted,
    stored.map(({ product }) => product),
    again,
  );

  await freeSkus(
    admin,
    packsInTheWay(
      plan,
      stored.map(({ product }) => product),
    ),
  );
  const status = new Map(stored.map(({ product, status }) => [product.id, status]));
  const orphaned = await orphanedPieces(admin, wanted);
  await writeProducts(admin, { store, plan, status, again, orphaned }, onProgress);
  const stocked = await stockNewPacks(admin, store.location, wanted, (done, total) =>
    onProgress({ step: 'stock', done, total }),
  );
  // Last, for they take their stock from packs that may be new.
  const draws = await boxDraws(admin, wanted);
  const whole = plan.create.filter((product) => isBox(product) && isWhole(product, draws));
  for (const some of slices(whole, CREATE_AT_ONCE)) {
    await batch(admin, { create: some.map((product) => newProduct(product, store, draws)) });
  }
  await alignBoxes(admin, draws);
  const traced = await syncTracedProducts(admin, record);
  const lots = await syncLots(admin, record, (done, total) => onProgress({ step: 'lots', done, total }));
  return {
    created: plan.create.filter((product) => !isBox(product)).length + whole.length,
    updated: plan.update.filter(({ stored }) => stored.withdrawnFrom === null).length,
    returned:
      plan.bringBack.length + plan.update.filter(({ stored }) => stored.withdrawnFrom !== null).length,
    withdrawn: plan.withdraw.length,
    leftDeleted: plan.leftDeleted.map(({ slug }) => slug),
    unchanged: plan.unchanged,
    stocked,
    boxesIncomplete: [...draws].flatMap(([sku, parts]) => (parts === null ? [sku] : [])),
    traced,
    lots,
    unlinked: await findUnlinkedProducts(admin),
  };
}

const isBox = (product: WantedProduct) => boxPacks([product]).length > 0;

const isWhole = ({ packs }: WantedProduct, draws: ReadonlyMap<string, Draws | null>) =>
  packs.every(({ sku }) => draws.get(sku) != null);

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

interface ProductWork {
  store: StoreIds;
  plan: SyncPlan;
  /** Of each product, by its id. */
  status: ReadonlyMap<string, string>;
  again: ReadonlySet<string>;
  /** What packs that are made anew take their stock from, by SKU. */
  orphaned: ReadonlyMap<string, Draws>;
}

async function writeProducts(
  admin: AdminApi,
  { store, plan, status, again, orphaned }: ProductWork,
  onProgress: Report,
): Promise<void> {
  const { update, bringBack, withdraw, giveHandleUp } = plan;
  const create = plan.create.filter((product) => !isBox(product));
  const total = create.length + update.length + bringBack.length + withdraw.length;
  let done = 0;
  const advance = (count: number) => {
    done += count;
    onProgress({ step: 'products', done, total });
  };

  // First, for a slug may have gone to a new product.
  for (const some of slices(giveHandleUp, CHANGE_AT_ONCE))
    await batch(admin, { update: some.map(withoutHandle) });
  for (const some of slices(withdraw, CHANGE_AT_ONCE)) {
    const work = some.map((product) => withdrawnProduct(product, status.get(product.id) ?? 'published'));
    await batch(admin, { update: work });
    advance(some.length);
  }
  for (const some of slices(update, CHANGE_AT_ONCE)) {
    const packs = await changePacks(admin, some, { again, orphaned });
    const work = some.map(({ stored, wanted }) => {
      const variants = packs.get(stored.id);
      return { ...changedProduct(stored, wanted), ...(variants ? { variants } : {}) };
    });
    await batch(admin, { update: work });
    advance(some.length);
  }
  for (const some of slices(bringBack, CHANGE_AT_ONCE)) {
    await batch(admin, { update: some.map(({ stored, wanted }) => returnedProduct(stored, wanted)) });
    advance(some.length);
  }
  for (const some of slices(create, CREATE_AT_ONCE)) {
    await batch(admin, { create: some.map((product) => newProduct(product, store, orphaned)) });
    advance(some.length);
  }
}

interface ProductBatch {
  create?: object[];
  update?: object[];
}

async function batch(admin: AdminApi, work: ProductBatch): Promise<void> {
  const named = Object.entries(work).filter(([, list]) => list.length > 0);
  if (named.length === 0) return;
  await admin.post(anything, '/admin/products/batch', Object.fromEntries(named), { fields: 'id' });
}
