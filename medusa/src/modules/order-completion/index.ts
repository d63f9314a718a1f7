import { Module } from '@medusajs/framework/utils';
import { OrderCompletionService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const ORDER_COMPLETION = 'orderCompletion';

export default Module(ORDER_COMPLETION, { service: OrderCompletionService });
