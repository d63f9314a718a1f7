import { expect, it, test } from 'vitest';
import { productsOf, promotionFault, type PromotionShape } from './promotions.ts';

const sound: PromotionShape = {
  code: 'TET-20K',
  type: 'standard',
  is_automatic: false,
  rules: [],
  application_method: {
    ...{ type: 'fixed', value: 20_000, currency_code: 'vnd', target_type: 'items', allocation: 'across' },
    target_rules: [],
  },
};
const method = (change: object): PromotionShape => ({
  ...sound,
  application_method: { ...sound.application_method, ...change },
});

it('takes a fixed sum of đồng off goods', () => {
  expect(promotionFault(sound)).toBeNull();
  expect(promotionFault(method({ target_type: 'order', allocation: undefined }))).toBeNull();
  expect(promotionFault({ ...sound, metadata: { minimum: '300000' } })).toBeNull();
  expect(
    promotionFault({ ...sound, rules: [{ attribute: 'region.id', operator: 'in', values: ['reg'] }] }),
  ).toBeNull();
});

test.each<[string, PromotionShape, string]>([
  ['a code with marks', { ...sound, code: 'TẾT' }, 'code'],
  ['one that applies by itself', { ...sound, is_automatic: true }, 'automatic'],
  ['buy and get', { ...sound, type: 'buyget' }, 'kind'],
  ['a percentage', method({ type: 'percentage', value: 15 }), 'percentage'],
  ['a fraction', method({ value: 20_000.5 }), 'amount'],
  ['nothing', method({ value: 0 }), 'amount'],
  ['dollars', method({ currency_code: 'usd' }), 'currency'],
  ['delivery', method({ target_type: 'shipping_methods' }), 'target'],
  ['a sum for each piece', method({ allocation: 'each' }), 'each'],
  [
    'a group of customers',
    { ...sound, rules: [{ attribute: 'customer.groups.id', operator: 'in' }] },
    'rules',
  ],
  [
    'a category',
    method({ target_rules: [{ attribute: 'items.product.categories.id', operator: 'in' }] }),
    'target-rules',
  ],
  ['a minimum with dots', { ...sound, metadata: { minimum: '300.5' } }, 'minimum'],
])('does not take %s', (_what, shape, fault) => expect(promotionFault(shape)).toBe(fault));

it('judges of a change what it says', () => {
  expect(promotionFault({})).toBeNull();
  expect(promotionFault({ application_method: { value: 0.5 } })).toBe('amount');
});

it('is for the products its rules name, each of them', () => {
  const rule = (...ids: string[]) => ({
    attribute: 'items.product.id',
    operator: 'in',
    values: ids.map((value) => ({ value })),
  });
  expect(productsOf(sound)).toBeNull();
  expect(productsOf(method({ target_rules: [rule('a', 'b')] }))).toEqual(['a', 'b']);
  expect(productsOf(method({ target_rules: [rule('a', 'b'), rule('b', 'c')] }))).toEqual(['b']);
});
