import type { Dictionary } from '../../i18n/index.ts';
import { MOST_KINDS, type CartChange, type CartOutcome } from './changes.ts';
import { MAX_QUANTITY } from './quantity.ts';

export const noticeCodes = [
  'added',
  'set',
  'removed',
  'sold-out',
  'less-left',
  'shared-short',
  'withdrawn',
  'alcohol',
  'price-held',
  'recalled',
  'part-held',
  'too-many',
  'too-many-kinds',
  'at-least-one',
  'not-a-number',
  'nothing-there',
  'not-reached',
  'order-stopped',
  'not-ordered',
  'coupon-limited',
] as const;

export type NoticeCode = (typeof noticeCodes)[number];

/** More notices than anybody reads. */
export const MOST_TOLD = 20;

/** What the cart page tells after a change, of one line of the cart or of the whole. */
export interface CartNotice {
  code: NoticeCode;
  /** '' where it is about no line in particular. */
  sku: string;
  /** Pieces left, where that is why. */
  left: number | null;
  /** Pieces in the cart before and after, where nothing was changed. */
  inCart: number | null;
  /** The amount asked for in vain. */
  asked: string | null;
  /** What stood in the line's own field then, to stand there again. */
  typed: string | null;
  /** For a line that was taken out: the line that stood below it. */
  before: string | null;
}

/** A notice about the cart as a whole, or about a line of which only the name matters. */
export function plainNotice(code: NoticeCode, sku = ''): CartNotice {
  return { code, sku, left: null, inCart: null, asked: null, typed: null, before: null };
}

const good: ReadonlySet<NoticeCode> = new Set(['added', 'set', 'removed']);

/** Whether the notice tells of something done, rather than of something that could not be. */
export function isGoodNews(code: NoticeCode): boolean {
  return good.has(code);
}

/** The notice for the outcome of a change. */
export function noticeOf(change: CartChange, outcome: CartOutcome): CartNotice {
  const notice = (code: NoticeCode) => plainNotice(code, change.sku);
  if (outcome.kind === 'done') {
    if (change.action === 'add') return notice('added');
    return notice(change.action === 'set' && change.quantity > 0 ? 'set' : 'removed');
  }
  const asked = change.action === 'remove' ? null : String(change.quantity);
  const kept = { asked, typed: change.action === 'set' ? asked : null };
  if (outcome.kind !== 'less-left' && outcome.kind !== 'shared-short') {
    return { ...notice(outcome.kind), ...kept };
  }
  const { left, inCart } = outcome;
  return { ...notice(outcome.kind), left, inCart, ...kept };
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
    case 'less-left':
      return messages['less-left'](name, notice.asked ?? '', notice.left ?? 0, notice.inCart ?? 0);
    case 'shared-short':
      return messages['shared-short'](name, notice.left ?? 0, notice.inCart ?? 0);
    case 'too-many':
      return messages['too-many'](name, String(MAX_QUANTITY));
    case 'too-many-kinds':
      return messages['too-many-kinds'](String(MOST_KINDS));
    case 'not-a-number':
      return messages['not-a-number'](String(MAX_QUANTITY));
    case 'nothing-there':
    case 'not-reached':
    case 'order-stopped':
    case 'not-ordered':
    case 'coupon-limited':
      return messages[notice.code];
    default:
      return messages[notice.code](name);
  }
}
