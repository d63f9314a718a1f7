import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, QueryContext } from '@medusajs/framework/utils';

interface OptionRow {
  id: string;
  price_type: string;
  calculated_price: { calculated_amount: number | null } | null;
}

/** The region that sells in đồng. */
export async function dongRegion(container: MedusaContainer): Promise<string> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'region',
    fields: ['id'],
    filters: { currency_code: 'vnd' },
  });
  const [region] = data as { id: string }[];
  if (!region) throw new Error('Medusa has no region that sells in đồng. Run npm run sync.');
  return region.id;
}

/**
 * The cheapest way of delivery to anywhere in Vietnam, as a cart without rules of its own would be charged.
 * @returns its price in đồng; null where the shop delivers nothing
 */
export async function cheapestDelivery(
  container: MedusaContainer,
  regionId: string,
): Promise<{ optionId: string; amount: number } | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: 'shipping_options',
    fields: ['id', 'price_type', 'calculated_price.calculated_amount'],
    filters: { address: { country_code: 'vn' } } as object,
    context: {
      is_return: 'false',
      enabled_in_store: 'true',
      calculated_price: QueryContext({ region_id: regionId, currency_code: 'vnd' }),
    },
  });
  const options = (data as unknown as OptionRow[]).flatMap(({ id, calculated_price: price }) =>
    typeof price?.calculated_amount === 'number' ? [{ optionId: id, amount: price.calculated_amount }] : [],
  );
  return options.sort((a, b) => a.amount - b.amount)[0] ?? null;
}
