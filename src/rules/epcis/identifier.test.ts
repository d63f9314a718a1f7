import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalIdentifier, readIdentifier } from './identifier.ts';

/** The same thing twice: by the EPC Tag Data Standard 2.0 and by GS1 Digital Link. */
const pairs: [urn: string, link: string, level: 'instance' | 'class'][] = [
  ['urn:epc:id:sgtin:0614141.107346.2017', '/01/10614141073464/21/2017', 'instance'],
  ['urn:epc:id:sgtin:4012345.011111.a%2Fb', '/01/04012345111118/21/a%2Fb', 'instance'],
  ['urn:epc:id:sgtin:4012345.011111.a.b', '/01/04012345111118/21/a.b', 'instance'],
  ['urn:epc:class:lgtin:4012345.012345.998877', '/01/04012345123456/10/998877', 'class'],
  ['urn:epc:idpat:sgtin:4012345.066666.*', '/01/04012345666663', 'class'],
  ['urn:epc:id:sscc:4012345.0000000333', '/00/040123450000003338', 'instance'],
  ['urn:epc:id:sgln:4012345.00011.987', '/414/4012345000115/254/987', 'instance'],
  ['urn:epc:id:sgln:4012345.00005.0', '/414/4012345000054', 'instance'],
  ['urn:epc:id:pgln:0614141.00000', '/417/0614141000005', 'instance'],
  ['urn:epc:id:grai:4012345.55555.987', '/8003/04012345555554987', 'instance'],
  ['urn:epc:idpat:grai:4012345.55555.*', '/8003/04012345555554', 'class'],
  ['urn:epc:id:giai:4000001.111', '/8004/4000001111', 'instance'],
  ['urn:epc:id:gsrn:0614141.0000010253', '/8018/061414100000102534', 'instance'],
  ['urn:epc:id:gdti:0614141.00001.1618034', '/253/06141410000121618034', 'instance'],
];

describe('a GS1 identifier', () => {
  it.each(pairs)('%s is %s', (urn, link, level) => {
    const canonical = `https://id.gs1.org${link}`;
    expect(readIdentifier(urn)).toEqual({ ok: true, canonical, level });
    expect(readIdentifier(`https://ocop.example/any${link}?x=1`)).toEqual({
      ok: true,
      canonical,
      level,
    });
  });

  it('loses what does not identify: the variant, and the lot of a numbered item', () => {
    expect(canonicalIdentifier('https://a.vn/01/09506000134352/22/V/10/L/21/S?17=261231')).toBe(
      'https://id.gs1.org/01/09506000134352/21/S',
    );
  });

  it.each([
    ['urn:epc:id:sgtin:0614141.10734.2017', 'identifier'],
    ['urn:epc:id:sgtin:0614141.107346', 'identifier'],
    ['urn:epc:id:sgtin:06141.107346.1', 'identifier'],
    ['urn:epc:id:sgtin:0614141.107346.%E2%82%AC', 'identifier'],
    ['urn:epc:id:sgtin:0614141.107346.%zz', 'identifier'],
    ['urn:epc:idpat:sgtin:0614141.107346.1', 'identifier'],
    ['urn:epc:id:sscc:0614141.1234567890.1', 'identifier'],
    ['urn:epc:id:sgtin:0614141.107346.123456789012345678901', 'serial-too-long'],
    ['https://a.vn/01/09506000134353', 'gtin-check-digit'],
    ['https://a.vn/417/4012345000055', 'gln-check-digit'],
  ])('%s is refused: %s', (uri, rule) => {
    expect(readIdentifier(uri)).toMatchObject({ ok: false, rule });
  });
});

describe('any other URI', () => {
  it.each([
    'https://ocop.example/lo/MAU-1',
    'https://ocop.example/dai-tem/253.0-499',
    'http://transaction.acme.com/po/12345678',
    'urn:uuid:0c9e8b0e-6a57-4a09-9c28-3b6a4d1f0a01',
    'urn:epcglobal:cbv:bt:0614141073467:1152',
  ])('%s stays as it is', (uri) => {
    expect(readIdentifier(uri)).toEqual({ ok: true, canonical: uri, level: null });
  });

  it('never throws', () => {
    const start = fc.constantFrom('', 'urn:epc:id:sgtin:', 'urn:epc:class:lgtin:', 'https://a.vn/01/');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (front, rest) => {
        expect(readIdentifier(front + rest)).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });
});
