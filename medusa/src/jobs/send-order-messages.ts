import type { MedusaContainer } from '@medusajs/framework/types';
import { sendOrderMessages } from '../order-messages/send.ts';
import { sweepOrders } from '../order-messages/sweep.ts';

/** Finds what buyers are to be told of their orders, and sends it. */
export default async function run(container: MedusaContainer): Promise<void> {
  await sweepOrders(container);
  await sendOrderMessages(container);
}

/** Every minute. */
export const config = { name: 'send-order-messages', schedule: '* * * * *' };
