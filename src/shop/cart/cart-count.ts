/**
 * Shows how many items are in the cart, from the readable cookie `cart_count` that the cart sets.
 * Static pages are shared by everybody, so the number can only be filled in by the browser.
 */
export function showCartCount(page: Document): void {
  const count = Number(/(?:^|;\s*)cart_count=(\d{1,4})(?:;|$)/.exec(page.cookie)?.[1] ?? 0);
  for (const mark of page.querySelectorAll<HTMLElement>('[data-cart-count]')) {
    if (mark.textContent === '' || /^\d+$/.test(mark.textContent ?? '')) {
      mark.textContent = String(count);
    }
    mark.hidden = count === 0;
  }
}
