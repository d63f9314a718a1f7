import { findApplicationIdentifier } from './application-identifiers.ts';
import { LONGEST_DIGITAL_LINK, readOrigin } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import { distinctElements, type AiElement } from './element-string.ts';
import { refuse, type Parsed } from './fault.ts';
import { percentEncode } from './percent-encoding.ts';

/** Where GS1 itself resolves links; canonical URIs begin with it (URI syntax 1.6.0). */
const CANONICAL_ORIGIN = 'https://id.gs1.org';

/**
 * The GS1 Digital Link of elements, given in any order: the first primary key leads, as many of
 * its qualifiers as are given follow in their order, the rest are attributes, those of fixed
 * length first. An element given twice is written once.
 * @param stem origin with any path, without query; null for the canonical 'https://id.gs1.org'
 */
export function buildDigitalLink(stem: string | null, elements: readonly AiElement[]): Parsed<string> {
  const checked = checkElements(elements);
  if (!checked.ok) return checked;
  const distinct = distinctElements(elements);
  const base = readStem(stem ?? CANONICAL_ORIGIN);
  if (!base.ok) return base;

  const given = new Map(distinct.map((element) => [element.ai, element]));
  const key = distinct.find(({ ai }) => findApplicationIdentifier(ai)?.keyQualifiers);
  if (!key) return refuse('no-key', null, 'none of the elements is a primary key');
  const inPath = [key, ...mostQualifiers(key.ai, given)];
  const attributes = distinct.filter((element) => !inPath.includes(element));
  const hidden = attributes.find(({ ai }) => !findApplicationIdentifier(ai)?.attribute);
  if (hidden) return refuse('not-an-attribute', hidden.ai, 'may not be a query parameter');

  const path = inPath.map(({ ai, value }) => `/${ai}/${percentEncode(value, 'path')}`).join('');
  const query = fixedLengthFirst(attributes)
    .map(({ ai, value }) => `${ai}=${percentEncode(value, 'query')}`)
    .join('&');
  const uri = base.value + path + (query === '' ? '' : `?${query}`);
  return uri.length > LONGEST_DIGITAL_LINK
    ? refuse('too-long', null, `longer than ${LONGEST_DIGITAL_LINK} characters`)
    : { ok: true, value: uri };
}

function readStem(stem: string): Parsed<string> {
  const origin = readOrigin(stem);
  if (!origin.ok) return origin;
  if (/[?#]/.test(stem)) return refuse('stem', null, 'a stem has no query and no fragment');
  return { ok: true, value: stem.replace(/\/$/, '') };
}

/** The given qualifiers of the alternative that takes most of them; the first of equals. */
function mostQualifiers(key: string, given: ReadonlyMap<string, AiElement>): AiElement[] {
  let most: AiElement[] = [];
  for (const alternative of findApplicationIdentifier(key)?.keyQualifiers ?? []) {
    const found = alternative.flatMap((ai) => given.get(ai) ?? []);
    if (found.length > most.length) most = found;
  }
  return most;
}

function fixedLengthFirst(elements: readonly AiElement[]): AiElement[] {
  const isFixed = ({ ai }: AiElement): boolean => findApplicationIdentifier(ai)?.fnc1 === false;
  return [...elements.filter(isFixed), ...elements.filter((element) => !isFixed(element))];
}
