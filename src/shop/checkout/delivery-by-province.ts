import { addDong, formatDong } from '@ocop/rules/money';

/**
 * Shows what delivery costs, and the total, as the province is chosen. The prices stand at the provinces; where
 * none stands there all pay the same and nothing changes. Without it the server tells the total before it
 * orders.
 */
export function showDeliveryByProvince(page: Document): void {
  const select = page.querySelector<HTMLSelectElement>('select#province');
  const sum = page.querySelector<HTMLElement>('[data-subtotal]');
  const agreed = page.querySelector<HTMLInputElement>('form[data-keep] input[name="total"]');
  const button = page.querySelector<HTMLElement>('button[data-shown]');
  if (!select || !sum || !agreed || !button || !select.querySelector('[data-delivery]')) return;
  const lang = page.documentElement.lang === 'en' ? 'en' : 'vi';
  const written = (amount: number) => formatDong(amount, lang);
  const write = (part: string, ...amounts: number[]) => {
    for (const [at, place] of sum.querySelectorAll(`[data-sum="${part}"]`).entries()) {
      const amount = amounts[at];
      if (amount !== undefined) place.textContent = written(amount);
    }
  };

  function show(): void {
    const prices = select?.selectedOptions[0]?.dataset.delivery;
    if (!agreed || !button || !sum) return;
    // Without a province no total is agreed to.
    if (prices === undefined) return void (agreed.value = '');
    const parcels = prices.split(' ').map(Number);
    const shipping = addDong(...parcels);
    const total = addDong(Number(sum.dataset.subtotal), shipping);
    write('parcel', ...parcels);
    write('shipping', shipping);
    write('total', total);
    const shown = written(total);
    button.textContent = (button.textContent ?? '').replace(button.dataset.shown ?? '', shown);
    button.dataset.shown = shown;
    agreed.value = String(total);
  }

  select.addEventListener('change', show);
  // A browser puts back what was chosen when it goes back to a page, and then tells nobody.
  addEventListener('pageshow', show);
}
