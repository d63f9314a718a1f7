/**
 * Medusa's module for stock compares each reservation with what is left, one by one: of a gift box with three pieces
 * and three single ones it reserves six of five (its issue 16502). Here the pieces of one request are added up by
 * item and place before the module looks at them. The lock it holds meanwhile is Medusa's own, so this is free of
 * races, unlike what a cart was refused for before. Imported by medusa-config.ts, before any module is made.
 */
import { createRequire } from 'node:module';
import { MathBN } from '@medusajs/framework/utils';

/** One reservation as the module is about to check it. */
export interface AskedLevel {
  inventory_item_id: string;
  location_id: string;
  quantity?: Parameters<typeof MathBN.add>[0];
  allow_backorder?: boolean;
}

type EnsureLevels = (
  this: unknown,
  asked: AskedLevel[],
  options: { validateQuantityAtLocation?: boolean } | undefined,
  context: unknown,
) => Promise<unknown>;

// As Medusa itself takes it: the very class it makes its module of.
const { default: inventory } = createRequire(import.meta.url)('@medusajs/medusa/inventory') as {
  default: { service: { prototype: object } };
};
const prototype = inventory.service.prototype as unknown as Record<string, unknown>;
const ensureLevels = prototype.ensureInventoryLevels as EnsureLevels | undefined;

if (typeof ensureLevels !== 'function' || typeof prototype.createReservationItems_ !== 'function') {
  throw new Error(
    'This Medusa checks stock in another way than 2.21 (ensureInventoryLevels is gone). ' +
      'Look at medusa/src/ordering/whole-reservations.ts before selling gift boxes with it.',
  );
}

prototype.ensureInventoryLevels = function (asked, options, context) {
  const whole = options?.validateQuantityAtLocation ? addedUp(asked) : asked;
  return ensureLevels.call(this, whole, options, context);
} satisfies EnsureLevels;

/** One entry for each item at each place; what may be sold beyond the stock is not added to what may not. */
export function addedUp(asked: readonly AskedLevel[]): AskedLevel[] {
  const whole = new Map<string, AskedLevel>();
  for (const one of asked) {
    const key = JSON.stringify([one.inventory_item_id, one.location_id, one.allow_backorder === true]);
    const before = whole.get(key);
    whole.set(
      key,
      before ? { ...before, quantity: MathBN.add(before.quantity ?? 0, one.quantity ?? 0) } : { ...one },
    );
  }
  return [...whole.values()];
}
