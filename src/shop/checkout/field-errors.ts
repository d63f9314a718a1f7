import { readPhones } from '@ocop/rules/phone';
import type { Dictionary } from '../../i18n/index.ts';
import { checkoutLimits } from './checkout.ts';
import type { CheckoutField, CheckoutForm } from './checkout.ts';

/** What is to be corrected in a field, in one sentence, with the limit it is held to. */
export function fieldError(
  errors: Dictionary['order']['errors'],
  form: CheckoutForm,
  field: CheckoutField,
): string {
  if (field === 'phone') {
    const phone = readPhones(form.phone);
    if (phone.kind === 'several') return errors.phones(phone.phones.map(grouped).join(', '));
  }
  return errors[field](checkoutLimits[field]);
}

/** '0912 345 678', '024 3825 4321' */
function grouped(phone: string): string {
  return phone.startsWith('02')
    ? phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
    : phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
