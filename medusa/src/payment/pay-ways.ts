import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { CARD_MOST_TOTAL } from '@ocop/rules/payment/card-payment';
import type { PayWay } from '@ocop/rules/payment/order-money';
import { bankTransfers, TRANSFER_PROVIDER } from './bank-transfers.ts';
import { CARD_PROVIDER, cardPayments } from './cards.ts';

interface RegionRow {
  payment_providers: ({ id: string; is_enabled: boolean } | null)[] | null;
}

/**
 * The ways an order can be paid: cash on delivery; a transfer where there is an account to transfer to, and a card
 * where there are keys of the service that takes it, as long as staff left them among the region's ways to pay.
 */
export async function offeredPayWays(container: MedusaContainer, regionId: string): Promise<PayWay[]> {
  const could: [PayWay, string][] = [
    ...(bankTransfers(container).settings === null
      ? []
      : [['transfer', TRANSFER_PROVIDER] as [PayWay, string]]),
    ...(cardPayments(container).settings === null ? [] : [['card', CARD_PROVIDER] as [PayWay, string]]),
  ];
  if (could.length === 0) return ['cod'];
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'region',
    fields: ['payment_providers.id', 'payment_providers.is_enabled'],
    filters: { id: regionId },
  });
  const [region] = data as unknown as RegionRow[];
  const enabled = new Set(
    (region?.payment_providers ?? []).flatMap((provider) => (provider?.is_enabled ? [provider.id] : [])),
  );
  return ['cod', ...could.flatMap(([way, provider]) => (enabled.has(provider) ? [way] : []))];
}

/** Whether an order of this total (whole đồng) can be paid so. */
export async function isOffered(
  container: MedusaContainer,
  regionId: string,
  { way, total }: { way: PayWay; total: number },
): Promise<boolean> {
  if (way === 'cod') return true;
  const leastTotal = cardPayments(container).settings?.leastTotal ?? 0;
  if (way === 'card' && (total < leastTotal || total > CARD_MOST_TOTAL)) return false;
  return (await offeredPayWays(container, regionId)).includes(way);
}
