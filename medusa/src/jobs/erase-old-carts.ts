import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { eraseOldCarts, executeIn } from '../ordering/old-carts.ts';

/** Erases carts that were left behind, every night. A run that broke off is made good by the next one. */
export default async function run(container: MedusaContainer): Promise<void> {
  const erased = await eraseOldCarts(executeIn(container), new Date());
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`Erased ${erased} carts that were left behind.`);
}

/** 02:20 in Vietnam: schedules are read in the time zone of the server, which is UTC. */
export const config = { name: 'erase-old-carts', schedule: '20 19 * * *' };
