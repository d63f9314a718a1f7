import { describe, expect, it } from 'vitest';
import { cacheControl } from '../http/cache-control.ts';
import { siteEnv } from '../config/env.ts';
import { webRequest } from '../http/client-address.ts';
import { resolverDescription } from './description.ts';
import { failureBody } from './failure.ts';
import { readLinkType } from './link-types.ts';
import { chooseLink, type LinkLevel } from './links.ts';
import { linkset, linksetPage } from './linkset.ts';
import { wantedLanguage, wantedType } from './preferences.ts';
import { resolveDigitalLink } from './resolver.server.ts';

const page = (type: 'pip' | 'traceability', lang: 'vi' | 'en', path: string) => ({
  type,
  lang,
  path,
  title: `${type} ${lang}`,
  mediaType: 'text/html',
});

const item: LinkLevel = {
  path: '/01/09506000134352',
  description: 'Gạo',
  main: 'pip',
  links: [page('pip', 'vi', '/san-pham/gao'), page('pip', 'en', '/en/san-pham/gao')],
};
const stamped: LinkLevel = {
  path: '/01/09506000134352/21/A',
  description: 'Gạo, A',
  main: 'traceability',
  links: [page('traceability', 'vi', '/01/09506000134352/21/A')],
};
const lot: LinkLevel = { path: '/01/09506000134352/10/L', description: 'L', main: null, links: [] };

describe('the asked link type', () => {
  it.each([
    [null, 'default'],
    ['', 'default'],
    ['linkset', 'linkset'],
    ['all', 'linkset'],
    ['gs1:pip', 'pip'],
    ['gs1:defaultLink', 'default'],
    ['https://ref.gs1.org/voc/certificationInfo', 'certificationInfo'],
    ['https://gs1.org/voc/epcis', 'epcis'],
    ['gs1:recipeInfo', null],
    ['pip', null],
    ['gs1:constructor', null],
    ['https://evil.example/voc/pip', null],
  ])('reads %s as %s', (value, asked) => {
    expect(readLinkType(value)).toBe(asked);
  });
});

describe('what a client wants', () => {
  it.each([
    [null, 'anything'],
    ['*/*', 'anything'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'page'],
    ['application/linkset+json', 'application/linkset+json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['application/json;q=0.5, text/html', 'page'],
    ['text/html;q=0.4, application/ld+json;q=0.9', 'application/ld+json'],
    ['application/linkset+json;q=0, text/html', 'page'],
    [';;;,q=,=', 'anything'],
  ])('reads Accept %s as %s', (accept, wanted) => {
    expect(wantedType(accept)).toBe(wanted);
  });

  it.each([
    [null, 'vi'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,en;q=0.5,vi;q=0.4', 'en'],
    ['vi;q=0.2, en;q=0.1', 'vi'],
    ['ja', 'vi'],
    ['english', 'vi'],
  ])('reads Accept-Language %s as %s', (header, lang) => {
    expect(wantedLanguage(header)).toBe(lang);
  });
});

describe('choosing a link', () => {
  it('takes the nearest level that has the kind, in the wanted language where it can', () => {
    const levels = [stamped, lot, item];
    expect(chooseLink(levels, 'default', 'en')?.path).toBe('/01/09506000134352/21/A');
    expect(chooseLink(levels, 'pip', 'en')?.path).toBe('/en/san-pham/gao');
    expect(chooseLink([lot, item], 'default', 'vi')?.path).toBe('/san-pham/gao');
    expect(chooseLink([lot, item], 'traceability', 'vi')).toBeNull();
  });
});

describe('a linkset', () => {
  it('has an entry a level and one default link, in full addresses', () => {
    const entries = linkset('https://shop.vn', [lot, item]).linkset;
    expect(entries.map(({ anchor }) => anchor)).toEqual([
      'https://shop.vn/01/09506000134352/10/L',
      'https://shop.vn/01/09506000134352',
    ]);
    expect(entries[0]).not.toHaveProperty(['https://ref.gs1.org/voc/defaultLink']);
    expect(entries[1]).toMatchObject({
      'https://ref.gs1.org/voc/defaultLink': [
        { href: 'https://shop.vn/san-pham/gao', title: 'pip vi', type: 'text/html', hreflang: ['vi'] },
      ],
      'https://ref.gs1.org/voc/pip': [{ hreflang: ['vi'] }, { hreflang: ['en'] }],
    });
  });
});

describe('the links as a page', () => {
  it('lists each once, in its language, and holds the data too', () => {
    const html = linksetPage('https://shop.vn', [lot, item], 'en');
    expect(html.match(/<a /g)).toHaveLength(2);
    expect(html).toContain('<a href="/en/san-pham/gao" hreflang="en" lang="en">pip en</a>');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject(linkset('https://shop.vn', [lot, item]));
  });

  it('keeps a record’s text from becoming markup', () => {
    const sly = { ...item, description: '</script><b>' };
    expect(linksetPage('https://shop.vn', [sly], 'vi')).not.toMatch(/<\/script><b>|<b>/);
  });
});

describe('a refusal', () => {
  it('never shows a stranger’s text as markup', () => {
    const { type, body } = failureBody('bad-syntax', '<script>"x"</script>', 'page', 'vi');
    expect(type).toMatch(/^text\/html/);
    expect(body).toContain('lang="vi"');
    expect(body).not.toContain('<script>');
  });

  it('is told to programs as problem details', () => {
    const { type, body } = failureBody('unknown-item', null, 'application/json', 'en');
    expect(type).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 404, reason: 'unknown-item' });
  });
});

