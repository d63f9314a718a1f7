import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, QueryContext } from '@medusajs/framework/utils';

interface OptionRow {
  id: string;
  name: string;
  service_zone: { fulfillment_set: { type: string } | null } | null;
  calculated_price: {
    calculated_amount: number | null;
    is_calculated_price_tax_inclusive: boolean | null;
  } | null;
}

/** A way of delivery with its price, as a cart holds the one that was chosen. `amount` in đồng. */
export interface Delivery {
  shipping_option_id: string;
  name: string;
  amount: number;
  is_tax_inclusive: boolean;
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
 * The cheapest way of delivery to anywhere in Vietnam; places to fetch goods from deliver nothing.
 * @returns null where the shop delivers nothing
 */
export async function cheapestDelivery(
  container: MedusaContainer,
  regionId: string,
): Promise<Delivery | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: 'shipping_options',
    fields: [
      'id',
      'name',
      'service_zone.fulfillment_set.type',
      'calculated_price.calculated_amount',
      'calculated_price.is_calculated_price_tax_inclusive',
    ],
    filters: { address: { country_code: 'vn' } } as object,
    context: {
      is_return: 'false',
      enabled_in_store: 'true',
      calculated_price: QueryContext({ region_id: regionId, currency_code: 'vnd' }),
    },
  });
  const options = (data as unknown as OptionRow[]).flatMap((option): Delivery[] => {
    const amount = option.calculated_price?.calculated_amount;
    if (typeof amount !== 'number' || option.service_zone?.fulfillment_set?.type !== 'shipping') return [];
    const { id, name, calculated_price: price } = option;
    const inclusive = price?.is_calculated_price_tax_inclusive ?? false;
    return [{ shipping_option_id: id, name, amount, is_tax_inclusive: inclusive }];
  });
  return options.sort((a, b) => a.amount - b.amount)[0] ?? null;
}
