import { randomInt } from 'node:crypto';
import { orderCode } from '@ocop/rules/order-code';

/**
 * Medusa's own module for orders, told to draw the number a buyer is given: Medusa's running number would
 * tell every buyer how much the shop sells. The column is unique and staff find an order by it. A draw
 * that is taken already fails in the database, and the order is placed with another (place-order.ts).
 */
export const orderModule = {
  resolve: '@medusajs/medusa/order',
  options: { generateCustomDisplayId: () => Promise.resolve(orderCode((below) => randomInt(below))) },
};
