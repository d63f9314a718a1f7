import { Module } from '@medusajs/framework/utils';
import { DeliveryPricesService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const DELIVERY_PRICES = 'deliveryPrices';

export default Module(DELIVERY_PRICES, { service: DeliveryPricesService });
