import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStampCode } from './stamp-code.ts';
import { hostOf, isOwnHost, parseHosts, readStampAddress } from './whose-address.ts';

const keyring = {
  current: '1',
  epochs: { '1': { secret: new Uint8Array(32).fill(9), from: null, until: null, cutOff: null } },
};
const code = buildStampCode(keyring, { range: 4, index: 2 }, null);
const own = ['cho.example', 'tem-cu.example:8443'];

describe('a list of own hosts', () => {
  it.each([
    ['tem.example.vn', ['tem.example.vn']],
    [' TEM.example.vn , cu.example:8443,', ['tem.example.vn', 'cu.example:8443']],
    ['tem.example.vn:443', ['tem.example.vn']],
    ['', null],
    ['https://tem.example.vn', null],
    ['tem.example.vn/T', null],
    ['a@tem.example.vn', null],
    ['tem example', null],
  ])('%j is %j', (text, hosts) => expect(parseHosts(text)).toEqual(hosts));
});

describe('the host of a stamp’s address', () => {
  it.each([
    `https://cho.example/T/${code}`,
    `HTTPS://CHO.EXAMPLE/T/${code}`,
    `http://cho.example/T/${code}`,
    `https://cho.example./T/${code}`,
    `https://cho.example:443/T/${code}`,
    `https://ai-do:mat-khau@cho.example/T/${code}`,
    `cho.example/T/${code}`,
    `//cho.example/T/${code}`,
    `https:\\\\cho.example\\T\\${code}`,
    `https://ｃｈｏ．example/T/${code}`,
    `Xem tem ở https://cho.example/T/${code} nhé`,
    `https://tem-cu.example:8443/t/${code.toLowerCase()}`,
    `/T/${code}`,
    `/en/T/${code}`,
  ])('%s is ours', (address) => {
    const { link, foreignHost } = readStampAddress(address, own);
    expect({ code: link?.code, foreignHost }).toEqual({ code, foreignHost: null });
  });

  it.each([
    [`https://evil.example/T/${code}`, 'evil.example'],
    [`evil.example/T/${code}`, 'evil.example'],
    [`https://cho.example@evil.example/T/${code}`, 'evil.example'],
    [`https://cho.example:443@evil.example/T/${code}`, 'evil.example'],
    [`https://cho.example\\@evil.example/T/${code}`, null],
    [`https://evil.example\\@cho.example/T/${code}`, 'evil.example'],
    [`https://cho.example.evil.example/T/${code}`, 'cho.example.evil.example'],
    [`https://cho.example:8443/T/${code}`, 'cho.example:8443'],
    [`http://cho.example:443/T/${code}`, 'cho.example:443'],
    [`https://tem-cu.example/T/${code}`, 'tem-cu.example'],
    [`https://сho.example/T/${code}`, 'xn--ho-nmc.example'],
    [`https://xn--ho-nmc.example/T/${code}`, 'xn--ho-nmc.example'],
    [`https://chợ.example/T/${code}`, 'xn--ch-nom.example'],
    [`//evil.example/T/${code}`, 'evil.example'],
    [`/\\evil.example/T/${code}`, 'evil.example'],
    [`\\\\evil.example/T/${code}`, 'evil.example'],
    [`https:evil.example/T/${code}`, 'evil.example'],
    [`https://EVIL.EXAMPLE./T/${code}`, 'evil.example'],
    [`https://3232235777/T/${code}`, '192.168.1.1'],
    [`Tem này: https://evil.example/T/${code} thật không?`, 'evil.example'],
    [`https://evil.example/https://cho.example/T/${code}`, 'evil.example'],
    [`https://evil.example/T/${code}?u=https://cho.example/T/${code}`, 'evil.example'],
  ])('%s is not', (address, host) => {
    const read = readStampAddress(address, own);
    // Look-alike letters are told by their ASCII name, whatever that is in this runtime.
    const expected = host?.startsWith('xn--') ? hostOf(address) : host;
    if (expected === null) expect(read.foreignHost).toBeNull();
    else expect(read.foreignHost).toBe(expected);
    if (host?.startsWith('xn--')) expect(expected).toMatch(/^xn--/);
  });

  it.each(['javascript:alert(1)', `ftp://evil.example/T/${code}`, 'mailto:a@b.vn', 'https://', '??', ''])(
    '%j is no address of the web',
    (text) => expect(readStampAddress(text, own)).toEqual({ link: null, foreignHost: null }),
  );

  it('is the one a browser opens, and never ours unless that is', () => {
    const piece = fc.constantFrom(
      ...['https:', 'http:', '//', '/', '\\', '@', ':', '.', '443', '8443', 'cho.example', 'evil.example'],
      ...['T', code, '?', '#', ' ', '%2f', '\t'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { link, foreignHost } = readStampAddress(text, own);
        if (link === null || link.origin === null || foreignHost !== null) return;
        expect(isOwnHost(new URL(link.origin).host, own)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes time in proportion to its length', () => {
    for (const one of ['https://', '@', ' https:/', '\\', '.', '/T/']) {
      const start = process.threadCpuUsage();
      readStampAddress(one.repeat(100_000 / one.length), own);
      expect(process.threadCpuUsage(start).user / 1_000, one).toBeLessThan(1_000);
    }
  });
});
