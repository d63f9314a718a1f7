import type { MedusaCart } from '../../medusa-client/carts.ts';
import type { CartRequest } from './cart-request.ts';
import { isGoodNews } from './notice.ts';
import type { CartNotice } from './notice.ts';

/** Id of what is told about the cart as a whole, or about a line that is not in it. */
export const NEWS = 'tin';

/** Ids of the controls of a line, by Medusa's id of it. */
export const lineIds = (id: string) => ({ amount: `q-${id}`, plus: `plus-${id}`, minus: `minus-${id}` });

/**
 * Where on the cart page a reader is led after a change: to the control that was pressed, else to the first
 * line that could not be changed, else to the one line that was changed, else to the news.
 * @returns the id of an element; null for the top of the page
 */
export function landing(
  asked: CartRequest,
  notices: readonly CartNotice[],
  cart: MedusaCart | null,
): string | null {
  const idOf = (sku: string) => cart?.lines.find((line) => line.sku === sku)?.id;
  const wrong = notices.find(({ code, sku }) => !isGoodNews(code) && idOf(sku) !== undefined);
  const pressed = asked.control && idOf(asked.control.sku);
  if (asked.control && pressed) {
    const { amount, plus, minus } = lineIds(pressed);
    return { plus, minus, left: amount, remove: amount }[asked.control.kind];
  }
  if (asked.control?.kind === 'remove') return NEWS;
  if (wrong) return lineIds(idOf(wrong.sku) ?? '').amount;
  const only = notices.length === 1 ? idOf(notices[0]?.sku ?? '') : undefined;
  const isAddition = asked.changes.some(({ action }) => action === 'add') || asked.unread.length > 0;
  if (only !== undefined && !isAddition) return lineIds(only).amount;
  return notices.length > 0 ? NEWS : null;
}
