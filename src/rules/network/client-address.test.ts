import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddressReader, networkOf, parseAddress, type ClientRequest } from './client-address.ts';
import type { ClientAddressSettings } from './client-address.ts';

const nothing: ClientAddressSettings = {
  TRUSTED_PROXIES: undefined,
  CLIENT_ADDRESS_HEADER: undefined,
  REGION_HEADER: undefined,
};
const proxies = { ...nothing, TRUSTED_PROXIES: ['10.0.0.0/8', '173.245.48.0/20', '2400:cb00::/32', '::1'] };
const cdn = { ...proxies, CLIENT_ADDRESS_HEADER: 'cf-connecting-ip' };

const requestOf = (peer: string, headers: Record<string, string>): ClientRequest => ({
  method: 'GET',
  peer,
  header: (name) => new Headers(headers).get(name) ?? '',
});

function read(settings: ClientAddressSettings, peer: string, headers: Record<string, string> = {}) {
  return clientAddressReader(settings).address(requestOf(peer, headers));
}
const forwarded = (settings: ClientAddressSettings, peer: string, list: string) =>
  read(settings, peer, { 'x-forwarded-for': list });

describe('without settings', () => {
  it.each(['198.51.100.1', '127.0.0.1', '10.0.0.2', '192.168.1.1', '::1', 'fd00::1'])(
    'the peer %s is the client, whatever it says',
    (peer) => {
      const headers = { 'x-forwarded-for': '203.0.113.7', 'cf-connecting-ip': '203.0.113.7' };
      expect(read(nothing, peer, headers)).toBe(peer);
    },
  );
});

describe('with TRUSTED_PROXIES', () => {
  it.each([
    ['a client that comes directly is not believed', '198.51.100.1', '203.0.113.7', '198.51.100.1'],
    ['the proxy tells the client', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
    [
      'what the client wrote stands left of what the proxy added',
      '10.0.0.2',
      '1.2.3.4, 203.0.113.7',
      '203.0.113.7',
    ],
    ['trusted addresses the client wrote do not help', '10.0.0.2', '10.0.0.9, 203.0.113.7', '203.0.113.7'],
    ['a CDN before a proxy', '::ffff:10.0.0.2', '203.0.113.7, 173.245.49.1', '203.0.113.7'],
    ['a CDN of IPv6', '::1', '9.9.9.9,2001:db8::7,2400:cb00:2::5', '2001:db8::7'],
    ['the edge of a network is outside', '173.245.64.0', '203.0.113.7', '173.245.64.0'],
    ['ports', '10.0.0.2', '203.0.113.7:5123, [2400:cb00::5]:443', '203.0.113.7'],
    [
      'IPv4 embedded in IPv6, in either spelling',
      '10.0.0.2',
      '::ffff:cb00:7107, ::FFFF:10.0.0.3',
      '203.0.113.7',
    ],
    ['spaces and empty fields end the walk', '10.0.0.2', '203.0.113.7,, 10.0.0.3 ', '10.0.0.3'],
    ['garbage: the proxy that passed it on', '10.0.0.2', 'nhà tôi', '10.0.0.2'],
    ['garbage behind a proxy', '10.0.0.2', '203.0.113.7, unknown, 10.0.0.4', '10.0.0.4'],
    ['nothing said', '10.0.0.2', '', '10.0.0.2'],
    ['only proxies: the first of them', '10.0.0.2', '10.1.1.1, 10.0.0.3', '10.1.1.1'],
    ['a number beyond an address', '10.0.0.2', '203.0.113.777', '10.0.0.2'],
    ['an overlong field', '10.0.0.2', `203.0.113.7${' '.repeat(200)}`.padStart(400, '9'), '10.0.0.2'],
  ])('%s', (_case, peer, list, expected) => {
    expect(forwarded(proxies, peer, list)).toBe(expected);
  });

  it('follows a chain of proxies, and no endless one', () => {
    expect(forwarded(proxies, '10.0.0.2', `203.0.113.7${',10.0.0.1'.repeat(15)}`)).toBe('203.0.113.7');
    const long = `203.0.113.7${',10.0.0.1'.repeat(2_000)}`;
    expect(forwarded(proxies, '10.0.0.2', long)).toBe('10.0.0.1');
  });

  it('gives what the proxy added, whatever a client puts before it', () => {
    const text = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)) });
    fc.assert(
      fc.property(text, (claim) => {
        expect(forwarded(proxies, '10.0.0.2', `${claim}, 203.0.113.7`)).toBe('203.0.113.7');
      }),
    );
  });

  it('no other header counts', () => {
    const headers = {
      'cf-connecting-ip': '203.0.113.7',
      forwarded: 'for=203.0.113.7',
      'x-real-ip': '203.0.113.7',
    };
    expect(read(proxies, '10.0.0.2', headers)).toBe('10.0.0.2');
  });
});

