import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { testStack } from '../support/stack.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';

const stack = testStack();
const { siteUrl } = stack;
const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };

/** A product with a recognition decision, whose page shows stars. */
const GTIN = '09506000011332';
const PRODUCT = '/san-pham/ca-phe-thu';
const ITEM = `/01/${GTIN}`;
const LINKSET = 'application/linkset+json';
/** A position no order of the tests ever reaches. */
const code = buildStampCode(keyring, { range: 2_000_000, index: 8 }, GTIN);

function ask(path: string, headers: Record<string, string> = {}) {
  return fetch(siteUrl + path, { headers: { ...someNetwork(), ...headers }, redirect: 'manual' });
}

describe('a false serial', () => {
  const shapes = (serial: string): string[] => [
    `${ITEM}/21/${serial}`,
    `${ITEM}/10/L1/21/${serial}`,
    `${ITEM}/22/2A/21/${serial}`,
    `${ITEM}/22/2A/10/L1/21/${serial}`,
    `${ITEM}/235/${serial}`,
    `/any/stem${ITEM}/21/${serial}`,
    `/any/stem${ITEM}/10/L1/21/${serial}`,
    `/en${ITEM}/10/L1/21/${serial}`,
    `/01/${GTIN.slice(1)}/10/L1/21/${serial}`,
    `${ITEM}/10/L1/21/${serial}/`,
    `${ITEM}/10/L1/21/${serial}?17=271231&utm_source=x`,
    `${ITEM}/21/${serial}${ITEM}`,
  ];
  const types = ['', 'gs1:pip', 'gs1:certificationInfo', 'gs1:traceability', 'gs1:defaultLink'];
  const withType = (shape: string, type: string) =>
    type === '' ? shape : `${shape}${shape.includes('?') ? '&' : '?'}linkType=${type}`;

  /** Follows redirects as a browser does. @returns the last answer, and where it came from */
  async function open(path: string) {
    const headers = { accept: 'text/html,*/*;q=0.8', ...someNetwork() };
    return fetch(siteUrl + path, { headers });
  }

  test.each(shapes('FAKE'))('at %s leads to its own verdict, never to the product', async (shape) => {
    for (const type of types) {
      const answer = await open(withType(shape, type));
      const page = await answer.text();
      expect([answer.status, answer.headers.get('x-stamp-verdict')], type).toEqual([404, 'malformed']);
      expect(page).not.toContain(PRODUCT);
    }
  });

  test('in the form of a code is not issued, and a right one is told as anywhere', async () => {
    const last = code.endsWith('0') ? '1' : '0';
    for (const shape of shapes(code.slice(0, -1) + last)) {
      expect((await open(shape)).headers.get('x-stamp-verdict'), shape).toBe('not-issued');
    }
    for (const shape of shapes(code)) {
      const answer = await open(shape);
      expect(new URL(answer.url).pathname.replace('/en', ''), shape).toBe(`${ITEM}/21/${code}`);
    }
  });

  test('has no data of the product either, in any shape', async () => {
    for (const shape of shapes('FAKE').filter((one) => !one.includes('?'))) {
      expect((await ask(shape, { accept: LINKSET })).status, shape).toBe(404);
      expect((await ask(`${shape}?linkType=all`)).status, shape).toBe(404);
    }
  });

  test.each([
    `${ITEM}?21=FAKE`,
    `${ITEM}/10/L1?21=FAKE`,
    `${ITEM}?235=FAKE`,
    `${ITEM}/21/FAKE/10/L1`,
    `${ITEM}/10/L1/%32%31/FAKE`,
  ])('at %s, where none may stand, is refused', async (path) => {
    for (const headers of [{ accept: 'text/html' }, { accept: LINKSET }]) {
      expect((await ask(path, headers)).status).toBe(400);
    }
  });

  test('pasted or scanned at /tem leads to its verdict too', async () => {
    for (const shape of [...shapes('FAKE'), `${ITEM}?21=FAKE`, `${ITEM}/21/FAKE/10/L1`]) {
      const answer = await open(`/tem?${new URLSearchParams({ ma: siteUrl + shape })}`);
      expect(await answer.text(), shape).not.toContain(`href="${PRODUCT}"`);
      expect([404, 422]).toContain(answer.status);
    }
  });
});
