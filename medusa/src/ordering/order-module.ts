import { randomInt } from 'node:crypto';
import { orderCode } from '@ocop/rules/order-code';

/**
 * Medusa's own module for orders, told to draw the number a buyer is given: Medusa's running number would
 * tell every buyer how much the shop sells. The column is unique and staff find an order by it. The one
 * draw in thousand millions that is taken already fails, and placing the order is tried again.
 */
export const orderModule = {
  resolve: '@medusajs/medusa/order',
  options: { generateCustomDisplayId: () => Promise.resolve(orderCode((below) => randomInt(below))) },
};
