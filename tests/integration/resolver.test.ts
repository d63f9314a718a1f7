import { gs1CheckDigit } from '@ocop/rules/digital-link/gtin';
import { signedStampUrl } from '@ocop/rules/stamps/signed-code';
import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import { signStamp } from '@ocop/rules/stamps/stamp-signing';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import type { LinkContextObject } from '../../src/digital-link/linkset.ts';
import { testStack } from '../support/stack.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';

const stack = testStack();
const { siteUrl } = stack;
const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };

/** Samples: a product with a recognition decision, and one with a lot. */
const GTIN = '09506000011332';
const PRODUCT = '/san-pham/ca-phe-thu';
const ITEM = `/01/${GTIN}`;
const LOT_ITEM = '/01/09506000010915';
const LOT = 'MAU-MN-390415';
/** A position no order of the tests ever reaches: the code is ours, the stamp was never ordered. */
const NEVER_ORDERED = { range: 2_000_000, index: 7 };
const code = buildStampCode(keyring, NEVER_ORDERED, GTIN);

const VOC = 'https://ref.gs1.org/voc/';
const LINKSET = 'application/linkset+json';

/** A network of this file's own: serials that are none of ours count as wrong codes. */
const network = someNetwork();

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return fetch(siteUrl + path, { method, headers: { ...network, ...headers }, redirect: 'manual' });
}

async function linkset(path: string, accept = LINKSET): Promise<LinkContextObject[]> {
  const answer = await ask(path, { accept });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { linkset: LinkContextObject[] }).linkset;
}

/** Every link of every entry as [relation, link]. */
function linksOf(entries: LinkContextObject[]) {
  return entries.flatMap((entry) =>
    Object.entries(entry)
      .filter(([relation]) => relation.startsWith(VOC))
      .flatMap(([relation, links]) =>
        (links as LinkContextObject[`https://${string}`]).map((link) => [relation, link] as const),
      ),
  );
}

describe('the default link', () => {
  test('is the product page, by 307, in the language asked for', async () => {
    const plain = await ask(ITEM);
    expect([plain.status, plain.headers.get('location')]).toEqual([307, siteUrl + PRODUCT]);
    const english = await ask(ITEM, { 'accept-language': 'en-GB, vi;q=0.5' });
    expect(english.headers.get('location')).toBe(`${siteUrl}/en${PRODUCT}`);
    expect((await ask(`/en${ITEM}`)).headers.get('location')).toBe(`${siteUrl}/en${PRODUCT}`);
    expect((await fetch(siteUrl + PRODUCT)).status).toBe(200);
  });

  test('is reached from every qualifier, below any stem, and with a short GTIN', async () => {
    const paths = [
      `${ITEM}/22/2A`,
      `${ITEM}/10/L%2F1`,
      `${ITEM}/22/2A/10/L1`,
      `${ITEM}?17=271231&99=X`,
      `/any/stem${ITEM}`,
      `/01/${GTIN.slice(1)}`,
      `${ITEM}/`,
    ];
    for (const path of paths) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(307);
      expect(answer.headers.get('location'), path).toContain(siteUrl + PRODUCT);
    }
  });

  test('takes the query along as it came', async () => {
    const answer = await ask(`${ITEM}?utm_source=tem%20giay&x&x=1+2`);
    expect(answer.headers.get('location')).toBe(`${siteUrl}${PRODUCT}?utm_source=tem%20giay&x&x=1+2`);
  });
});

describe('an asked link type', () => {
  test.each([
    ['gs1:pip', PRODUCT],
    ['https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip', PRODUCT],
    ['gs1:defaultLink', PRODUCT],
    ['gs1:certificationInfo', '/quyet-dinh/'],
    ['gs1:verificationService', '/tem'],
  ])('%s leads to %s', async (type, target) => {
    const answer = await ask(`${ITEM}?linkType=${type}`);
    expect(answer.status).toBe(307);
    const location = answer.headers.get('location') ?? '';
    expect(location).toContain(siteUrl + target);
    expect((await fetch(location)).status).toBe(200);
  });

  test.each(['gs1:recipeInfo', 'gs1:epcis', 'gs1:traceability', 'nonsense'])(
    '%s is absent: 404',
    async (type) => {
      expect((await ask(`${ITEM}?linkType=${type}`)).status).toBe(404);
    },
  );
});

