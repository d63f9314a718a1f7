import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';

/**
 * Lets what changed of late be found without reading all orders there ever were (src/order-messages/sweep.ts). The
 * tables are Medusa's, and there only when all migrations have run; no order waits while the indexes are made.
 */
export default async function run({ container }: { container: MedusaContainer }): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  for (const table of ['order', 'fulfillment', 'payment_collection']) {
    const name = `IDX_ocop_${table}_updated_at`;
    // One that was broken off is there and not used.
    await database.raw(`drop index concurrently if exists "${name}"`);
    await database.raw(`create index concurrently "${name}" on "${table}" (updated_at)`);
  }
}
