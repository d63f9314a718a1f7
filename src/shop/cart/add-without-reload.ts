import { showCartCount } from './cart-count.ts';

interface Answer {
  ok: boolean;
  message: string;
  /** Messages of the link to the cart. */
  see: string;
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { ok, message, see } = value as Partial<Answer>;
  return typeof ok === 'boolean' && typeof message === 'string' && typeof see === 'string';
}

/**
 * Product forms (`form[data-buy]`) put into the cart without leaving the page: the same form is
 * posted by `fetch`, the outcome is said in a live region below the button with a link to the cart,
 * and the number beside the cart follows. When that fails in any way the form is posted as usual.
 */
export function addWithoutReload(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-buy]')) {
    const said = page.createElement('p');
    said.setAttribute('role', 'status');
    // Out of the flow while it is empty: it must not push the page down.
    said.className = 'visually-hidden';
    form.append(said);
    stepTheNumber(form);
    let underway = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (underway) return;
      underway = true;
      void post(form)
        .then((answer) => {
          if (answer === null) return form.submit();
          tell(said, answer, addressOf(form));
          showCartCount(page);
        })
        .finally(() => {
          underway = false;
        });
    });
  }
}

/** The + and − beside the number; the field's own limits hold for them too. */
function stepTheNumber(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="number"]');
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', () =>
      button.dataset.step === '1' ? field?.stepUp() : field?.stepDown(),
    );
  }
}

/** The form has a field named `action`, which hides its own property of that name. */
function addressOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? '';
}

async function post(form: HTMLFormElement): Promise<Answer | null> {
  try {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const response = await fetch(addressOf(form), {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    const body: unknown = response.ok ? await response.json() : null;
    return isAnswer(body) ? body : null;
  } catch {
    return null;
  }
}

function tell(said: HTMLElement, answer: Answer, cartAddress: string): void {
  const link = said.ownerDocument.createElement('a');
  link.href = cartAddress;
  link.textContent = answer.see;
  said.className = `notice ${answer.ok ? 'notice-good' : 'notice-warn'}`;
  said.replaceChildren(`${answer.message} `, link);
}
