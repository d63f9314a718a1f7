import { Module } from '@medusajs/framework/utils';
import { OrderConfirmationService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const ORDER_CONFIRMATION = 'orderConfirmation';

export default Module(ORDER_CONFIRMATION, { service: OrderConfirmationService });
