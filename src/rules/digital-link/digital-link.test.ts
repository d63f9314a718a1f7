import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationIdentifiers, findApplicationIdentifier } from './application-identifiers.ts';
import { buildDigitalLink } from './build-digital-link.ts';
import { parseDigitalLink } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import {
  formatBracketed,
  formatUnbracketed,
  parseBracketed,
  parseUnbracketed,
  valueFault,
} from './element-string.ts';
import { percentDecode, percentEncode } from './percent-encoding.ts';
import { validLink, validValue } from './testing/valid-elements.ts';

const read = (uri: string) => {
  const link = parseDigitalLink(uri);
  return link.ok ? link.value : link.reason;
};

const stems = fc.constantFrom(null, 'https://id.gs1.org', 'HTTPS://X.VN', 'http://h:8080/s/01/x');

describe('the table of application identifiers', () => {
  it('has every primary key of the standard with its qualifiers', () => {
    const keys = applicationIdentifiers().flatMap(({ ai, keyQualifiers }) =>
      keyQualifiers === null ? [] : [`${ai} ${keyQualifiers.map((list) => list.join()).join('|')}`],
    );
    expect(keys).toEqual([
      '00 ',
      '01 22,10,21|235',
      '253 ',
      '255 ',
      '401 ',
      '402 ',
      '414 254|7040',
      '415 8020',
      '417 7040',
      '8003 ',
      '8004 7040',
      '8006 22,10,21',
      '8010 8011',
      '8013 ',
      '8017 8019',
      '8018 8019',
    ]);
  });

  it('names only application identifiers it holds', () => {
    for (const { requires, excludes, keyQualifiers } of applicationIdentifiers()) {
      const named = [...requires.flat(2), ...excludes, ...(keyQualifiers ?? []).flat()];
      for (const ai of named) {
        const example = ai.replaceAll('n', '0');
        expect(findApplicationIdentifier(example), ai).not.toBeNull();
      }
    }
  });

  it('has a right value for every one of them', () => {
    for (const entry of applicationIdentifiers()) {
      fc.assert(
        fc.property(validValue(entry), (value) => valueFault(entry, value) === null),
        { numRuns: 3 },
      );
    }
  });
});

describe('reading a link', () => {
  it('tells origin, stem, key, qualifiers, attributes and the rest', () => {
    const uri = 'https://shop.example.vn/en/shop/01/09506000134352/10/L%2F1/21/A1?17=271231&utm=a%20b&x#top';
    expect(read(uri)).toEqual({
      origin: 'https://shop.example.vn',
      stem: '/en/shop',
      key: { ai: '01', value: '09506000134352' },
      qualifiers: [
        { ai: '10', value: 'L/1' },
        { ai: '21', value: 'A1' },
      ],
      attributes: [{ ai: '17', value: '271231' }],
      otherParameters: [
        ['utm', 'a%20b'],
        ['x', ''],
      ],
      fragment: 'top',
    });
  });

  it('takes the right-most key, whatever stands in front', () => {
    expect(read('HTTPS://X.VN/01/1/01/09506000134352')).toMatchObject({ stem: '/01/1' });
    expect(read('https://x.vn/00/faux/00/095060001343520000')).toMatchObject({ stem: '/00/faux' });
    expect(read('https://x.vn/01/09506000134352/8004/9506A')).toMatchObject({
      stem: '/01/09506000134352',
      key: { ai: '8004' },
    });
  });

  it.each([
    ['HtTp://x.vn/01/09506000134352', 'scheme'],
    ['https://x.vn/gtin/09506000134352', 'no-key'],
    ['https://user@x.vn/01/09506000134352', 'domain'],
    ['https://x.vn/01/09506000134353', 'check-digit'],
    ['https://x.vn/01/9506000134352', 'value-too-short'],
    ['https://x.vn/01/09506000134352/21/A/10/B', 'path-sequence'],
    ['https://x.vn/01/09506000134352/235/A/21/B', 'path-sequence'],
    ['https://x.vn/01/09506000134352?21=A', 'not-an-attribute'],
    ['https://x.vn/01/09506000134352?10=A', 'belongs-in-path'],
    ['https://x.vn/01/09506000134352?17=271301', 'month'],
    ['https://x.vn/01/09506000134352?9999=1', 'unknown-ai'],
    ['https://x.vn/01/09506000134352/10/A%00B', 'null-character'],
    ['https://x.vn/01/09506000134352?255=9506000134352', 'excluded-ai'],
    ['https://x.vn/253/9506000134352?3103=000195', 'required-ai'],
    ['https://x.vn/01/09506000134352/10/Việt', 'illegal-character'],
  ] as const)('refuses %s: %s', (uri, reason) => {
    expect(read(uri)).toBe(reason);
  });

  it('reads a lot as an attribute where it qualifies nothing', () => {
    expect(read('https://x.vn/8004/9506A?01=09506000134352&10=L1')).toMatchObject({
      key: { ai: '8004' },
      attributes: [{ ai: '01' }, { ai: '10' }],
    });
  });

  it('reads short GTINs only when asked to', () => {
    const link = parseDigitalLink('https://x.vn/01/9506000134352', { shortGtin: true });
    expect(link).toMatchObject({ value: { key: { ai: '01', value: '09506000134352' } } });
  });

  it('says in words what is wrong and where', () => {
    const link = parseDigitalLink('https://x.vn/01/09506000134353');
    expect(link).toMatchObject({ ok: false, ai: '01' });
    expect(link.ok ? '' : link.message).toContain('09506000134353');
  });
});

