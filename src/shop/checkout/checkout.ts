import { normalisePhone } from '@ocop/rules/phone';

/** The checkout form exactly as filled in, to be shown again when something has to be corrected. */
export interface CheckoutForm {
  name: string;
  phone: string;
  email: string;
  /** Two-digit code of one of today's provinces. */
  province: string;
  /** Commune or ward in new or old names, also 'huyện Ý Yên, Nam Định'. */
  commune: string;
  street: string;
  note: string;
  adult: boolean;
}

export type CheckoutField = keyof CheckoutForm;

/** A checkout that can be ordered: phone in national form, texts trimmed, empty options `null`. */
export interface Checkout {
  name: string;
  phone: string;
  email: string | null;
  province: string;
  commune: string;
  street: string;
  note: string | null;
  adult: boolean;
}

export type CheckoutReading = { ok: true; checkout: Checkout } | { ok: false; wrong: CheckoutField[] };

/** What the form is checked against. */
export interface CheckoutRules {
  provinces: ReadonlySet<string>;
  /** Whether the cart holds alcohol: then the buyer must say to be 18 or over. */
  alcohol: boolean;
}

const NOTE_LENGTH = 500;

/** Takes the fields out of a posted form; absent ones are empty, overlong ones cut for showing again. */
export function readCheckoutForm(form: FormData): CheckoutForm {
  const field = (name: string, longest: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, longest) : '';
  };
  return {
    name: field('name', 200),
    phone: field('phone', 60),
    email: field('email', 300),
    province: field('province', 10),
    commune: field('commune', 200),
    street: field('street', 300),
    note: field('note', 4 * NOTE_LENGTH),
    adult: form.get('adult') === 'yes',
  };
}

/** An empty form, for the first view. */
export const emptyCheckout: CheckoutForm = {
  name: '',
  phone: '',
  email: '',
  province: '',
  commune: '',
  street: '',
  note: '',
  adult: false,
};

/**
 * Checks a checkout form. Old district names are no error: where the parcel goes is asked of the
 * table of units elsewhere and never blocks an order.
 * @returns the fields to correct, in the order of the form
 */
export function checkCheckout(form: CheckoutForm, rules: CheckoutRules): CheckoutReading {
  const name = tidy(form.name);
  const phone = normalisePhone(form.phone);
  const email = tidy(form.email);
  const commune = tidy(form.commune);
  const street = tidy(form.street);
  const note = tidyLines(form.note);
  const right: Record<CheckoutField, boolean> = {
    name: name.length <= 80 && letters(name) >= 2,
    phone: phone !== null,
    email: email === '' || isEmail(email),
    province: rules.provinces.has(form.province),
    commune: commune.length <= 120 && (letters(commune) >= 2 || /\d/.test(commune)),
    street: /[\p{L}\d]/u.test(street) && street.length <= 200,
    note: note.length <= NOTE_LENGTH,
    adult: form.adult || !rules.alcohol,
  };
  const order: CheckoutField[] = ['name', 'phone', 'email', 'province', 'commune', 'street', 'note', 'adult'];
  const wrong = order.filter((field) => !right[field]);
  if (wrong.length > 0 || phone === null) return { ok: false, wrong };
  return {
    ok: true,
    checkout: {
      name,
      phone,
      email: email || null,
      province: form.province,
      commune,
      street,
      note: note || null,
      adult: form.adult,
    },
  };
}

/** One line without control characters, its spaces single. Vietnamese letters are composed. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

function tidyLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(tidy)
    .join('\n')
    .trim();
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@.,;<>()]{2,}$/.test(text);
}
