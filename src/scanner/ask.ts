/** Asks the site about stamps that were read without a network. */

/** Answers that are none: the site could not look, or did not say. They are asked again later. */
const UNSETTLED = ['unknown', 'not-asked', 'no-keys'];

/** `later`: no network, the site is busy, or its answer settles nothing yet. */
export type Asked = { ok: true; verdict: string } | { ok: false; reason: 'later' };

/**
 * Opens a stamp's page as a person would, which counts as a scan, and takes the verdict from its
 * header. `path` may lead on to the stamp's own page.
 */
export async function askVerdict(path: string, signal: AbortSignal): Promise<Asked> {
  try {
    const answer = await fetch(path, { headers: { accept: 'text/html' }, cache: 'no-store', signal });
    await answer.body?.cancel();
    const verdict = answer.headers.get('x-stamp-verdict');
    if (verdict !== null && !UNSETTLED.includes(verdict)) return { ok: true, verdict };
    // A typed code that leads to no stamp is answered by the form itself.
    if (verdict === null && answer.status === 404) return { ok: true, verdict: 'not-issued' };
  } catch {
    // No network: the same as a site that does not answer.
  }
  return { ok: false, reason: 'later' };
}

/** Asks one after another, so that a long list never looks like an attack, and stops at the first that must wait. */
export async function askAll(
  paths: readonly string[],
  onAnswer: (path: string, verdict: string) => void,
  signal: AbortSignal,
): Promise<{ waiting: number }> {
  for (const [at, path] of paths.entries()) {
    const asked = await askVerdict(path, signal);
    if (!asked.ok) return { waiting: paths.length - at };
    onAnswer(path, asked.verdict);
  }
  return { waiting: 0 };
}
