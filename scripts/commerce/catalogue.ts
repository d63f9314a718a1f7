import { createHash } from 'node:crypto';
import type { Dong } from '@ocop/rules/money';
import { gramsByLabel } from '@ocop/rules/pack-weight';
import type { GiftBoxPart, PublicRecord } from '../../src/record/types.ts';
import { giftBoxBody } from './gift-box-catalogue.ts';

/** One pack as the record offers it. `stock` counts when the pack is first put on sale, not later. */
export interface WantedPack {
  sku: string;
  title: string;
  price: Dong;
  stock: number;
  /** As packed; null where the record says nothing that it could be reckoned from. */
  weightGrams: number | null;
  /** What a gift box holds; its stock is theirs. Absent for a pack with a stock of its own. */
  parts?: GiftBoxPart[];
}

/** One product, or one gift box, as it should stand in Medusa; `hash` changes with anything but the stock. */
export interface WantedProduct {
  /** Stable id of the product: what Medusa's product is found by. */
  externalId: string;
  slug: string;
  /** Names it had before: an earlier version wrote the slug where the id stands now. */
  formerSlugs: string[];
  title: string;
  description: string;
  gtin: string | null;
  /** Product set (a gift box has none) and warnings of the record, from which Medusa sees what may be ordered (@ocop/rules/order-bar). */
  set: number | null;
  notices: string[];
  sample: boolean;
  /** Who makes and sends it, for clerks who pack orders; null where the record does not say. */
  producer: { id: string; name: string } | null;
  packs: WantedPack[];
  hash: string;
}

/** One pack as Medusa holds it. `contentPrice`, `contentWeight`: what the record had at the last sync. */
export interface StoredPack {
  id: string;
  sku: string;
  contentPrice: number | null;
  /** Grams; undefined where no sync noted it. */
  contentWeight?: number | null | undefined;
  /** Off sale, because the record does not offer it. */
  withdrawn: boolean;
  /** Deleted by staff: a sync deletes none but those whose SKU went to another product. */
  deleted: boolean;
}

/** One product that an earlier sync wrote into Medusa. */
export interface StoredProduct {
  id: string;
  /** Stable id of the product, or the slug that a version before ids wrote. */
  externalId: string;
  handle: string;
  hash: string;
  /** The status it had before a sync took it off sale, because the record does not offer it; else null. */
  withdrawnFrom: string | null;
  /** Deleted by staff: a sync deletes no product. */
  deleted: boolean;
  optionId: string | null;
  packs: StoredPack[];
}

/** What a sync has to do. Products Medusa's staff made themselves appear nowhere in it. */
export interface SyncPlan {
  create: WantedProduct[];
  update: { stored: StoredProduct; wanted: WantedProduct }[];
  /** Off sale until now and as the record has them: only put on sale again. */
  bringBack: { stored: StoredProduct; wanted: WantedProduct }[];
  withdraw: StoredProduct[];
  /** Withdrawn ones whose handle a product of the record goes by now. */
  giveHandleUp: StoredProduct[];
  /** Not created again, because staff deleted them. */
  leftDeleted: WantedProduct[];
  unchanged: number;
}

/** Raise it when the shape written to Medusa changes: every product is then written anew. */
export const SHAPE = 6;

/** Versions before this one deleted what left the record, so a product that is gone may be their work. */
export const DELETES_NOTHING_SINCE = 4;

/** What an earlier version wrote in place of the hash of a product that it took off sale. */
export const WITHDRAWN = 'withdrawn';

/** What the sync needs to know of the record to tell what is for sale. */
export type SoldRecord = Pick<PublicRecord, 'offers' | 'product' | 'producer' | 'giftBoxes' | 'offerOfSku'>;

/** The products of the record that have an offer, and its gift boxes, as they should stand in Medusa. */
export function wantedProducts(record: SoldRecord): WantedProduct[] {
  return [...soldProducts(record), ...soldBoxes(record)];
}

function soldBoxes(record: SoldRecord): WantedProduct[] {
  return record.giftBoxes.map((box) => {
    const body = giftBoxBody(box, record);
    const packs = body.packs.map((pack) => ({ ...pack, stock: 0 }));
    return { ...body, formerSlugs: [], packs, hash: hashOf(body) };
  });
}

function soldProducts(record: SoldRecord): WantedProduct[] {
  return record.offers.flatMap((offer) => {
    const product = record.product(offer.product);
    if (!product || offer.packs.length === 0) return [];
    const { id: externalId, slug, formerSlugs } = product;
    const producer = product.producer === null ? null : record.producer(product.producer);
    const body = {
      externalId,
      slug,
      title: product.name.vi,
      description: product.summary.vi,
      gtin: offer.gtin,
      set: product.set,
      notices: product.notices,
      sample: offer.sample,
      producer: producer && { id: producer.id, name: producer.name.vi },
      packs: offer.packs.map((pack) => ({
        sku: pack.sku,
        title: pack.label.vi,
        price: pack.price,
        weightGrams: pack.weightGrams ?? gramsByLabel(pack.label.vi),
      })),
    };
    const stock = new Map(offer.packs.map((pack) => [pack.sku, pack.stock]));
    return [
      {
        ...body,
        formerSlugs,
        packs: body.packs.map((pack) => ({ ...pack, stock: stock.get(pack.sku) ?? 0 })),
        hash: hashOf(body),
      },
    ];
  });
}

