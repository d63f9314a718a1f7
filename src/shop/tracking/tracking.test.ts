import { orderCode } from '@ocop/rules/order-code';
import { describe, expect, test } from 'vitest';
import { checkTracking, readTrackingForm, TYPED_CODE_LENGTH } from './tracking.ts';

const code = orderCode(() => 7);

describe('finding an order', () => {
  test('number and telephone are read as people write them', () => {
    const typed = { code: ` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `, phone: '+84 912.345.678' };
    expect(checkTracking(typed)).toEqual({ ok: true, code, phone: '0912345678' });
  });

  test.each([
    [{ code: '', phone: '' }, ['code', 'phone']],
    [{ code, phone: '12' }, ['phone']],
    [{ code: `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`, phone: '0912345678' }, ['code']],
  ])('%j: %j is wrong', (typed, wrong) => {
    expect(checkTracking(typed)).toEqual({ ok: false, wrong });
  });

  test('what is longer than its field, or a file, is not read', () => {
    const form = new FormData();
    form.set('code', 'A'.repeat(9_999));
    form.set('phone', new Blob(['x']));
    expect(readTrackingForm(form)).toEqual({ code: 'A'.repeat(TYPED_CODE_LENGTH), phone: '' });
  });
});
