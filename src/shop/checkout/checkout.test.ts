import { describe, expect, test } from 'vitest';
import { checkCheckout, emptyCheckout, readCheckoutForm } from './checkout.ts';
import type { CheckoutForm } from './checkout.ts';

const rules = { provinces: new Set(['24', '37']), alcohol: false };
const filled: CheckoutForm = {
  name: 'Trần Thị Mẫu',
  phone: '0912 345 678',
  email: '',
  province: '37',
  commune: 'huyện Ý Yên, Nam Định',
  street: 'Thôn 2',
  note: '',
  adult: false,
};

function wrongIn(change: Partial<CheckoutForm>, alcohol = false) {
  const reading = checkCheckout({ ...filled, ...change }, { ...rules, alcohol });
  return reading.ok ? [] : reading.wrong;
}

describe('a checkout form', () => {
  test('filled in is ready to order, tidied', () => {
    const reading = checkCheckout(
      { ...filled, name: '  Trần   Thị\tMẫu ', note: 'Gọi trước\r\n\r\n sau 5 giờ ', email: ' a@vidu.vn ' },
      rules,
    );
    expect(reading).toEqual({
      ok: true,
      checkout: {
        name: 'Trần Thị Mẫu',
        phone: '0912345678',
        email: 'a@vidu.vn',
        province: '37',
        commune: 'huyện Ý Yên, Nam Định',
        street: 'Thôn 2',
        note: 'Gọi trước\n\nsau 5 giờ',
        adult: false,
      },
    });
  });

  test('empty names every required field, in the order of the form', () => {
    const reading = checkCheckout(emptyCheckout, rules);
    expect(reading).toEqual({ ok: false, wrong: ['name', 'phone', 'province', 'commune', 'street'] });
  });

  test.each<[keyof CheckoutForm, string]>([
    ['name', 'A'],
    ['name', '12'],
    ['name', 'x'.repeat(81)],
    ['phone', '12345'],
    ['email', 'khong-co-a-cong'],
    ['email', 'a@b'],
    ['province', '99'],
    ['province', ''],
    ['commune', ' '],
    ['street', ''],
    ['street', ' - '],
    ['note', 'x'.repeat(501)],
  ])('%s = %j is to be corrected', (field, value) => {
    expect(wrongIn({ [field]: value })).toEqual([field]);
  });

  test.each(['Phường 5', 'P. 12', 'xã Phù Lãng', 'Phu Lang', 'thị trấn Lâm, huyện Ý Yên'])(
    'commune %j is accepted, in old or new names',
    (commune) => {
      expect(wrongIn({ commune })).toEqual([]);
    },
  );

  test('alcohol asks for the age, anything else does not', () => {
    expect(wrongIn({ adult: false }, true)).toEqual(['adult']);
    expect(wrongIn({ adult: true }, true)).toEqual([]);
    expect(wrongIn({ adult: false }, false)).toEqual([]);
  });

  test('is read from what a browser posts', () => {
    const form = new FormData();
    form.set('name', 'A');
    form.set('adult', 'yes');
    expect(readCheckoutForm(form)).toEqual({ ...emptyCheckout, name: 'A', adult: true });
    form.set('name', new File([], 'a.txt'));
    expect(readCheckoutForm(form).name).toBe('');
  });
});
