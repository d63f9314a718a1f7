import { expect, it } from 'vitest';
import { recallRequest } from '@ocop/contract/recalls';
import { readRecallForm } from './recall-form.ts';

const told = {
  reasonVi: 'Sai nhãn',
  reasonEn: 'Wrong label',
  adviceVi: 'Đổi lại',
  adviceEn: 'Bring it back',
};
const read = (form: Record<string, string>) => readRecallForm((name) => form[name] ?? '');

it.each([
  ['a lot', { scope: 'lot', lot: 'L1' }, { scope: 'lot', lot: 'L1' }],
  ['one stamp', { scope: 'serial', code: 'ABC' }, { scope: 'serial', code: 'ABC' }],
  ['a range', { scope: 'range', range: '3' }, { scope: 'range', range: 3 }],
  [
    'a part',
    { scope: 'range', range: '3', first: '2', last: '9' },
    { scope: 'range', range: 3, first: 1, last: 8 },
  ],
])('reads the recall of %s as the server takes it', (_case, typed, recall) => {
  const answer = read({ ...told, ...typed });
  expect(answer).toMatchObject({ ok: true, recall });
  if (answer.ok) expect(recallRequest.safeParse(answer.recall).success).toBe(true);
});

it('wants its messages in Vietnamese, and does not wait for the English ones', () => {
  expect(read({ ...told, scope: 'lot', lot: 'L1', reasonVi: '', adviceVi: '' })).toEqual({
    ok: false,
    problems: { reasonVi: 'required', adviceVi: 'required' },
  });
  const hurried = read({ ...told, scope: 'lot', lot: 'L1', reasonEn: '', adviceEn: '' });
  expect(hurried.ok && recallRequest.safeParse(hurried.recall).success).toBe(true);
});

it('wants to know what is recalled', () => {
  expect(read({ ...told, scope: 'lot' })).toEqual({ ok: false, problems: { lot: 'required' } });
  expect(read({ ...told, scope: 'serial' })).toEqual({ ok: false, problems: { code: 'required' } });
  expect(read({ ...told, scope: 'range', range: '' })).toEqual({
    ok: false,
    problems: { range: { fault: 'empty', typed: '' } },
  });
  const upsideDown = { ...told, scope: 'range', range: '1', first: '9', last: '2' };
  expect(read(upsideDown)).toEqual({ ok: false, problems: { first: 'segmentWrong' } });
  const unclear = { ...told, scope: 'range', range: '1', first: '1.5' };
  expect(read(unclear)).toMatchObject({ ok: false, problems: { first: { fault: 'unclear' } } });
});
