import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import type { TestStack } from './stack.ts';

/** The run's Medusa as the site reaches it, or another one with the same keys. */
export function testShop(
  stack: Pick<TestStack, 'medusaUrl' | 'env'>,
  url = stack.medusaUrl,
): MedusaConnection {
  return connectMedusa({
    url,
    publishableKey: stack.env.MEDUSA_PUBLISHABLE_KEY ?? '',
    siteKey: stack.env.SITE_KEY ?? '',
  });
}
