/** Fetches the site's verdicts on stamps that were read without a network. */

/** Verdicts that are none: the site could not look it up just now. */
const UNSETTLED = ['unknown', 'not-asked', 'no-keys'];

/** The site as a whole is busy, or not behind its proxy. */
const AWAY = [429, 502, 503, 504];

/** A site that has not answered by then is asked another time. */
const TIMEOUT_MS = 15_000;

/** `later`: no network, or the site is busy. `unsettled`: an answer that tells nothing of this stamp yet. */
export type FetchedVerdict = { ok: true; verdict: string } | { ok: false; reason: 'later' | 'unsettled' };

/**
 * Opens a stamp's page as a person would, which counts as a scan, and takes the verdict from its
 * header. `path` may lead on to the stamp's own page.
 */
export async function fetchVerdict(path: string, signal: AbortSignal): Promise<FetchedVerdict> {
  const request = new AbortController();
  const stop = () => request.abort();
  signal.addEventListener('abort', stop);
  const patience = setTimeout(stop, TIMEOUT_MS);
  try {
    const answer = await fetch(path, {
      headers: { accept: 'text/html' },
      cache: 'no-store',
      signal: request.signal,
    });
    await answer.body?.cancel();
    if (AWAY.includes(answer.status)) return { ok: false, reason: 'later' };
    const verdict = answer.headers.get('x-stamp-verdict');
    if (verdict === null || UNSETTLED.includes(verdict)) return { ok: false, reason: 'unsettled' };
    return { ok: true, verdict };
  } catch {
    return { ok: false, reason: 'later' };
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Asks one after another, so that a long list never looks like an attack, and stops when the site
 * cannot be asked at all.
 * @returns how many are still without an answer
 */
export async function fetchVerdicts(
  paths: readonly string[],
  onAnswer: (path: string, verdict: string) => void,
  signal: AbortSignal,
): Promise<{ waiting: number }> {
  let unsettled = 0;
  for (const [at, path] of paths.entries()) {
    const fetched = await fetchVerdict(path, signal);
    if (fetched.ok) onAnswer(path, fetched.verdict);
    else if (fetched.reason === 'later') return { waiting: unsettled + paths.length - at };
    else unsettled += 1;
  }
  return { waiting: unsettled };
}
