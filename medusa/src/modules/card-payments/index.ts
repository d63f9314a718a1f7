import { Module } from '@medusajs/framework/utils';
import { CardPaymentService } from './service.ts';

/** The name the service is resolved by in Medusa's container. */
export const CARD_PAYMENTS = 'cardPayments';

export default Module(CARD_PAYMENTS, { service: CardPaymentService });
