import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import type { PayWay } from '@ocop/rules/payment/order-money';
import { bankTransfers, TRANSFER_PROVIDER } from './bank-transfers.ts';

interface RegionRow {
  payment_providers: ({ id: string; is_enabled: boolean } | null)[] | null;
}

/**
 * The ways an order can be paid: cash on delivery, and a transfer where there is an account to transfer to and staff
 * left it among the region's ways to pay.
 */
export async function offeredPayWays(container: MedusaContainer, regionId: string): Promise<PayWay[]> {
  if (bankTransfers(container).settings === null) return ['cod'];
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'region',
    fields: ['payment_providers.id', 'payment_providers.is_enabled'],
    filters: { id: regionId },
  });
  const [region] = data as unknown as RegionRow[];
  const isOffered = (region?.payment_providers ?? []).some(
    (provider) => provider?.id === TRANSFER_PROVIDER && provider.is_enabled,
  );
  return isOffered ? ['cod', 'transfer'] : ['cod'];
}