function hashOf(body: object): string {
  return createHash('sha256')
    .update(JSON.stringify([SHAPE, body]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * Compares what should be with what is. A product whose hash agrees is not looked at further. Products are
 * told apart by their stable id, so a new slug is a change of one product, never another product. Nothing is
 * deleted: what leaves the record is taken off sale and keeps its price, stock and whatever staff gave it.
 * @param again slugs and SKUs that are created although staff deleted them
 */
export function planSync(
  wanted: readonly WantedProduct[],
  stored: readonly StoredProduct[],
  again: ReadonlySet<string> = new Set(),
): SyncPlan {
  const unmatched = new Map(
    stored.filter(({ deleted }) => !deleted).map((product) => [product.externalId, product]),
  );
  const deleted = new Set(stored.filter((product) => product.deleted).map(({ externalId }) => externalId));
  const plan: SyncPlan = {
    ...{ create: [], update: [], bringBack: [], withdraw: [], giveHandleUp: [], leftDeleted: [] },
    unchanged: 0,
  };
  for (const product of wanted) {
    const names = [product.externalId, product.slug, ...product.formerSlugs];
    const present = names.map((name) => unmatched.get(name)).find((one) => one !== undefined);
    if (present) unmatched.delete(present.externalId);
    if (!present) {
      const isGone = names.some((name) => deleted.has(name)) && !again.has(product.slug);
      (isGone ? plan.leftDeleted : plan.create).push(product);
    } else if (present.hash !== product.hash || bringsPackBack(present, again)) {
      plan.update.push({ stored: present, wanted: product });
    } else if (present.withdrawnFrom !== null) plan.bringBack.push({ stored: present, wanted: product });
    else plan.unchanged += 1;
  }
  const slugs = new Set(wanted.map(({ slug }) => slug));
  for (const product of unmatched.values()) {
    if (product.withdrawnFrom === null) plan.withdraw.push(product);
    if (slugs.has(product.handle)) plan.giveHandleUp.push(product);
  }
  return plan;
}

const bringsPackBack = ({ packs }: StoredProduct, again: ReadonlySet<string>) =>
  packs.some(({ deleted, sku }) => deleted && again.has(sku));

/** Packs that stand in the way of a pack of another product, because a SKU is given once. */
export function packsInTheWay(
  plan: Pick<SyncPlan, 'create' | 'update'>,
  stored: readonly StoredProduct[],
): { product: StoredProduct; pack: StoredPack }[] {
  const wantedBy = new Map([
    ...plan.create.flatMap(({ packs }) => packs.map(({ sku }) => [sku, null] as const)),
    ...plan.update.flatMap(({ stored: { id }, wanted }) => wanted.packs.map(({ sku }) => [sku, id] as const)),
  ]);
  return stored.flatMap((product) =>
    product.packs
      .filter(({ sku, deleted }) => !deleted && wantedBy.has(sku) && wantedBy.get(sku) !== product.id)
      .map((pack) => ({ product, pack })),
  );
}

/** How the packs of one product have to change in Medusa. */
export interface PackChanges {
  create: WantedPack[];
  update: { stored: StoredPack; wanted: WantedPack; newPrice: Dong | null }[];
  withdraw: StoredPack[];
}

/**
 * Compares the packs of one product by SKU. `newPrice` is set only where the record's price moved
 * since the last sync, so a price that staff set in Medusa stays until the record says otherwise. A pack
 * that staff deleted is not created again unless `again` names it.
 */
export function packChanges(
  wanted: readonly WantedPack[],
  stored: readonly StoredPack[],
  again: ReadonlySet<string> = new Set(),
): PackChanges {
  const storedBySku = new Map(stored.filter(({ deleted }) => !deleted).map((pack) => [pack.sku, pack]));
  const deleted = new Set(stored.filter((pack) => pack.deleted).map(({ sku }) => sku));
  const changes: PackChanges = { create: [], update: [], withdraw: [] };
  for (const pack of wanted) {
    const present = storedBySku.get(pack.sku);
    storedBySku.delete(pack.sku);
    if (!present) {
      if (!deleted.has(pack.sku) || again.has(pack.sku)) changes.create.push(pack);
    } else {
      const newPrice = present.contentPrice === pack.price ? null : pack.price;
      changes.update.push({ stored: present, wanted: pack, newPrice });
    }
  }
  changes.withdraw.push(...[...storedBySku.values()].filter(({ withdrawn }) => !withdrawn));
  return changes;
}
