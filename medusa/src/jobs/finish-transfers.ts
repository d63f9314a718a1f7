import type { MedusaContainer } from '@medusajs/framework/types';
import { expireTransfers } from '../payment/expiry.ts';
import { finishTransfers } from '../payment/settle.ts';

/** Judges and books transfers that a process left, and cancels orders that were not paid in time. */
export default async function run(container: MedusaContainer): Promise<void> {
  await finishTransfers(container);
  await expireTransfers(container);
}

/** Every minute. */
export const config = { name: 'finish-transfers', schedule: '* * * * *' };
