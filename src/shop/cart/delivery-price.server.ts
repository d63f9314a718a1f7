import type { DeliveryTable } from '@ocop/rules/delivery-price';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchDeliveryTable } from '../../medusa-client/orders.ts';
import { remembered } from '../../medusa-client/remembered.ts';

const table = remembered<DeliveryTable | null>(null, () => fetchDeliveryTable(medusa()));

/**
 * What delivery costs. One table serves every cart; an order is priced anew by Medusa before it is placed.
 * @returns `null` when Medusa does not say and never said, or delivers nothing
 */
export const deliveryTable = (): Promise<DeliveryTable | null> => table.get();

/** Forgets the remembered table: an order came to another total than was shown. */
export const forgetDeliveryPrice = (): void => table.forget();
