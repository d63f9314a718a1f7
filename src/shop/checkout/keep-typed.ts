/** Rest after the last key before what is typed is kept, milliseconds. */
const REST_MS = 600;

/**
 * Keeps what is typed into a form (`form[data-keep]`) without it being sent: after a rest, and when the
 * page is left, so that a closed tab or a wrong link loses nothing. The server keeps it as after a sending.
 */
export function keepWhatIsTyped(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-keep]');
  if (!form) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = true;
  let asking: AbortController | undefined;

  function keep(): void {
    clearTimeout(timer);
    if (isKept || !form) return;
    isKept = true;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    body.set('action', 'keep');
    const action = form.getAttribute('action') ?? '';
    asking = new AbortController();
    const { signal } = asking;
    // `keepalive`: it goes out although the page is closed. What cannot be kept now is kept with the order.
    fetch(action, { method: 'POST', body, keepalive: true, signal }).catch(() => {
      isKept = false;
    });
  }

  form.addEventListener('input', () => {
    isKept = false;
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  });
  form.addEventListener('submit', () => {
    // The sending keeps it itself; an answer that comes after that of the sending would undo what it came to.
    clearTimeout(timer);
    asking?.abort();
    isKept = true;
  });
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') keep();
  });
}
