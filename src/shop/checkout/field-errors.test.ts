import { describe, expect, test } from 'vitest';
import { dictionary } from '../../i18n/index.ts';
import { languages } from '../../i18n/lang.ts';
import { checkoutFields, checkoutLimits, emptyCheckout } from './checkout.ts';
import { fieldError } from './field-errors.ts';

describe.each(languages)('what is to be corrected, in %s', (lang) => {
  const { errors } = dictionary(lang).order;
  const say = (phone: string) => fieldError(errors, { ...emptyCheckout, phone }, 'phone');

  test.each(checkoutFields.filter((field) => !['province', 'payment', 'taxCode'].includes(field)))(
    'of %s names the limit the field has',
    (field) => {
      expect(fieldError(errors, emptyCheckout, field)).toContain(String(checkoutLimits[field]));
    },
  );

  test('of two telephone numbers names both', () => {
    expect(say('0912345678, 02438254321')).toContain('0912 345 678, 024 3825 4321');
  });

  test('of no number tells both lengths', () => {
    expect(say('123')).toMatch(/10 .*11 /);
  });
});
