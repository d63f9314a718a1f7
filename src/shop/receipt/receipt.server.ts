import type { CurrentUnit } from '@ocop/rules/place/address';
import { siteEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchReceipt } from '../../medusa-client/site-routes.ts';
import type { Receipt } from '../../medusa-client/site-routes.ts';
import { bakedOffers } from '../../record/snapshot.server.ts';
import type { Text } from '../../record/types.ts';
import { loadUnitTable } from '../../record/units.ts';
import { orderOfToken } from './receipt-token.ts';

/** A receipt with the items' names in both languages and whether it is sample data. */
export interface NamedReceipt extends Omit<Receipt, 'items'> {
  items: (Receipt['items'][number] & { name: Text })[];
  sample: boolean;
}

export type ReceiptLookup =
  | { kind: 'found'; receipt: NamedReceipt; units: CurrentUnit[] }
  /** Not a token of ours, or no such order. */
  | { kind: 'unknown' }
  | { kind: 'unreachable' };

/**
 * Finds the receipt behind an address.
 * @param nowUnits codes of today's units, joined by dots, that the buyer's old place became
 */
export async function findReceipt(token: string, nowUnits: string): Promise<ReceiptLookup> {
  const secret = siteEnv().RECEIPT_SECRET;
  const orderId = secret ? orderOfToken(secret, token) : null;
  if (orderId === null) return { kind: 'unknown' };
  const answer = await fetchReceipt(medusa(), orderId);
  if (!answer.ok) return { kind: answer.error.type === 'not-found' ? 'unknown' : 'unreachable' };
  const baked = await bakedOffers();
  const items = answer.data.items.map((item) => {
    const pack = baked.get(item.sku ?? '');
    const name = pack
      ? { vi: `${pack.name.vi}, ${pack.label.vi}`, en: `${pack.name.en}, ${pack.label.en}` }
      : { vi: item.title, en: item.title };
    return { ...item, name };
  });
  const sample = answer.data.items.some((item) => baked.get(item.sku ?? '')?.sample);
  return {
    kind: 'found',
    receipt: { ...answer.data, items, sample },
    units: await unitsOf(nowUnits),
  };
}

async function unitsOf(codes: string): Promise<CurrentUnit[]> {
  if (!/^\d{5}(\.\d{5}){0,7}$/.test(codes)) return [];
  const { units } = await loadUnitTable();
  return codes.split('.').flatMap((code) => units.get(code) ?? []);
}
