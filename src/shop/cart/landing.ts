import type { Cart } from './cart.ts';
import type { CartRequest } from './cart-request.ts';
import { isGoodNews } from './notice.ts';
import type { CartNotice } from './notice.ts';

/** Id of what is told about the cart as a whole, or about a line that is not in it. */
export const NEWS = 'tin';

/** Ids of what belongs to a line; a SKU that staff wrote may hold what no id and no address may. */
export function lineIds(sku: string) {
  const id = sku.replace(/[^\w.-]/g, (character) => `_${character.codePointAt(0)}_`);
  return {
    amount: `q-${id}`,
    plus: `plus-${id}`,
    minus: `minus-${id}`,
    problem: `p-${id}`,
    notice: `n-${id}`,
  };
}

/**
 * Where on the cart page a reader is led after a change: to the control that was pressed, else to the first
 * line that could not be changed, else to the one line that was changed, else to the news.
 * @returns the id of an element; null for the top of the page
 */
export function landing(
  asked: CartRequest,
  notices: readonly CartNotice[],
  cart: Cart | null,
): string | null {
  const isShown = (sku: string) => cart?.items.some((item) => item.sku === sku) ?? false;
  const wrong = notices.find(({ code, sku }) => !isGoodNews(code) && isShown(sku));
  if (asked.control && isShown(asked.control.sku)) {
    const { amount, plus, minus } = lineIds(asked.control.sku);
    return { plus, minus, left: amount, remove: amount }[asked.control.kind];
  }
  if (asked.control?.kind === 'remove') return NEWS;
  if (wrong) return lineIds(wrong.sku).amount;
  const [only] = notices.length === 1 ? notices.filter(({ sku }) => isShown(sku)) : [];
  const isAddition = asked.changes.some(({ action }) => action === 'add') || asked.unread.length > 0;
  if (only && !isAddition) return lineIds(only.sku).amount;
  return notices.length > 0 ? NEWS : null;
}