describe('with CLIENT_ADDRESS_HEADER', () => {
  it.each([
    ['is believed from a trusted proxy', '10.0.0.2', '203.0.113.7', '203.0.113.7'],
    ['from nobody else', '198.51.100.1', '203.0.113.7', '198.51.100.1'],
    ['may be IPv6', '2400:cb00::1', '2001:DB8:0::7', '2001:db8::7'],
    ['twice, it was not set by the proxy', '10.0.0.2', '1.2.3.4, 203.0.113.7', '10.0.0.2'],
    ['not sent: the proxy', '10.0.0.2', '', '10.0.0.2'],
  ])('the header %s', (_case, peer, value, expected) => {
    const headers = { 'cf-connecting-ip': value, 'x-forwarded-for': '192.0.2.1' };
    expect(read(cdn, peer, headers)).toBe(expected);
  });
});

it('the region is read from a trusted proxy alone', () => {
  const request = (peer: string) => requestOf(peer, { 'cf-region-code': 'HN' });
  const reader = clientAddressReader({ ...proxies, REGION_HEADER: 'cf-region-code' });
  expect(reader.region(request('10.0.0.2'))).toBe('HN');
  expect(reader.region(request('198.51.100.1'))).toBe('');
  expect(clientAddressReader(proxies).region(request('10.0.0.2'))).toBe('');
});

it.each([
  ['', null],
  ['1.2.3', null],
  ['01.2.3.4', null],
  ['1.2.3.4:', null],
  ['1.2.3.4:123456', null],
  ['[1.2.3.4]', null],
  ['localhost', null],
  ['2001:db8::1]', null],
  ['fe80::1%eth0', 'fe80::1'],
  ['2001:0DB8:0:0::1', '2001:db8::1'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
])('reads %j as %j', (written, expected) => {
  expect(parseAddress(written)).toBe(expected);
});

it.each([
  ['203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113'],
  ['2001:db8:1:2::3', '2001:db8:1'],
  ['2001:0db8:0001::', '2001:db8:1'],
  ['::1', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
  ['', ''],
  ['nhà tôi', ''],
])('the network of %j is %j', (address, expected) => {
  expect(networkOf(address)).toBe(expected);
});

it('is the only place that reads where a request came from, on the site and in Medusa', () => {
  const sources = ['src', 'medusa/src'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => path.join(room, name)),
  );
  const others = sources.filter(
    (name) =>
      /\.(ts|tsx|astro)$/.test(name) &&
      !/\.test\.ts$/.test(name) &&
      name !== path.join('src', 'rules', 'network', 'client-address.ts'),
  );
  expect(others.length).toBeGreaterThan(100);
  const readers = others.filter((name) =>
    /['"`]x-forwarded-for|x-real-ip|remoteAddress|'cf-connecting-ip|req(uest)?\.ip\b/.test(
      readFileSync(name, 'utf8'),
    ),
  );
  expect(readers).toEqual([]);
});
