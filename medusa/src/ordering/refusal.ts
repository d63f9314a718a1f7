import { MedusaError } from '@medusajs/framework/utils';

/** Refuses an order or a change of a cart (400). @param whatAndHow up to the words "and order again" */
export function refusal(code: string, whatAndHow: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${whatAndHow} and order again. No order was placed.`,
    code,
  );
}
