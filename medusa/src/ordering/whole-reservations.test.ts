import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { addedUp } from './whole-reservations.ts';

const asked = (item: string, quantity: number, more: object = {}) => ({
  inventory_item_id: item,
  location_id: 'here',
  quantity,
  ...more,
});

it('adds up what is asked of one item at one place', () => {
  const whole = addedUp([
    asked('X', 3),
    asked('Y', 1),
    asked('X', 3),
    asked('X', 1, { location_id: 'there' }),
  ]);
  expect(
    whole.map(({ quantity, ...at }) => [at.inventory_item_id, at.location_id, Number(quantity)]),
  ).toEqual([
    ['X', 'here', 6],
    ['Y', 'here', 1],
    ['X', 'there', 1],
  ]);
});

it('leaves what may be sold beyond the stock apart', () => {
  const whole = addedUp([asked('X', 3), asked('X', 9, { allow_backorder: true })]);
  expect(whole.map(({ quantity }) => Number(quantity))).toEqual([3, 9]);
});

it("is how Medusa's own module for stock looks at a request, as long as its insides are what they were", async () => {
  const { default: inventory } = createRequire(import.meta.url)('@medusajs/medusa/inventory') as {
    default: {
      service: { prototype: { createReservationItems_(input: object[], context: object): Promise<unknown> } };
    };
  };
  const level = {
    id: 'level',
    inventory_item_id: 'X',
    location_id: 'here',
    available_quantity: 5,
    reserved_quantity: 0,
  };
  const service: object = Object.create(inventory.service.prototype, {
    inventoryLevelService_: {
      value: { list: () => Promise.resolve([level]), update: () => Promise.resolve([]) },
    },
    reservationItemService_: { value: { create: (made: object[]) => Promise.resolve(made) } },
  }) as object;
  const reserve = (...quantities: number[]) =>
    inventory.service.prototype.createReservationItems_.call(
      service,
      quantities.map((quantity) => asked('X', quantity)),
      { transactionManager: {}, __type: 'MedusaContext' },
    );
  await expect(reserve(3, 3)).rejects.toThrow(/Not enough stock/);
  await expect(reserve(3, 2)).resolves.toHaveLength(2);
});