describe('building a link', () => {
  it('is the inverse of reading, for every key', () => {
    const keysSeen = new Set<string>();
    fc.assert(
      fc.property(stems, validLink, (stem, { key, qualifiers, attributes }) => {
        keysSeen.add(key.ai);
        const uri = buildDigitalLink(stem, [key, ...qualifiers.toReversed(), ...attributes]);
        if (!uri.ok) throw new Error(uri.message);
        const link = parseDigitalLink(uri.value);
        if (!link.ok) throw new Error(`${uri.value}: ${link.message}`);
        const { origin, stem: path } = link.value;
        expect(origin + path).toBe(stem ?? 'https://id.gs1.org');
        expect(link.value).toMatchObject({ key, qualifiers });
        expect(new Set(link.value.attributes)).toEqual(new Set(attributes));
        expect(buildDigitalLink(stem, [key, ...qualifiers, ...link.value.attributes])).toEqual(uri);
      }),
      { numRuns: 400 },
    );
    expect(keysSeen.size).toBe(16);
  });

  it('refuses what it could not read back', () => {
    const gtin = { ai: '01', value: '09506000134352' };
    const reason = (stem: string | null, ...more: { ai: string; value: string }[]) => {
      const uri = buildDigitalLink(stem, [gtin, ...more]);
      return uri.ok ? uri.value : uri.reason;
    };
    expect(reason(null)).toBe('https://id.gs1.org/01/09506000134352');
    expect(reason('https://x.vn/')).toBe('https://x.vn/01/09506000134352');
    expect(reason('https://x.vn/?a=1')).toBe('stem');
    expect(reason('ftp://x.vn')).toBe('scheme');
    expect(reason(`https://x.vn/${'s'.repeat(8000)}`)).toBe('too-long');
    expect(reason(null, { ai: '10', value: '' })).toBe('value-missing');
    expect(reason(null, { ai: '10', value: 'ê' })).toBe('character-outside-set-82');
    expect(reason(null, { ai: '8020', value: '1' }, { ai: '415', value: '9506000134352' })).toBe(
      'not-an-attribute',
    );
  });
});

describe('element strings', () => {
  it('come back the same from both written forms', () => {
    fc.assert(
      fc.property(validLink, ({ key, qualifiers, attributes }) => {
        const elements = [key, ...qualifiers, ...attributes];
        // A backslash before a bracket escapes it; none of the character sets holds a backslash.
        expect(parseBracketed(formatBracketed(elements))).toEqual({ ok: true, value: elements });
        const row = formatUnbracketed(elements);
        expect(parseUnbracketed(row)).toEqual({ ok: true, value: elements });
        const scanned = row.replaceAll('^', '\x1d');
        expect(parseUnbracketed(scanned)).toEqual({ ok: true, value: elements });
      }),
      { numRuns: 200 },
    );
  });

  it('take a repeated element with the same value and no other', () => {
    const twice = (second: string) => parseBracketed(`(400)ABC(99)X(400)${second}`);
    const check = (second: string) => {
      const elements = twice(second);
      return elements.ok && checkElements(elements.value).ok;
    };
    expect([check('ABC'), check('ABD')]).toEqual([true, false]);
  });
});

describe('percent-encoding', () => {
  it('comes back the same for every text of one byte a character', () => {
    const bytes = fc.string({ unit: fc.nat({ max: 255 }).map((n) => String.fromCharCode(n)) });
    fc.assert(
      fc.property(bytes, fc.constantFrom('path' as const, 'query' as const), (text, place) => {
        expect(percentDecode(percentEncode(text, place), place)).toBe(text);
      }),
    );
  });
});
