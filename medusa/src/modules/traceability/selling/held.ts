import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { priceFault, type PriceFault, type SaleHold } from '@ocop/rules/sale-hold';
import { recordChanges } from '../audit-log/record-change.ts';
import { offerRows, offerRowsOfSkus, type OfferRow } from './offers.ts';

/** A pack with what keeps it from being sold; a recall goes before a price, and that before the parts of a box. */
export interface JudgedOffer extends OfferRow {
  held: SaleHold | null;
  fault: PriceFault | null;
}

/**
 * Packs on sale, all or those of `variantIds`, with what keeps each from being sold. A price near enough to
 * the last one is taken as accepted here, whichever way it was set: Medusa has many, and each of them ends
 * in these tables.
 * @param factor from which change on a price is asked about
 */
export async function judgedOffers(
  manager: SqlEntityManager,
  factor: number,
  variantIds: readonly string[] | null = null,
): Promise<JudgedOffer[]> {
  const rows = await offerRows(manager, variantIds);
  const known = new Set(rows.map(({ sku }) => sku));
  const parts = new Set(rows.flatMap((row) => row.parts ?? []).filter((sku) => !known.has(sku)));
  const judged = [...rows, ...(await offerRowsOfSkus(manager, [...parts]))].map((row): JudgedOffer => {
    const fault = priceFault(row.price, row.accepted, factor);
    return { ...row, fault, held: row.recalled ? 'recall' : fault && 'price' };
  });
  const news = judged.filter(({ fault, price, accepted }) => fault === null && price !== accepted);
  await acceptPrices(manager, news);
  const bySku = new Map(judged.map((offer) => [offer.sku, offer]));
  return judged
    .slice(0, rows.length)
    .map((offer) => ({ ...offer, held: offer.held ?? heldByPart(offer, bySku) }));
}

/** What is off sale itself is sold in no box either. */
function heldByPart({ parts }: JudgedOffer, bySku: ReadonlyMap<string, JudgedOffer>): SaleHold | null {
  const isSold = (sku: string) => bySku.get(sku)?.held === null;
  return (parts ?? []).every(isSold) ? null : 'part';
}

/** Writes prices as accepted, unless another process has accepted something else since they were read. */
async function acceptPrices(manager: SqlEntityManager, news: readonly OfferRow[]): Promise<void> {
  if (news.length === 0) return;
  const rows = news.map(({ variantId, price, accepted }) => ({
    id: variantId,
    amount: price,
    was: accepted,
  }));
  await manager.execute(
    `insert into trace_accepted_price as stored (id, amount)
     select id, amount from jsonb_to_recordset(?::jsonb) as news(id text, amount int, was int) order by id
     on conflict (id) do update set amount = excluded.amount, kept_by = null, updated_at = now()
     where stored.amount in (
       select was from jsonb_to_recordset(?::jsonb) as news(id text, was int) where news.id = stored.id)`,
    [JSON.stringify(rows), JSON.stringify(rows)],
  );
}

/** A price that staff say is meant. `price` is what they saw, in đồng. */
export interface KeepPrice {
  variantId: string;
  price: number;
  note: string;
}

export type KeepPriceAnswer =
  | { ok: true }
  | { ok: false; reason: 'unknown-pack' | 'no-price-held' }
  | { ok: false; reason: 'price-moved' | 'price-implausible'; price: number };

/** Lets a pack be sold at a price that was held; one that none can be stays held, whoever asks. */
export async function keepPrice(
  manager: SqlEntityManager,
  { variantId, price, note }: KeepPrice,
  factor: number,
  actor: string,
): Promise<KeepPriceAnswer> {
  const [pack] = await offerRows(manager, [variantId]);
  if (!pack) return { ok: false, reason: 'unknown-pack' };
  if (pack.price !== price) return { ok: false, reason: 'price-moved', price: pack.price };
  const fault = priceFault(price, pack.accepted, factor);
  if (fault === null) return { ok: false, reason: 'no-price-held' };
  if (fault === 'implausible') return { ok: false, reason: 'price-implausible', price };
  await manager.execute(
    `insert into trace_accepted_price (id, amount, kept_by) values (?, ?, ?)
     on conflict (id) do update set amount = excluded.amount, kept_by = excluded.kept_by, updated_at = now()`,
    [variantId, price, actor],
  );
  await recordChanges(manager, actor, [
    {
      event: 'sale.price-kept',
      data: { variant: variantId, sku: pack.sku, product: pack.product, from: pack.accepted, to: price },
      staffOnly: { pack: pack.sku, note },
    },
  ]);
  return { ok: true };
}
