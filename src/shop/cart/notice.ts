import { clipText } from '@ocop/rules/text';
import type { Dictionary } from '../../i18n/index.ts';
import type { CartChange, CartOutcome } from './changes.ts';
import { MAX_QUANTITY } from './quantity.ts';

/** What the cart page tells after a change; carried in its address, so that a reload tells it again. */
export interface CartNotice {
  code: NoticeCode;
  sku: string;
  left: string;
  inCart: string;
}

const codes = [
  'added',
  'added-anew',
  'set',
  'removed',
  'sold-out',
  'less-left',
  'less-left-number',
  'withdrawn',
  'too-many',
  'not-a-number',
  'nothing-there',
  'not-reached',
  'order-stopped',
] as const;

export type NoticeCode = (typeof codes)[number];

const good: ReadonlySet<NoticeCode> = new Set(['added', 'added-anew', 'set', 'removed']);

/** Whether the notice tells of something done, rather than of something that could not be. */
export function isGoodNews(code: NoticeCode): boolean {
  return good.has(code);
}

/** The notice for the outcome of a change. */
export function noticeOf(change: CartChange, outcome: CartOutcome): CartNotice {
  const notice = (code: NoticeCode, left = '', inCart = ''): CartNotice => ({
    code,
    sku: change.sku,
    left,
    inCart,
  });
  switch (outcome.kind) {
    case 'done':
      if (change.action === 'add') return notice(outcome.oldCartGone ? 'added-anew' : 'added');
      return notice(change.action === 'set' && change.quantity > 0 ? 'set' : 'removed');
    case 'less-left':
      return outcome.left === null
        ? notice('less-left')
        : notice('less-left-number', String(outcome.left), String(outcome.inCart));
    default:
      return notice(outcome.kind);
  }
}

/** Writes a notice as a query of the cart page's address. */
export function noticeQuery({ code, sku, left, inCart }: CartNotice): string {
  const query = new URLSearchParams({ tin: code, mon: sku });
  if (left) query.set('con', left);
  if (inCart) query.set('gio', inCart);
  return query.toString();
}

/** Reads a notice from the cart page's address; `null` when there is none or it is not one of ours. */
export function readNotice(query: URLSearchParams): CartNotice | null {
  const code = codes.find((known) => known === query.get('tin'));
  if (!code) return null;
  const number = (name: string) => /^\d{1,6}$/.exec(query.get(name) ?? '')?.[0] ?? '';
  return { code, sku: clipText(query.get('mon') ?? '', 80), left: number('con'), inCart: number('gio') };
}

/**
 * The message of a notice.
 * @param name the item's name in the reader's language, already looked up by the notice's sku
 */
export function noticeMessage(
  messages: Dictionary['cart']['notice'],
  notice: CartNotice,
  name: string,
): string {
  switch (notice.code) {
    case 'less-left-number':
      return messages['less-left-number'](name, notice.left, notice.inCart);
    case 'too-many':
      return messages['too-many'](name, String(MAX_QUANTITY));
    case 'not-a-number':
    case 'nothing-there':
    case 'not-reached':
    case 'order-stopped':
      return messages[notice.code];
    default:
      return messages[notice.code](name);
  }
}