describe('the linkset', () => {
  test.each([
    ['?linkType=linkset', '*/*', LINKSET],
    ['?linkType=all', '*/*', LINKSET],
    ['', LINKSET, LINKSET],
    ['', 'application/json', 'application/json'],
    ['', 'application/ld+json', 'application/ld+json'],
  ])('%s with Accept %s is %s', async (query, accept, type) => {
    const answer = await ask(ITEM + query, { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('link')).toContain('http://www.w3.org/ns/json-ld#context');
    expect(await answer.json()).toHaveProperty('linkset');
  });

  test('is a page of links for people', async () => {
    const answer = await ask(`${ITEM}?linkType=linkset`, { accept: 'text/html' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await answer.text()).toContain(`<a href="${PRODUCT}" hreflang="vi"`);
  });

  test('has the right anchor, one default link, and whole links that all open', async () => {
    const entries = await linkset(ITEM);
    expect(entries.map(({ anchor }) => anchor)).toEqual([siteUrl + ITEM]);
    const links = linksOf(entries);
    expect(links.filter(([relation]) => relation === `${VOC}defaultLink`)).toHaveLength(1);
    expect(links.length).toBeGreaterThan(5);
    for (const [, { href, title, type, hreflang }] of links) {
      expect(href.startsWith(`${siteUrl}/`)).toBe(true);
      expect(title).not.toBe('');
      expect(type).toBe('text/html');
      expect(['vi', 'en']).toContain(hreflang?.[0]);
      expect((await fetch(href)).status, href).toBe(200);
    }
  });

  test('of a registered lot offers its events', async () => {
    const entries = await linkset(`${LOT_ITEM}/10/${LOT}`);
    expect(entries.map(({ anchor }) => anchor)).toEqual([
      `${siteUrl}${LOT_ITEM}/10/${LOT}`,
      siteUrl + LOT_ITEM,
    ]);
    const epcis = linksOf(entries).find(([relation]) => relation === `${VOC}epcis`)?.[1];
    expect(epcis?.type).toBe('application/ld+json');
    expect((await fetch(epcis?.href ?? '')).status).toBe(200);
    const unknown = await ask(`${LOT_ITEM}/10/NO-SUCH-LOT?linkType=gs1:epcis`);
    expect(unknown.status).toBe(404);
  });
});

describe('a stamp', () => {
  const path = `${ITEM}/21/${code}`;

  test('is answered by its page at its own link', async () => {
    const answer = await ask(path, { accept: 'text/html,*/*;q=0.8' });
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('x-stamp-verdict')).not.toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('link')).toContain('rel="linkset"');
    const vary = answer.headers.get('vary')?.split(/,\s*/).sort();
    expect(vary).toEqual(['Accept', 'Accept-Encoding', 'Accept-Language']);
    expect(await answer.text()).toContain('<html');
  });

  test.each([
    [`${code.slice(0, 10)}%20${code.slice(10)}`, 404, 'not-issued'],
    ['ABC', 404, 'malformed'],
    ['M%C3%83', 400, 'malformed'],
    ['A%20B', 400, 'malformed'],
    [`${code}0`, 400, 'malformed'],
  ])('with the code %s is %i, in the words of its page', async (serial, status, verdict) => {
    const headers = { accept: 'text/html,*/*;q=0.8', ...someNetwork() };
    const answer = await ask(`${ITEM}/21/${serial}`, headers);
    expect([answer.status, answer.headers.get('x-stamp-verdict')]).toEqual([status, verdict]);
    expect(await answer.text()).toContain('class="verdict');
  });

  test('retyped in small letters is led to its page', async () => {
    const { status, headers } = await ask(`/en/t/${code.toLowerCase()}`);
    expect([status, headers.get('location')]).toEqual([308, `/en/T/${code.toLowerCase()}`]);
  });

  test('leads to its page for what is asked, without being asked for ever', async () => {
    const answer = await ask(`${path}?linkType=gs1:traceability&a=1`);
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(`${siteUrl}${path}?a=1`);
    const stem = await ask(`/any/stem${path}`);
    expect(stem.headers.get('location')).toBe(siteUrl + path);
    const product = await ask(`${path}?linkType=gs1:pip`);
    expect(product.headers.get('location')).toContain(siteUrl + PRODUCT);
  });

  test('has its page as the one default link of its linkset', async () => {
    const entries = await linkset(path);
    expect(entries.map(({ anchor }) => anchor)).toEqual([siteUrl + path, siteUrl + ITEM]);
    const defaults = linksOf(entries).filter(([relation]) => relation === `${VOC}defaultLink`);
    expect(defaults.map(([, { href }]) => href)).toEqual([siteUrl + path]);
  });

  test('that is signed is known by its signature', async () => {
    const signed = new URL(signedStampUrl(siteUrl, signStamp(keyring, NEVER_ORDERED, GTIN)));
    const entries = await linkset(signed.pathname);
    expect(entries[0]?.anchor).toBe(siteUrl + signed.pathname);
    const forged = signed.pathname.replace(/^\/./, (start) => (start === '/0' ? '/1' : '/0'));
    expect((await ask(forged, { accept: LINKSET })).status).toBe(404);
    const beside = await ask(signed.pathname.replace('/21/', `/10/${LOT}/21/`));
    expect(beside.headers.get('location')).toBe(siteUrl + signed.pathname);
  });

  test('that nobody issued has no links of its own, nor any of the product', async () => {
    const last = code.endsWith('0') ? '1' : '0';
    const forged = `${ITEM}/21/${code.slice(0, -1)}${last}`;
    for (const accept of [LINKSET, 'application/json', 'application/ld+json']) {
      const answer = await ask(forged, { accept });
      expect([answer.status, await answer.json()]).toMatchObject([404, { reason: 'unknown-serial' }]);
    }
    expect((await ask(`${forged}?linkType=linkset`, { accept: 'text/html' })).status).toBe(404);
  });
});

