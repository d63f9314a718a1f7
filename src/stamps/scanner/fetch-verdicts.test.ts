import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchVerdicts, fetchVerdict } from './fetch-verdicts.ts';

const { signal } = new AbortController();
const page = (verdict: string | null, status = 200) =>
  new Response('<html>', { status, headers: verdict === null ? {} : { 'x-stamp-verdict': verdict } });

function answering(...answers: (Response | Error)[]) {
  const fetched = vi.fn(async (_path: string) => {
    const next = answers.shift();
    if (!next || next instanceof Error) throw next ?? new TypeError('no answer left');
    return next;
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('asking about a stamp read offline', () => {
  it('takes the verdict the page names, a bad one too', async () => {
    for (const [verdict, status] of [
      ['active', 200],
      ['recalled', 200],
      ['not-issued', 404],
    ] as const) {
      answering(page(verdict, status));
      expect(await fetchVerdict('/T/1', signal)).toEqual({ ok: true, verdict });
    }
  });

  it.each([
    ['no network', 'later', new TypeError('failed to fetch')],
    ['a busy site', 'later', page(null, 429)],
    ['a site in trouble', 'later', page(null, 502)],
    ['a site without keys', 'later', page('no-keys', 503)],
    ['a state that could not be looked up', 'unsettled', page('unknown')],
    ['a page that is no stamp’s', 'unsettled', page(null, 404)],
  ])('%s settles nothing: %s', async (_case, reason, answer) => {
    answering(answer);
    expect(await fetchVerdict('/T/1', signal)).toEqual({ ok: false, reason });
  });

  it('does not wait for ever on a line that is silent', async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'fetch',
      (_path: string, { signal: taken }: RequestInit) =>
        new Promise((_resolve, reject) =>
          taken?.addEventListener('abort', () => reject(new TypeError('aborted'))),
        ),
    );
    const fetched = fetchVerdict('/T/1', signal);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await fetched).toEqual({ ok: false, reason: 'later' });
  });

  it('goes through a list in order, past what is unsettled, and stops where nobody answers', async () => {
    const fetched = answering(page('active'), page('unknown'), page('voided'), new TypeError('gone'));
    const answers: string[] = [];
    const result = await fetchVerdicts(
      ['/T/1', '/T/2', '/T/3', '/T/4', '/T/5'],
      (path, verdict) => answers.push(`${path} ${verdict}`),
      signal,
    );
    expect(answers).toEqual(['/T/1 active', '/T/3 voided']);
    expect(result).toEqual({ waiting: 3 });
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/T/1', '/T/2', '/T/3', '/T/4']);
  });
});
