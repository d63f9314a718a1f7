import type { PayWay } from '@ocop/rules/payment/order-money';
import { PHONE_LENGTH, readPhones } from '@ocop/rules/phone';
import { readTaxCode, TAX_CODE_LENGTH } from '@ocop/rules/tax-code';
import type { OrderRequest } from '../../medusa-client/orders.ts';

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
  /** Words that go with the goods as a gift. */
  gift: string;
  /** Whom an invoice is made out to: nothing, or all but the e-mail address. */
  invoiceName: string;
  taxCode: string;
  invoiceAddress: string;
  invoiceEmail: string;
  /** One of the ways to pay. */
  payment: string;
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
  gift: string | null;
  /** As registered with the tax office, under a tax code that is one. */
  invoice: OrderRequest['invoice'];
  payment: PayWay;
}

export type CheckoutReading = { ok: true; checkout: Checkout } | { ok: false; wrong: CheckoutField[] };

/** What the form is checked against. */
export interface CheckoutRules {
  provinces: ReadonlySet<string>;
  /** The ways to pay that are offered. */
  payWays: readonly PayWay[];
}

/** The most characters of each field: as the fields of the page, the check and its words have it. */
export const checkoutLimits = {
  name: 80,
  phone: PHONE_LENGTH,
  email: 254,
  province: 2,
  commune: 120,
  street: 200,
  note: 500,
  gift: 300,
  invoiceName: 200,
  taxCode: TAX_CODE_LENGTH,
  invoiceAddress: 300,
  invoiceEmail: 254,
  payment: 20,
} as const satisfies Record<CheckoutField, number>;

/** In the order of the form. */
export const checkoutFields = Object.keys(checkoutLimits) as readonly CheckoutField[];

/** Takes the fields out of a posted form; absent ones are empty, overlong ones cut for showing again. */
export function readCheckoutForm(form: FormData): CheckoutForm {
  const field = (name: CheckoutField): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, 2 * checkoutLimits[name]) : '';
  };
  return {
    name: field('name'),
    phone: field('phone'),
    email: field('email'),
    province: field('province'),
    commune: field('commune'),
    street: field('street'),
    note: field('note'),
    gift: field('gift'),
    invoiceName: field('invoiceName'),
    taxCode: field('taxCode'),
    invoiceAddress: field('invoiceAddress'),
    invoiceEmail: field('invoiceEmail'),
    // A page from before there was a choice has no such field.
    payment: field('payment') || emptyCheckout.payment,
  };
}

/** The same with every value cut to its limit. */
export function withinLimits(form: CheckoutForm): CheckoutForm {
  const cut = checkoutFields.map((field) => [field, form[field].slice(0, checkoutLimits[field])] as const);
  return { ...emptyCheckout, ...Object.fromEntries(cut) };
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
  gift: '',
  invoiceName: '',
  taxCode: '',
  invoiceAddress: '',
  invoiceEmail: '',
  payment: 'cod',
};

/** The fields of an invoice; one that is filled in asks for the others. */
export const invoiceFields = ['invoiceName', 'taxCode', 'invoiceAddress', 'invoiceEmail'] as const;

/**
 * Checks a checkout form. Old district names are no error: where the parcel goes is asked of the
 * table of units elsewhere and never blocks an order.
 * @returns the fields to correct, in the order of the form
 */
export function checkCheckout(form: CheckoutForm, rules: CheckoutRules): CheckoutReading {
  const name = tidy(form.name);
  const phone = readPhones(form.phone);
  const email = tidy(form.email);
  const commune = tidy(form.commune);
  const street = tidy(form.street);
  const note = tidyLines(form.note);
  const gift = tidyLines(form.gift);
  const wantsInvoice = invoiceFields.some((field) => tidy(form[field]) !== '');
  const invoice = {
    name: tidy(form.invoiceName),
    taxCode: readTaxCode(form.taxCode)?.code ?? '',
    address: tidy(form.invoiceAddress),
    email: tidy(form.invoiceEmail),
  };
  const payment = rules.payWays.find((way) => way === form.payment);
  const fits = (field: CheckoutField, text: string) => text.length <= checkoutLimits[field];
  const right: Record<CheckoutField, boolean> = {
    name: fits('name', name) && letters(name) >= 2,
    phone: fits('phone', form.phone.trim()) && phone.kind === 'one',
    email: email === '' || (fits('email', email) && isEmail(email)),
    province: rules.provinces.has(form.province),
    commune: fits('commune', commune) && (letters(commune) >= 2 || /\d/.test(commune)),
    street: fits('street', street) && /[\p{L}\d]/u.test(street),
    note: fits('note', note),
    gift: fits('gift', gift),
    invoiceName: !wantsInvoice || (fits('invoiceName', invoice.name) && letters(invoice.name) >= 2),
    taxCode: !wantsInvoice || (fits('taxCode', form.taxCode.trim()) && invoice.taxCode !== ''),
    invoiceAddress:
      !wantsInvoice || (fits('invoiceAddress', invoice.address) && letters(invoice.address) >= 2),
    invoiceEmail: invoice.email === '' || (fits('invoiceEmail', invoice.email) && isEmail(invoice.email)),
    payment: payment !== undefined,
  };
  const wrong = checkoutFields.filter((field) => !right[field]);
  if (wrong.length > 0 || phone.kind !== 'one' || payment === undefined) return { ok: false, wrong };
  return {
    ok: true,
    checkout: {
      name,
      phone: phone.phone,
      email: email || null,
      province: form.province,
      commune,
      street,
      note: note || null,
      gift: gift || null,
      invoice: wantsInvoice ? { ...invoice, email: invoice.email || null } : null,
      payment,
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
  return /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@.,;<>()]{2,}$/.test(text);
}
