import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from '@medusajs/medusa/core-flows';
import type { HandOverAnswer, HandOverRequest, PackAnswer } from '@ocop/contract/producer-desk';
import type { Actor } from '@ocop/rules/people/actor';
import { lacksMoney } from '../payment/awaited-money.ts';
import { decidingMoney, orderById } from '../payment/bank-transfers.ts';
import { fulfilmentsOf, itemsOf, parcelOf, type ParcelItem } from './parcels.ts';

/** Runs something about an order alone: nobody pays, cancels or packs it meanwhile, staff neither. */
async function deciding<T>(container: MedusaContainer, orderId: string, work: () => Promise<T>): Promise<T> {
  const order = await orderById(container, orderId);
  return decidingMoney(container, order?.cartId ?? orderId, work);
}

/** Goods lie where they are reserved, and what needs no sending is no part of a parcel: one fulfilment for each. */
function byPlace(items: readonly ParcelItem[]): ParcelItem[][] {
  const groups = new Map<string, ParcelItem[]>();
  for (const item of items) {
    const key = `${item.locationId} ${item.requiresShipping}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/**
 * Notes that a producer packed what is hers of an order: a fulfilment in Medusa, which takes the goods from stock. Of
 * two who press at once the second finds it packed. A process that ends in between leaves what it packed; pressing
 * again packs the rest.
 * @returns null where nothing of the order is hers to pack
 */
export async function packParcel(
  container: MedusaContainer,
  actor: Actor & { kind: 'member' },
  orderId: string,
): Promise<PackAnswer | null> {
  if ((await parcelOf(container, actor, 'parcel:pack', orderId)) === null) return null;
  return deciding(container, orderId, async () => {
    const parcel = await parcelOf(container, actor, 'parcel:pack', orderId);
    if (parcel === null) return null;
    if (parcel.state === 'money' || parcel.state === 'call' || parcel.state === 'canceled') {
      return { outcome: parcel.state };
    }
    if (await lacksMoney(container, await orderById(container, orderId))) return { outcome: 'money' };
    const left = (await itemsOf(container, actor, 'parcel:pack', orderId)).filter(
      ({ quantity, packed }) => packed < quantity,
    );
    for (const group of byPlace(left)) {
      const locationId = group[0]?.locationId ?? null;
      await createOrderFulfillmentWorkflow(container).run({
        input: {
          order_id: orderId,
          created_by: actor.id,
          ...(locationId === null ? {} : { location_id: locationId }),
          items: group.map(({ id, quantity, packed }) => ({ id, quantity: quantity - packed })),
        },
      });
    }
    return { outcome: 'packed' };
  });
}

/**
 * Notes that a packed parcel was given to a carrier, with the carrier's own code. Pressed again it changes nothing.
 * @returns null where nothing of the order is hers to hand over
 */
export async function handParcelOver(
  container: MedusaContainer,
  actor: Actor & { kind: 'member' },
  orderId: string,
  { carrier, tracking }: HandOverRequest,
): Promise<HandOverAnswer | null> {
  if ((await parcelOf(container, actor, 'parcel:hand-over', orderId)) === null) return null;
  return deciding(container, orderId, async () => {
    const parcel = await parcelOf(container, actor, 'parcel:hand-over', orderId);
    if (parcel === null) return null;
    if (parcel.state === 'canceled') return { outcome: 'canceled' };
    const items = await itemsOf(container, actor, 'parcel:hand-over', orderId);
    const all = await fulfilmentsOf(
      container,
      orderId,
      items.map(({ id }) => id),
    );
    if (all.length === 0) return { outcome: 'not-packed' };
    const waiting = all.filter(({ shippedAt }) => shippedAt === null);
    if (waiting.some(({ alone }) => !alone)) return { outcome: 'together' };
    for (const { id, items: packed } of waiting) {
      if (carrier !== '') {
        await container.resolve(Modules.FULFILLMENT).updateFulfillment(id, { metadata: { carrier } });
      }
      await createOrderShipmentWorkflow(container).run({
        input: {
          order_id: orderId,
          fulfillment_id: id,
          created_by: actor.id,
          items: packed,
          labels: tracking === '' ? [] : [{ tracking_number: tracking, tracking_url: '', label_url: '' }],
        },
      });
    }
    return { outcome: 'handed-over' };
  });
}
