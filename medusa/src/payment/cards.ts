import type { MedusaContainer } from '@medusajs/framework/types';
import { CARD_PAYMENTS } from '../modules/card-payments/index.ts';
import type { CardPaymentService } from '../modules/card-payments/service.ts';

/** The payment provider of cards (src/modules/card-payment), as Medusa names it. */
export const CARD_PROVIDER = 'pp_card_stripe';

export function cardPayments(container: MedusaContainer): CardPaymentService {
  return container.resolve<CardPaymentService>(CARD_PAYMENTS);
}
