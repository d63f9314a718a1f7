import type { SubscriberArgs, SubscriberConfig } from '@medusajs/framework';
import { tellStaffOfOrder } from '../ordering/tell-staff.ts';

/** Tells staff of a new order. */
export default async function tellNewOrder({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await tellStaffOfOrder(container, data.id);
}

export const config: SubscriberConfig = {
  event: 'order.placed',
  context: { subscriberId: 'tell-new-orders' },
};
