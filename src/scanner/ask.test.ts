import { afterEach, describe, expect, it, vi } from 'vitest';
import { askAll, askVerdict } from './ask.ts';

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

afterEach(() => vi.unstubAllGlobals());

describe('asking about a stamp read offline', () => {
  it('takes the verdict the page names, a bad one too', async () => {
    for (const [verdict, status] of [['active', 200], ['recalled', 200], ['not-issued', 404]] as const) {
      answering(page(verdict, status));
      expect(await askVerdict('/T/1', signal)).toEqual({ ok: true, verdict });
    }
  });

  it('a typed code that leads nowhere is not issued', async () => {
    answering(page(null, 404));
    expect(await askVerdict('/tem?ma=1', signal)).toEqual({ ok: true, verdict: 'not-issued' });
  });

  it.each([
    ['no network', new TypeError('failed to fetch')],
    ['a busy site', page(null, 429)],
    ['a site in trouble', page(null, 502)],
    ['a state that could not be looked up', page('unknown')],
    ['a site without keys', page('no-keys', 503)],
  ])('%s settles nothing', async (_case, answer) => {
    answering(answer);
    expect(await askVerdict('/T/1', signal)).toEqual({ ok: false, reason: 'later' });
  });

  it('goes through a list in order and stops at the first that must wait', async () => {
    const fetched = answering(page('active'), page('voided'), new TypeError('gone'));
    const answers: string[] = [];
    const result = await askAll(['/T/1', '/T/2', '/T/3', '/T/4'], (path, verdict) => answers.push(`${path} ${verdict}`), signal);
    expect(answers).toEqual(['/T/1 active', '/T/2 voided']);
    expect(result).toEqual({ waiting: 2 });
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/T/1', '/T/2', '/T/3']);
  });
});
