import type { CurrentUnit } from '@ocop/rules/place/address';
import { orderOfToken } from '@ocop/rules/receipt-token';
import { siteEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchReceipt } from '../../medusa-client/site-routes.ts';
import type { Receipt } from '../../medusa-client/site-routes.ts';
import { bakedOffers, readCard } from '../../record/snapshot.server.ts';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { loadUnitTable } from '../../record/units.ts';
import { deliveryPlace } from '../checkout/delivery-place.ts';
import { senderOfPack } from '../sender/sender.server.ts';
import type { Sender } from '../sender/sender.ts';

/** A receipt with the items' names and senders in the reader's language and whether it is sample data. */
export interface NamedReceipt extends Omit<Receipt, 'items' | 'number' | 'code'> {
  /** The order's code; an order from before the codes keeps the number its buyer was told. */
  number: string;
  orderId: string;
  items: (Receipt['items'][number] & { name: string; sender: Sender })[];
  sample: boolean;
}

export type ReceiptLookup =
  | { kind: 'found'; receipt: NamedReceipt; units: CurrentUnit[] }
  /** Not a token of ours, or no such order. */
  | { kind: 'unknown' }
  | { kind: 'unreachable' };

/** Finds the receipt behind an address. */
export async function findReceipt(token: string, lang: Lang): Promise<ReceiptLookup> {
  const secret = siteEnv().RECEIPT_SECRET;
  const orderId = secret ? orderOfToken(secret, token) : null;
  if (orderId === null) return { kind: 'unknown' };
  const answer = await fetchReceipt(medusa(), orderId);
  if (!answer.ok) return { kind: answer.error.type === 'not-found' ? 'unknown' : 'unreachable' };
  const { number, code, ...receipt } = answer.data;
  const baked = await bakedOffers();
  const items = await Promise.all(
    receipt.items.map(async (item) => {
      const pack = baked.get(item.sku);
      const name = pack ? `${pack.name[lang]}, ${pack.label[lang]}` : item.title;
      const sender = await senderOfPack(pack, pack ? await readCard(pack.product) : null, lang);
      return { ...item, name, sender };
    }),
  );
  const sample = receipt.items.some((item) => baked.get(item.sku)?.sample);
  return {
    kind: 'found',
    receipt: {
      ...receipt,
      orderId,
      payment: receipt.card ? 'card' : receipt.payment,
      number: code ?? String(number),
      items,
      sample,
    },
    units: await possibleUnits(receipt.recipient),
  };
}

/** What each parcel cost to send and who sent it, where there were several; one that nobody knows is named so. */
export function receiptParcels(
  { parcels = [], items }: NamedReceipt,
  lang: Lang,
): { name: string; price: number }[] {
  if (parcels.length < 2) return [];
  const names = new Map(items.map(({ sender }) => [sender.id, sender.name]));
  return parcels.map(({ sender, price }) => ({
    name: names.get(sender ?? '') ?? dictionary(lang).cart.unknownSender,
    price,
  }));
}

/** Today's units that the place an order goes to may lie in, where the buyer's words left several. */
async function possibleUnits({ commune, province }: Receipt['recipient']): Promise<CurrentUnit[]> {
  if (!commune || !province) return [];
  const table = await loadUnitTable();
  const code = [...table.provinces.values()].find(({ name }) => name === province)?.code ?? '';
  const place = deliveryPlace(table, commune, code);
  return place.kind === 'several' ? [...place.units] : [];
}
