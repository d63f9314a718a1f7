import { formatDong } from '@ocop/rules/money';
import type { SaleHold } from '@ocop/rules/sale-hold';
import type { Lang } from '../../i18n/lang.ts';
import { servicePaths } from '../../i18n/paths.ts';
import { skuQueries } from './asked-skus.ts';
import { heldShort } from './held-messages.ts';

/** The compact answer of `/api/availability`: only what differs from the offers of the build. */
export interface Availability {
  /** Moment of the snapshot, ISO 8601; null while the shop's server has not been reached yet. */
  at: string | null;
  soldOut: readonly string[];
  /** Pieces left, for packs that are nearly gone. */
  low: Readonly<Record<string, number>>;
  /** Prices, whole đồng, that differ from the built page. */
  changed: Readonly<Record<string, number>>;
  /** Why packs are not sold though they are there; a site before 0.3 does not tell. */
  held?: Readonly<Record<string, SaleHold>>;
}

/** What a page should say of one pack now. */
export type OfferNow =
  | { kind: 'sold-out' }
  | { kind: 'held'; why: SaleHold }
  | { kind: 'low'; left: number }
  | { kind: 'in-stock' };

/** Stock of one pack according to a snapshot. */
export function offerNow(snapshot: Availability, sku: string): OfferNow {
  const why = snapshot.held?.[sku];
  if (why !== undefined) return { kind: 'held', why };
  if (snapshot.soldOut.includes(sku)) return { kind: 'sold-out' };
  const left = snapshot.low[sku];
  return left === undefined ? { kind: 'in-stock' } : { kind: 'low', left };
}

function isAvailability(value: unknown): value is Availability {
  if (typeof value !== 'object' || value === null) return false;
  const { soldOut, low, changed } = value as Partial<Availability>;
  return Array.isArray(soldOut) && typeof low === 'object' && typeof changed === 'object';
}

/** The packs a page shows a price, a stock or a choice of. */
function skusOn(page: Document): string[] {
  const prices = [...page.querySelectorAll<HTMLElement>('[data-price]')].map((mark) => mark.dataset.price);
  const stocks = [...page.querySelectorAll<HTMLElement>('[data-stock]')].map((mark) => mark.dataset.stock);
  const choices = [...page.querySelectorAll<HTMLInputElement>('form[data-buy] input[name="sku"]')];
  return [...prices, ...stocks, ...choices.map((choice) => choice.value)].flatMap((sku) => sku ?? []);
}

/** The answer to one query, or null: then the page keeps what was built, and the cart has the last word. */
async function readAvailability(query: string): Promise<Availability | null> {
  try {
    const answer = await fetch(`${servicePaths.availability}?${query}`);
    const body: unknown = answer.ok ? await answer.json() : null;
    return isAvailability(body) ? body : null;
  } catch {
    return null;
  }
}

function showStock(mark: HTMLElement, now: OfferNow, lang: Lang): void {
  const { soldOut = '', low = '' } = mark.dataset;
  mark.textContent = {
    held: now.kind === 'held' ? heldShort[lang][now.why] : '',
    'sold-out': soldOut,
    low: now.kind === 'low' ? low.replace('#', String(now.left)) : '',
    'in-stock': '',
  }[now.kind];
}

function closeForm(form: HTMLFormElement, soldOutText: string): void {
  const choices = [...form.querySelectorAll<HTMLInputElement>('input[name="sku"]')];
  const open = choices.find((choice) => !choice.disabled);
  const checked = choices.find((choice) => choice.checked);
  if (open && checked?.disabled) open.checked = true;
  const button = form.querySelector<HTMLButtonElement>('button[value="add"], button:not([type])');
  if (!open && button) {
    button.disabled = true;
    button.textContent = soldOutText;
  }
}

/**
 * Brings prices and stock of a built page up to date, asking for the packs the page shows and no others.
 * Marks: `data-price=sku` (text replaced), `data-stock=sku` with the words in `data-sold-out` and
 * `data-low` ('#' stands for the number), and the form `data-buy`, whose sold-out packs cannot be
 * chosen any more. The room for these words is kept by the page, so nothing moves.
 */
export async function refreshOffers(page: Document): Promise<void> {
  if (!page.querySelector('[data-price], [data-stock]')) return;
  const answers = await Promise.all(skuQueries(skusOn(page)).map(readAvailability));
  const known = answers.filter((answer) => answer !== null);
  if (known.length > 0) showOffers(page, known.reduce(merged));
}

function merged(one: Availability, other: Availability): Availability {
  return {
    at: one.at,
    soldOut: [...one.soldOut, ...other.soldOut],
    low: { ...one.low, ...other.low },
    changed: { ...one.changed, ...other.changed },
    held: { ...one.held, ...other.held },
  };
}

function showOffers(page: Document, snapshot: Availability): void {
  const lang = page.documentElement.lang === 'en' ? 'en' : 'vi';
  for (const mark of page.querySelectorAll<HTMLElement>('[data-price]')) {
    const price = snapshot.changed[mark.dataset.price ?? ''];
    if (price !== undefined) mark.textContent = formatDong(price, lang);
  }
  for (const mark of page.querySelectorAll<HTMLElement>('[data-stock]')) {
    showStock(mark, offerNow(snapshot, mark.dataset.stock ?? ''), lang);
  }
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-buy]')) {
    for (const choice of form.querySelectorAll<HTMLInputElement>('input[name="sku"]')) {
      choice.disabled = snapshot.soldOut.includes(choice.value);
    }
    const why = [...form.querySelectorAll<HTMLInputElement>('input[name="sku"]')].flatMap(
      ({ value }) => snapshot.held?.[value] ?? [],
    )[0];
    closeForm(form, why ? heldShort[lang][why] : (form.dataset.soldOut ?? ''));
  }
}
