import { showCartCount } from './cart-count.ts';
import { NEWS } from './landing.ts';
import { MAX_QUANTITY } from './quantity.ts';

/** How long to wait for the next press on + before the amount is saved, milliseconds. */
const PAUSE_MS = 400;

/** What the page is made of: the part that is made anew, and the place where the outcome is said. */
const ROOM = '[data-cart-room]';
const FORM = 'form[data-cart-form]';

/**
 * Saves the amounts of the cart as they change: the same form is posted by `fetch`, and what the server
 * answers, which is the cart page, takes the place of the cart that is shown. Whatever is typed meanwhile
 * is left standing and saved next. Where anything fails the form is posted as without script.
 */
export function saveAsItChanges(page: Document): void {
  if (!page.querySelector(FORM)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flight: Promise<void> | null = null;
  let passes = false;

  const form = () => page.querySelector<HTMLFormElement>(FORM);

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE_MS);
  }

  async function save(submitter: HTMLButtonElement | null = null): Promise<void> {
    clearTimeout(timer);
    while (flight) await flight;
    const sent = form();
    if (!sent) return;
    const button = submitter && (again(sent, submitter) ?? submitter);
    flight = post(page, sent, button)
      .then((outcome) => {
        if (outcome === 'typed-meanwhile') return later();
        showCartCount(page);
      })
      .catch(() => {
        passes = true;
        sent.requestSubmit(button);
      })
      .finally(() => {
        flight = null;
      });
    await flight;
  }

  /** Goes on to another page, but not while amounts are on their way: two savings would cross. */
  async function leave(submitter: HTMLButtonElement): Promise<void> {
    while (flight) await flight;
    passes = true;
    const now = form();
    if (now) now.requestSubmit(again(now, submitter) ?? submitter);
  }

  // A page that Back brings out of the browser's memory begins anew.
  addEventListener('pageshow', () => {
    passes = false;
  });
  page.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.form === form()) later();
  });
  page.addEventListener('submit', (event) => {
    if (event.target !== form() || passes) return;
    clearTimeout(timer);
    const submitter = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    const [kind = ''] = submitter?.value.split(':') ?? [];
    if (submitter && ['checkout', 'shopping', 'language'].includes(kind)) {
      if (!flight) return;
      event.preventDefault();
      return void leave(submitter);
    }
    event.preventDefault();
    if (submitter && stepHere(submitter, kind)) later();
    else void save(submitter?.value === 'save' ? null : submitter);
  });
}

/** The button of the same value in a form that was made anew. */
function again(form: HTMLFormElement, button: HTMLButtonElement): HTMLButtonElement | null {
  return (
    [...form.elements].find(
      (one): one is HTMLButtonElement => one instanceof HTMLButtonElement && one.value === button.value,
    ) ?? null
  );
}

/** Steps the number beside a + or − at once; false where the server must say what comes of it. */
function stepHere(button: HTMLButtonElement, kind: string): boolean {
  const field = button.parentElement?.querySelector('input.number');
  const step = { plus: 1, minus: -1 }[kind];
  if (!(field instanceof HTMLInputElement) || step === undefined || !/^\d{1,2}$/.test(field.value))
    return false;
  const next = Number(field.value) + step;
  if (next < 1 || next > MAX_QUANTITY) return false;
  field.value = String(next);
  return true;
}

const encoded = (form: HTMLFormElement, button: HTMLButtonElement | null) =>
  new URLSearchParams([...new FormData(form, button)].map(([name, value]) => [name, String(value)]));

async function post(
  page: Document,
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
): Promise<'shown' | 'typed-meanwhile'> {
  const typed = encoded(form, null).toString();
  const body = encoded(form, button);
  if (!button) body.set('action', 'save');
  const action = form.getAttribute('action') ?? '';
  const answer = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' } });
  const made = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(ROOM);
  if (!answer.redirected || !made) throw new Error('The answer is not the cart.');
  if (encoded(form, null).toString() !== typed) return 'typed-meanwhile';
  const focused = page.activeElement?.id ?? '';
  page.querySelector(ROOM)?.replaceWith(made);
  lead(page, focused, button !== null);
  say(page, made);
  return 'shown';
}

/** Gives the focus back; where the line of a pressed button is gone, to the news that say so. */
function lead(page: Document, focused: string, pressed: boolean): void {
  const same = focused === '' ? null : page.getElementById(focused);
  if (same) same.focus({ preventScroll: true });
  else if (pressed) page.getElementById(NEWS)?.focus();
}

/** Says the outcome in a place that was there before, which is what screen readers listen to. */
function say(page: Document, room: Element): void {
  const said = [...room.querySelectorAll('[data-said]')].map(({ textContent }) => textContent?.trim());
  const place = page.querySelector('[data-cart-said]');
  if (place) place.textContent = said.join(' ');
}
