import { describe, expect, test } from 'vitest';
import { checkCheckout, checkoutLimits, emptyCheckout, readCheckoutForm } from './checkout.ts';
import type { CheckoutForm } from './checkout.ts';

const rules = { provinces: new Set(['24', '37']), payWays: ['cod', 'transfer'] as const };
const filled: CheckoutForm = {
  ...emptyCheckout,
  name: 'Trần Thị Mẫu',
  phone: '0912 345 678',
  email: '',
  province: '37',
  commune: 'huyện Ý Yên, Nam Định',
  street: 'Thôn 2',
  note: '',
  payment: 'cod',
};

function wrongIn(change: Partial<CheckoutForm>) {
  const reading = checkCheckout({ ...filled, ...change }, rules);
  return reading.ok ? [] : reading.wrong;
}

describe('a checkout form', () => {
  test('is paid in one of the ways that are offered, and on delivery where a page asked for none', () => {
    expect(wrongIn({ payment: 'transfer' })).toEqual([]);
    expect(wrongIn({ payment: 'card' })).toEqual(['payment']);
    expect(readCheckoutForm(new FormData()).payment).toBe('cod');
  });

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
        gift: null,
        invoice: null,
        payment: 'cod',
      },
    });
  });

  test('asks for the whole of an invoice once a part of it is filled in, and for a tax code that is one', () => {
    const invoice = {
      invoiceName: ' Công ty  Mẫu ',
      taxCode: '0312687878 - 001',
      invoiceAddress: '1 Phố Mẫu, Hà Nội',
      invoiceEmail: '',
    };
    const reading = checkCheckout({ ...filled, ...invoice }, rules);
    expect(reading.ok && reading.checkout.invoice).toEqual({
      name: 'Công ty Mẫu',
      taxCode: '0312687878-001',
      address: '1 Phố Mẫu, Hà Nội',
      email: null,
    });
    expect(wrongIn({ taxCode: '0100109106' })).toEqual(['invoiceName', 'invoiceAddress']);
    expect(wrongIn({ invoiceEmail: 'a@vidu.vn' })).toEqual(['invoiceName', 'taxCode', 'invoiceAddress']);
    expect(wrongIn({ ...invoice, taxCode: '0100109107' })).toEqual(['taxCode']);
    expect(wrongIn({ ...invoice, invoiceEmail: 'a@' })).toEqual(['invoiceEmail']);
    expect(wrongIn({ gift: 'x'.repeat(301) })).toEqual(['gift']);
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

  test.each(['name', 'commune', 'street', 'note'] as const)(
    '%s may be as long as its field lets it be',
    (field) => {
      const longest = 'x'.repeat(checkoutLimits[field]);
      expect(wrongIn({ [field]: longest })).toEqual([]);
      expect(wrongIn({ [field]: `${longest}x` })).toEqual([field]);
    },
  );

  test('a line break counts once, as in the field', () => {
    const lines = `${'x'.repeat(249)}\r\n${'x'.repeat(250)}`;
    expect(wrongIn({ note: lines })).toEqual([]);
  });

  test('two telephone numbers are to be corrected, one in a strange spelling is not', () => {
    expect(wrongIn({ phone: '0912345678 / 0987654321' })).toEqual(['phone']);
    expect(wrongIn({ phone: '\u202a(+84) (0)912 345 678\u202c (chị Lan)' })).toEqual([]);
  });

  test('is read from what a browser posts', () => {
    const form = new FormData();
    form.set('name', 'A');
    expect(readCheckoutForm(form)).toEqual({ ...emptyCheckout, name: 'A' });
    form.set('name', new File([], 'a.txt'));
    expect(readCheckoutForm(form).name).toBe('');
  });
});
