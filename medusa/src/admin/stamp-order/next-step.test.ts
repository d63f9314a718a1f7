import { expect, it } from 'vitest';
import { flowOf, nextStep, type OrderStanding } from './next-step.ts';

const order: OrderStanding = { state: 'reserved', count: 10, activated: 0, voided: 0 };

it.each([
  ['ordered', {}, 'print'],
  ['printed', { state: 'printed' }, 'deliver'],
  ['printed and begun without delivering', { state: 'printed', activated: 3 }, 'activate'],
  ['delivered', { state: 'delivered' }, 'activate'],
  ['activated in part', { state: 'delivered', activated: 9 }, 'activate'],
  ['activated, the rest void', { state: 'delivered', activated: 9, voided: 1 }, 'done'],
  ['void', { state: 'voided', voided: 10 }, 'voided'],
] as const)('names one next step for an order that is %s', (_case, standing, next) => {
  expect(nextStep({ ...order, ...standing })).toBe(next);
});

it('shows how far an order came', () => {
  const at = (standing: Partial<OrderStanding>) => flowOf({ ...order, ...standing }).map((one) => one.at);
  expect(at({})).toEqual(['done', 'now', 'later', 'later']);
  expect(at({ state: 'delivered' })).toEqual(['done', 'done', 'done', 'now']);
  expect(at({ state: 'printed', activated: 10 })).toEqual(['done', 'done', 'done', 'done']);
  expect(at({ state: 'voided' })).toEqual(['later', 'later', 'later', 'later']);
});