describe('the description file', () => {
  it('claims only what is held', () => {
    expect(resolverDescription('https://shop.vn')).toMatchObject({
      resolverRoot: 'https://shop.vn',
      supportedPrimaryKeys: ['01'],
      linkTypeDefaultCanBeLinkset: false,
    });
  });
});

describe('a stamp’s own address', () => {
  const item = '/01/09506000134352';
  const code = '13EGSJNBAZZW7C19XK2Q';
  const resolve = (path: string, init?: RequestInit) =>
    resolveDigitalLink({
      url: siteEnv().SITE_URL + path,
      client: webRequest(new Request(siteEnv().SITE_URL, init), '192.0.2.1'),
    });

  // A question mark with nothing behind it says the same, and is read by a URL parser.
  it.each([
    `${item}/21/${code}`,
    `/en${item}/21/${code}`,
    `${item}/21/${code.toLowerCase()}`,
    `/${'A'.repeat(103)}${item}/21/1ABCDEFGHJ`,
    `/T/${code}`,
    '/san-pham/gao',
    '/',
  ])('%s is answered as read by a URL parser', async (path) => {
    const plain = await resolve(path);
    expect(plain).toEqual(await resolve(`${path}?`));
    expect(plain instanceof Map).toBe(path.includes(item));
  });

  it('names itself, and takes nothing but reading', async () => {
    const headers = await resolve(`${item}/21/${code}`);
    expect(headers instanceof Map && headers.get('link')).toContain(`${item}/21/${code}?linkType=linkset`);
    expect(await resolve(`${item}/21/${code}`, { method: 'POST' })).toHaveProperty('status', 405);
  });

  it('is answered by the resolver where links are asked for as data', async () => {
    const data = { headers: { accept: 'application/ld+json' } };
    expect(await resolve(`${item}/21/${code}`, data)).toBeInstanceOf(Response);
  });
});

describe.each(['https://shop.vn', siteEnv().SITE_URL])(
  'a stamp’s address in small letters at %s',
  (origin) => {
    const resolve = (path: string) =>
      resolveDigitalLink({
        url: origin + path,
        client: webRequest(new Request(origin), '192.0.2.1'),
      });

    it.each([
      ['/t/1abc', '/T/1abc'],
      ['/t/13egsjnbazzw7c19xk2q', '/T/13egsjnbazzw7c19xk2q'],
      ['/en/t/1abc/', '/en/T/1abc'],
      ['/t/1abc?utm_source=zalo&a=%2F', '/T/1abc?utm_source=zalo&a=%2F'],
      ['//evil.example/t/1abc', '/evil.example/T/1abc'],
    ])('%s leads to %s, on this site', async (path, location) => {
      const answer = await resolve(path);
      expect(answer).toBeInstanceOf(Response);
      expect(answer).toHaveProperty('status', 308);
      expect(answer instanceof Response && answer.headers.get('location')).toBe(location);
      expect(answer instanceof Response && answer.headers.get('cache-control')).toBe(
        cacheControl.movedForGood,
      );
    });

    it.each(['/T/1abc', '/t', '/t/', '/t/a/b', '/san-pham/t'])('%s is left alone', async (path) => {
      expect(await resolve(path)).toBeNull();
    });
  },
);
