import type { MedusaContainer } from '@medusajs/framework/types';
import type { ParcelAnswer } from '@ocop/contract/producer-desk';
import type { Actor } from '@ocop/rules/people/actor';
import { scopesFor } from '@ocop/rules/people/may';
import { showsBuyer } from '@ocop/rules/people/account-times';
import type { OrderSheet } from '../order-desk/order-sheet.ts';
import { readOrderSheet } from '../order-desk/read-orders.ts';
import { fulfilmentsOf, itemsOf, parcelOf, type HerFulfilment } from './parcels.ts';

/** When the last of several parcels was handed over; null while one is not. */
function lastOf(all: readonly HerFulfilment[], when: 'shippedAt' | 'deliveredAt'): Date | null {
  const moments = all.map((one) => one[when]);
  if (moments.length === 0 || moments.includes(null)) return null;
  return new Date(Math.max(...moments.map((at) => new Date(at ?? 0).getTime())));
}

/** What a member may see of one order; null where nothing of it is hers. */
export async function readParcel(
  container: MedusaContainer,
  actor: Actor,
  orderId: string,
): Promise<{ parcel: ParcelAnswer; sheet: OrderSheet } | null> {
  const parcel = await parcelOf(container, actor, 'parcel:read', orderId);
  const sheet = parcel && (await readOrderSheet(container, orderId));
  if (!parcel || !sheet) return null;
  const items = await itemsOf(container, actor, 'parcel:read', orderId);
  const all = await fulfilmentsOf(
    container,
    orderId,
    items.map(({ id }) => id),
  );
  const isOut = parcel.state === 'handed-over' || parcel.state === 'delivered';
  const shown = showsBuyer(
    {
      handedOverAt: isOut ? lastOf(all, 'shippedAt') : null,
      deliveredAt: parcel.state === 'delivered' ? lastOf(all, 'deliveredAt') : null,
      canceled: parcel.state === 'canceled',
    },
    Date.now(),
  );
  const { recipient, note } = sheet;
  return {
    sheet,
    parcel: {
      ...parcel,
      lines: items.map(({ sku, title, quantity, packed }) => ({ sku, title, quantity, packed })),
      buyer: shown ? { ...recipient, note } : null,
      due: sheet.due,
      parcels: sheet.parcels.length,
      mayPack: scopesFor(actor, 'parcel:pack', 'producer').length > 0,
      handedOver: all
        .filter(({ shippedAt }) => shippedAt !== null)
        .map(({ carrier, tracking }) => ({ carrier, tracking })),
    },
  };
}

/** The order with her part alone, as a slip prints it: nothing of another producer's goods is on it. */
export function herPart(sheet: OrderSheet, actor: Actor): OrderSheet {
  const ids = scopesFor(actor, 'parcel:read', 'producer');
  return { ...sheet, parcels: sheet.parcels.filter(({ producer }) => producer && ids.includes(producer.id)) };
}
