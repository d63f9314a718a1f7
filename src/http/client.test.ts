import { describe, expect, test } from 'vitest';
import { deviceToken, isAutomated } from './client.ts';
import type { Visitor } from './client.ts';

const zalo =
  'Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36 Zalo android/2305 ZaloTheme/light ZaloLanguage/vi';
const person: Visitor = {
  method: 'GET',
  address: '203.0.113.7',
  userAgent: zalo,
  language: 'vi-VN,vi;q=0.9',
  purpose: '',
};

describe('telling people from programs', () => {
  test.each([
    zalo,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21C62 [FBAN/FBIOS;FBAV/440.0]',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 Chrome/112.0 Mobile Safari/537.36',
    'Opera/9.80 (J2ME/MIDP; Opera Mini/7.1/191; U; vi) Presto/2.12 Version/12.16',
  ])('a person with %s', (userAgent) => {
    expect(isAutomated({ ...person, userAgent })).toBe(false);
  });

  test.each([
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'WhatsApp/2.23.20.0',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Slackbot-LinkExpanding 1.0',
    'Twitterbot/1.0',
    'Mozilla/5.0 (compatible; Zalo-LinkPreview/1.0)',
    'curl/8.5.0',
    'python-requests/2.31',
    '',
    '   ',
  ])('a program: %j', (userAgent) => {
    expect(isAutomated({ ...person, userAgent })).toBe(true);
  });

  test('HEAD and pages loaded ahead of the person are nobody’s look', () => {
    expect(isAutomated({ ...person, method: 'HEAD' })).toBe(true);
    expect(isAutomated({ ...person, purpose: 'prefetch;prerender' })).toBe(true);
  });
});

describe('the token of a device', () => {
  const position = { range: 3, index: 9 };
  const token = (visitor: Visitor, at = position) => deviceToken('key', '1', at, visitor);

  test('stays the same within a network neighbourhood and over a browser update', () => {
    const updated = zalo.replace('Chrome/120.0.6099.230', 'Chrome/121.0.6167.71');
    expect(token({ ...person, address: '203.0.113.250', userAgent: updated })).toBe(token(person));
    expect(token(person)).toMatch(/^[\w-]{22}$/);
  });

  test('differs for another network, another phone, another language', () => {
    const tokens = [
      token(person),
      token({ ...person, address: '198.51.100.7' }),
      token({ ...person, userAgent: 'Mozilla/5.0 (iPhone)' }),
      token({ ...person, language: 'en' }),
    ];
    expect(new Set(tokens).size).toBe(4);
  });

  test('cannot be followed from one stamp to the next, nor made without the key', () => {
    expect(token(person, { range: 3, index: 10 })).not.toBe(token(person));
    expect(deviceToken('other', '1', position, person)).not.toBe(token(person));
  });
});
