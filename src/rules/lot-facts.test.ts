import { expect, it } from 'vitest';
import { lotChanges, type LotFacts } from './lot-facts.ts';

const lot: LotFacts = {
  code: 'LN-1',
  gtin: null,
  madeOn: '2026-06-01',
  useBy: null,
  quantity: 99,
  rawMaterial: { vi: 'Cá cơm', en: '' },
  sample: false,
};

it('finds nothing where nothing differs', () => {
  expect(lotChanges(lot, { ...lot, rawMaterial: { vi: 'Cá cơm', en: '' } })).toEqual([]);
});

it('tells each fact that differs, with both values', () => {
  const now = { ...lot, quantity: 5_000, useBy: '2027-06-01', rawMaterial: { vi: 'Cá cơm', en: 'Anchovy' } };
  expect(lotChanges(lot, now)).toEqual([
    { lot: 'LN-1', fact: 'useBy', from: null, to: '2027-06-01' },
    { lot: 'LN-1', fact: 'quantity', from: 99, to: 5_000 },
    { lot: 'LN-1', fact: 'rawMaterial', from: 'Cá cơm', to: 'Cá cơm / Anchovy' },
  ]);
});
