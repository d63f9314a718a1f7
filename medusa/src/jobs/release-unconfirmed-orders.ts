import type { MedusaContainer } from '@medusajs/framework/types';
import { releaseUnconfirmed } from '../ordering/confirmation.ts';

/** Frees the goods of orders that nobody confirmed in time. */
export default async function run(container: MedusaContainer): Promise<void> {
  await releaseUnconfirmed(container);
}

/** Every five minutes. */
export const config = { name: 'release-unconfirmed-orders', schedule: '*/5 * * * *' };
