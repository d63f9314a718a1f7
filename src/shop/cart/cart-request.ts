import type { CartChange } from './changes.ts';
import { plainNotice } from './notice.ts';
import type { CartNotice, NoticeCode } from './notice.ts';
import { MAX_QUANTITY, readQuantity } from './quantity.ts';

/** Where a posted cart form leads once its amounts are in the cart. */
export type Onward = 'cart' | 'checkout' | 'other-language' | 'shopping';

/** What a posted form asks of the cart. */
export interface CartRequest {
  /** At most one for each line, in the order of the page. */
  changes: CartChange[];
  /** Amounts that say nothing, each with what was typed. */
  unread: CartNotice[];
  then: Onward;
  /** The control that was pressed, to be led back to; null for the form as a whole. */
  control: { kind: Control; sku: string } | null;
  /** For a line to be taken out: the line below it on the page. */
  below: string | null;
}

type Control = 'plus' | 'minus' | 'left' | 'remove';

/** Fields of the cart's form: `n:{sku}` is the amount in the field, `was:{sku}` the one the page was made with. */
export const amountField = (sku: string) => `n:${sku}`;
export const shownField = (sku: string) => `was:${sku}`;

/** More lines than a cart of people has; what a form names beyond is not read. */
const MOST_LINES = 100;

/**
 * Reads a posted cart form. Two forms lead here: that of a product page (`action` = add, `sku`,
 * `quantity`), and the one form round all lines of the cart, whose every button sends every amount. An
 * amount counts where it differs from the one the page was made with, so that a page opened long ago takes
 * nothing back that was changed in another tab.
 * @returns null for a form that is none of these
 */
export function readCartRequest(form: FormData): CartRequest | null {
  const [action = '', sku = '', left = ''] = split(text(form, 'action'));
  if (action === 'add') return readAddition(form);
  const then = onward(action);
  const control = controlOf(action, sku);
  if (then === null && control === null) return readSingleLine(form, action);

  const skus = [...form.keys()].filter((name) => name.startsWith('n:')).map((name) => name.slice(2));
  const request: CartRequest = { changes: [], unread: [], then: then ?? 'cart', control, below: null };
  for (const line of skus.slice(0, MOST_LINES)) {
    const pressed = control?.sku === line ? control.kind : null;
    const typed = pressed === 'left' ? left : text(form, amountField(line)).trim();
    if (pressed === 'remove') request.changes.push({ action: 'remove', sku: line });
    else readLine(request, { sku: line, typed, shown: text(form, shownField(line)), pressed });
  }
  if (control?.kind === 'remove') {
    request.below = skus[skus.indexOf(control.sku) + 1] ?? null;
    // A sold-out line has no field for an amount.
    if (!skus.includes(control.sku)) request.changes.push({ action: 'remove', sku: control.sku });
  }
  return request;
}

interface PostedLine {
  sku: string;
  typed: string;
  shown: string;
  pressed: Control | null;
}

function readLine(request: CartRequest, { sku, typed, shown, pressed }: PostedLine): void {
  const refuse = (code: NoticeCode, kept: string) =>
    request.unread.push({ ...plainNotice(code, sku), typed: kept.slice(0, 20) });
  const isStep = pressed === 'plus' || pressed === 'minus';
  if (typed === shown && !isStep) return;
  // On a product page an empty field means one piece; here it would take pieces away unasked.
  const reading = typed === '' ? ({ ok: false, reason: 'not-a-number' } as const) : readQuantity(typed);
  if (!reading.ok) return void refuse(reading.reason, typed);
  const quantity = reading.quantity + (pressed === 'plus' ? 1 : pressed === 'minus' ? -1 : 0);
  if (quantity > MAX_QUANTITY) return void refuse('too-many', typed);
  if (isStep && quantity < 1) return void refuse('at-least-one', '1');
  if (String(quantity) !== shown) request.changes.push({ action: 'set', sku, quantity });
}

/** The form of a product page. */
function readAddition(form: FormData): CartRequest | null {
  const sku = text(form, 'sku').slice(0, 80);
  if (sku === '') return null;
  const typed = text(form, 'quantity');
  const reading = readQuantity(typed);
  const request: CartRequest = { changes: [], unread: [], then: 'cart', control: null, below: null };
  if (!reading.ok) request.unread.push({ ...plainNotice(reading.reason, sku), asked: typed.slice(0, 20) });
  // Nought pieces of something new is a slip of the finger; one was meant.
  else request.changes.push({ action: 'add', sku, quantity: Math.max(1, reading.quantity) });
  return request;
}

/** A line's own form, as pages made by the version before have it; they may be open in a browser still. */
function readSingleLine(form: FormData, action: string): CartRequest | null {
  const sku = text(form, 'sku').slice(0, 80);
  if (sku === '' || (action !== 'set' && action !== 'remove')) return null;
  const request: CartRequest = { changes: [], unread: [], then: 'cart', control: null, below: null };
  if (action === 'remove') request.changes.push({ action, sku });
  else readLine(request, { sku, typed: text(form, 'quantity'), shown: '', pressed: null });
  return request;
}

/** `plus:SKU` and `left:SKU:3` take the sku as it is, colons included. */
function split(action: string): [string, string, string] {
  const [, kind = action, rest = ''] = /^([a-z-]+):(.*)$/.exec(action) ?? [];
  const [, sku = rest, left = ''] = (kind === 'left' && /^(.*):(\d+)$/.exec(rest)) || [];
  return [kind, sku, left];
}

function onward(action: string): Onward | null {
  if (action === 'save' || action === 'coupon' || action === 'coupon-off') return 'cart';
  if (action === 'checkout' || action === 'shopping') return action;
  return action === 'language' ? 'other-language' : null;
}

function controlOf(action: string, sku: string): CartRequest['control'] {
  if (sku === '') return null;
  const kind = (['plus', 'minus', 'left', 'remove'] as const).find((one) => one === action);
  return kind ? { kind, sku } : null;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
