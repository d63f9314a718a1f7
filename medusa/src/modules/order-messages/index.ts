import { Module } from '@medusajs/framework/utils';
import { OrderMessagesService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const ORDER_MESSAGES = 'orderMessages';

export default Module(ORDER_MESSAGES, { service: OrderMessagesService });
