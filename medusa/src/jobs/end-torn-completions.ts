import type { MedusaContainer } from '@medusajs/framework/types';
import { endTornCompletions } from '../ordering/torn-orders.ts';

/** Ends what the end of a process left half done on the way from cart to order. */
export default async function run(container: MedusaContainer): Promise<void> {
  await endTornCompletions(container);
}

/** Every minute. */
export const config = { name: 'end-torn-completions', schedule: '* * * * *' };
