import { expect, it } from 'vitest';
import { lotsRequest } from '@ocop/contract/lots';
import { readLotForm } from './lot-form.ts';

const typed = {
  code: 'L1',
  product: 'tuong-ban',
  gtin: '9506000134352',
  madeOn: '2026-06-01',
  useBy: '2027-05-31',
  quantity: '500',
  rawVi: 'Đỗ tương',
  rawEn: 'Soy beans',
  sample: 'yes',
};
const read = (form: Record<string, string>) => readLotForm((name) => form[name] ?? '');

it('reads a lot as the server takes it', () => {
  const answer = read(typed);
  expect(answer).toMatchObject({ ok: true, lot: { quantity: 500, sample: true, gtin: '9506000134352' } });
  if (answer.ok) expect(lotsRequest.safeParse({ lots: [answer.lot] }).success).toBe(true);
});

it('leaves out what is optional', () => {
  expect(read({ ...typed, gtin: '', useBy: '', sample: '' })).toMatchObject({
    ok: true,
    lot: { gtin: null, useBy: null, sample: false },
  });
});

it.each([
  [{ code: '' }, { code: 'required' }],
  [{ code: 'L'.repeat(21) }, { code: 'codeWrong' }],
  [{ code: 'LÔ 1' }, { code: 'codeWrong' }],
  [{ product: '' }, { product: 'required' }],
  [{ gtin: '9506000134353' }, { gtin: 'gtinWrong' }],
  [{ madeOn: '' }, { madeOn: 'required' }],
  [{ useBy: '2026-05-31' }, { useBy: 'useByEarly' }],
  [{ quantity: '0' }, { quantity: { fault: 'too-small', least: 1 } }],
  [{ quantity: '1.5' }, { quantity: { fault: 'unclear', readings: [1.5, 15] } }],
])('asks again for %j', (wrong, problems) => {
  expect(read({ ...typed, ...wrong })).toMatchObject({ ok: false, problems });
});

it('reads packs as Vietnam groups them', () => {
  expect(read({ ...typed, quantity: '1.000' })).toMatchObject({ ok: true, lot: { quantity: 1_000 } });
});

it('wants a reason of whoever corrects a lot, and leaves its code as it is', () => {
  const correct = (form: Record<string, string>) => readLotForm((name) => form[name] ?? '', true);
  expect(correct({ ...typed, code: 'LÔ 1' })).toEqual({ ok: false, problems: { reason: 'required' } });
  expect(correct({ ...typed, code: 'LÔ 1', reason: 'Gõ nhầm' })).toMatchObject({ ok: true });
});
