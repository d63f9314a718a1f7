import type { MedusaContainer } from '@medusajs/framework/types';
import { expireTransfers, remindOfTransfers } from '../payment/expiry.ts';
import { finishTransfers } from '../payment/settle.ts';

/** Judges and books transfers that a process left, and cancels orders that were not paid in time, and reminds of those soon due. */
export default async function run(container: MedusaContainer): Promise<void> {
  await finishTransfers(container);
  await expireTransfers(container);
  await remindOfTransfers(container);
}

/** Every minute. */
export const config = { name: 'finish-transfers', schedule: '* * * * *' };
