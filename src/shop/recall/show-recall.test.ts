import { expect, it } from 'vitest';
import { isRecalled } from './show-recall.ts';

it('tells a recalled product from another', () => {
  expect(isRecalled({ products: ['mam-nem', 'tra'] }, 'tra')).toBe(true);
  expect(isRecalled({ products: ['tra-shan'] }, 'tra')).toBe(false);
});

it.each([null, [], {}, { products: 'tra' }, 'tra'])('takes %j for no answer', (answer) => {
  expect(isRecalled(answer, 'tra')).toBe(false);
});