describe('what cannot be resolved', () => {
  const unknown = `0950600099999`;
  const unknownGtin = unknown + String(gs1CheckDigit(unknown));

  test.each([
    ['/01/09506000011333', 400],
    [`${ITEM}/foo`, 400],
    [`${ITEM}/21/A/10/B`, 400],
    [`${ITEM}?10=LOT`, 400],
    ['/01//09506000011332', 400],
    ['/01/x', 400],
    [`/01/09506000011333/21/${code}`, 400],
    ['/8003/19506000134352', 400],
    [`/01/${unknownGtin}`, 404],
    ['/00/095060001343520000', 404],
    ['/253/9506000134352', 404],
    ['/8013/1987654Ad4X4bL5ttr2310c2K', 404],
  ])('%s is %i, in words for people and for programs', async (path, status) => {
    const page = await ask(path, { accept: 'text/html', 'accept-language': 'en' });
    expect(page.status).toBe(status);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain('<html lang="en"');
    const problem = await ask(path, { accept: 'application/json' });
    expect(problem.status).toBe(status);
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(await problem.json()).toMatchObject({ status });
    expect(problem.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is never any page of the site', async () => {
    for (const path of ['/san-pham', '/tim-kiem?q=01', '/sao/3', '/tem']) {
      expect((await ask(path)).status, path).toBe(200);
    }
  });
});

describe('methods and headers', () => {
  test('HEAD is GET without a body', async () => {
    const answer = await ask(ITEM, {}, 'HEAD');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, siteUrl + PRODUCT]);
    expect(await answer.text()).toBe('');
  });

  test('OPTIONS tells what may be asked, from anywhere', async () => {
    for (const path of [ITEM, `${ITEM}/21/${code}`]) {
      const answer = await ask(path, { origin: 'https://elsewhere.example' }, 'OPTIONS');
      expect(answer.status).toBe(204);
      expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test('anything else is 405', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await ask(ITEM, {}, method);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
  });

  test('answers differ by language and type, may be read anywhere, and name the linkset', async () => {
    const { headers } = await ask(ITEM);
    expect(headers.get('vary')).toContain('Accept, Accept-Language');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('Link');
    expect(headers.get('link')).toBe(
      `<${siteUrl}${ITEM}?linkType=linkset>; rel="linkset"; type="${LINKSET}"`,
    );
  });
});
