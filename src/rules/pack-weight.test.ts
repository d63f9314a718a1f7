import { expect, it } from 'vitest';
import { gramsByLabel } from './pack-weight.ts';

it.each([
  ['Chai 500 ml', 600],
  ['Gói 100 g', 150],
  ['Túi 5 kg', 6_000],
  ['Hũ 1 lít', 1_200],
  ['Hũ 0,5 l', 600],
  ['Thùng 12 chai 200 ml', 2_880],
  ['Hộp 6 x 50 g', 360],
  ['Một chiếc', null],
  ['Hộp 20 gói', null],
  ['Bộ 100 g và 200 ml', null],
  ['', null],
])('%s weighs %s', (label, grams) => {
  expect(gramsByLabel(label)).toBe(grams);
});
