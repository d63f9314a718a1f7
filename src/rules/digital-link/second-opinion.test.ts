/**
 * bwip-js reads the same strings: another maker's reading of the same dictionary. Wherever the two
 * differ the difference must be one of those named here, and we never refuse what bwip-js takes
 * and GS1's own cases call right.
 */
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applicationIdentifiers } from './application-identifiers.ts';
import { buildDigitalLink } from './build-digital-link.ts';
import { parseDigitalLink } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import { parseBracketed, valueFault } from './element-string.ts';
import type { Fault } from './fault.ts';
import { validLink, validValue } from './testing/valid-elements.ts';

const SEED = 20_261_122;

type Verdict = 'ok' | Fault;

/** What we say where bwip-js accepts, and why the two may differ. */
const weRefuse: Partial<Record<Fault, string>> = {
  'company-prefix': 'the shortest company prefix has 4 digits; bwip-js asks for 2',
  'too-short-for-company-prefix': 'the shortest company prefix has 4 digits; bwip-js asks for 2',
  'serial-required': 'a signature needs a serialised key; bwip-js looks at the AIs alone',
  'repeated-ai': 'in a URI no AI comes twice; bwip-js takes it with the same value',
  domain: 'bwip-js takes anything up to the first slash for a domain',
  'illegal-character': 'bwip-js does not look for characters no URI may hold',
};
/** What bwip-js says where we accept. */
const theyRefuse: Readonly<Record<string, string>> = {
  GS1missingAIs: 'bwip-js asks for 01 beside 22 even after 8006, which bars 01',
  GS1dlBadHexCharacter: "bwip-js refuses 'A%4G'; GS1's own cases keep it as it stands",
};

function theirs(bcid: string, text: string, options: object = {}): string {
  try {
    bwip.raw({ bcid, text, ...options });
    return 'ok';
  } catch (error) {
    const { message } = error as Error;
    return /^bwipp\.(\w+)/.exec(message)?.[1] ?? message;
  }
}

function ourLink(uri: string): Verdict {
  const link = parseDigitalLink(uri);
  return link.ok ? 'ok' : link.reason;
}

function shortGtin(uri: string): boolean {
  return !parseDigitalLink(uri).ok && parseDigitalLink(uri, { shortGtin: true }).ok;
}

const counts = { compared: 0, differ: 0 };

/** True when both agree or differ for a reason named above. */
function agree(ours: Verdict, other: string, text: string): boolean {
  counts.compared += 1;
  if ((ours === 'ok') === (other === 'ok')) return true;
  counts.differ += 1;
  // bwip-js fills up a short GTIN always; GS1 does so only when asked to.
  if (ours === 'value-too-short' && shortGtin(text)) return true;
  return ours === 'ok' ? other in theyRefuse : ours in weRefuse;
}

const agreeOnLink = (uri: string) => agree(ourLink(uri), theirs('gs1dldatamatrix', uri), uri);

const built = validLink.map(({ key, qualifiers, attributes }) => {
  const uri = buildDigitalLink('https://a.vn/x', [key, ...qualifiers, ...attributes]);
  return uri.ok ? uri.value : uri.message;
});

describe('against bwip-js', () => {
  afterAll(() => {
    process.stdout.write(
      `bwip-js: ${counts.compared} texts compared, ${counts.differ} differ, each explained\n`,
    );
  });

  it('reads the links we build', () => {
    fc.assert(fc.property(built, agreeOnLink), { numRuns: 200, seed: SEED });
  });

  it('refuses the same links with one character changed', () => {
    const changed = fc
      .tuple(built, fc.nat(), fc.constantFrom(...'019AZaz%/?&=+-_.~#^ '))
      .map(([uri, at, character]) => {
        const place = 'https://a.vn/x/'.length + (at % (uri.length - 'https://a.vn/x/'.length));
        return uri.slice(0, place) + character + uri.slice(place + 1);
      });
    fc.assert(fc.property(changed, agreeOnLink), { numRuns: 250, seed: SEED });
  });

  it('takes and refuses the same values of every kind of application identifier', () => {
    const kinds = applicationIdentifiers().filter(({ ai }) => !/^3[1-6].[1-9]/.test(ai));
    const differences = kinds.flatMap((entry) =>
      fc.sample(validValue(entry), { numRuns: 1, seed: SEED }).flatMap((value) =>
        [value, value.slice(0, -1), `${value}0`, `${value.slice(0, -1)}#`, `9${value.slice(1)}`]
          // A bracket inside a value is written differently there.
          .filter((text) => text !== '' && !/[()]/.test(text))
          .filter((text) => {
            const bracketed = `(${entry.ai})${text}`;
            const fault = valueFault(entry, text);
            const other = theirs('gs1datamatrix', bracketed, { lintreqs: false });
            return !agree(fault?.reason ?? 'ok', other, bracketed);
          }),
      ),
    );
    expect(kinds.length).toBeGreaterThan(200);
    expect(differences).toEqual([]);
  });
});

interface Vector {
  kind: string;
  ok: boolean;
  a: string | null;
  flags: number;
}

const file = resolve(import.meta.dirname, '../../../../shared/data/gs1_vectors.json');
const missing = !existsSync(file);
const vectors = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Vector[]);

describe('against bwip-js, on the cases of GS1', () => {
  const title = (words: string) => (missing ? 'skipped: no ../shared' : words);
  const links = vectors.filter(({ kind }) => kind === 'parseDLuri');
  const strings = vectors.filter(({ kind }) => kind === 'validateAIs' || kind === 'linters');

  it.skipIf(missing)(title('differs only as named'), () => {
    expect(links.filter(({ a }) => !agreeOnLink(a ?? ''))).toEqual([]);
    const differing = strings.filter(({ a }) => {
      const elements = parseBracketed(a ?? '');
      const checked = elements.ok ? checkElements(elements.value) : elements;
      return !agree(checked.ok ? 'ok' : checked.reason, theirs('gs1datamatrix', a ?? ''), a ?? '');
    });
    expect(differing).toEqual([]);
  });

  it.skipIf(missing)(title('refuses nothing that both bwip-js and GS1 take'), () => {
    const right = links.filter(({ ok, flags, a }) => ok && flags === 0 && a !== null);
    expect(right.length).toBeGreaterThan(20);
    expect(right.filter(({ a }) => ourLink(a ?? '') !== 'ok')).toEqual([]);
  });
});
