import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, pagesByCase } from './canonical-case.ts';

const pages = pagesByCase(
  ['index.html', 'en.html', 'san-pham.html', 'san-pham/gom.html', 'en/san-pham/gom.html', 'sw.js', '404.html']
    .concat('quyet-dinh/101-qd-ubnd.html')
    .map((path) => ({ path })),
);
const to = (pathname: string) => canonicalAddress(pathname, pages);

describe('an address typed with other letters', () => {
  it.each([
    ['/EN', '/en'],
    ['/En', '/en'],
    ['/vi', '/'],
    ['/VI', '/'],
    ['/vi/', '/'],
    ['/SAN-PHAM', '/san-pham'],
    ['/San-Pham/Gom', '/san-pham/gom'],
    ['/EN/SAN-PHAM/GOM', '/en/san-pham/gom'],
    ['/vi/san-pham/gom', '/san-pham/gom'],
    ['/VI/San-Pham', '/san-pham'],
    ['/Tem', '/tem'],
    ['/TEM', '/tem'],
    ['/vi/tem', '/tem'],
    ['/EN/TEM', '/en/tem'],
    ['/Bao-Lai/Da-Nhan', '/bao-lai/da-nhan'],
    ['/API/Search', '/api/search'],
    ['/VI/T/1abc', '/T/1abc'],
    ['/vi/01/09506000134352/21/1ABC', '/01/09506000134352/21/1ABC'],
    ['/DON-HANG/order_01.AbC', '/don-hang/order_01.AbC'],
    ['/LO/MAU-MN', '/lo/MAU-MN'],
    ['/lo/mau-mn', null],
    ['/san-pham/gom', null],
    ['/', null],
    ['/en', null],
    ['/tem', null],
    ['/T/1ABC', null],
    ['/khong-co', null],
    ['/KHONG-CO', null],
    ['/vi/khong-co', null],
    ['/vi/vi/tem', null],
    ['/EN/API/SEARCH', null],
    ['/vien-nghien-cuu', null],
    ['/SW.js', null],
  ])('%s leads to %s', (from, target) => expect(to(from)).toBe(target));

  it('leads nowhere but to an address of this site, which leads no further', () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '\\', '//', '@', ':', 'http:', 'evil.example', 'VI', 'vi', 'EN', 'en', 'Tem', 'T'),
      fc.constantFrom(
        'LO',
        'Don-Hang',
        '01',
        '21',
        '%2f',
        '%0d%0a',
        '\r\n',
        '\u0130',
        '\u212a',
        '..',
        '?',
        '#',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const target = to(`/${pieces.join('')}`);
        if (target === null) return;
        expect(target).toMatch(/^\/(?![/\\])[\w%.~!*'()-]*(\/[\w%.~!*'()-]+)*$/);
        expect(new URL(target, 'https://site.example').host).toBe('site.example');
        expect(to(decodeURIComponent(target))).toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it('costs no more for a long one', () => {
    const start = process.threadCpuUsage();
    for (const one of ['/VI', '/T', 'A', '%41']) to(`/${one.repeat(50_000)}`);
    expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(100);
  });
});
