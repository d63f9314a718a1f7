import type { MedusaContainer } from '@medusajs/framework/types';
import { finishCardNotices } from '../payment/card-notices.ts';
import { finishCards } from '../payment/card-settle.ts';

/** Finds payments by card without orders and orders without payments, and finishes or lists them. */
export default async function run(container: MedusaContainer): Promise<void> {
  await finishCardNotices(container);
  await finishCards(container);
}

/** Every minute. */
export const config = { name: 'finish-cards', schedule: '* * * * *' };
