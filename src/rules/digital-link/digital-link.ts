/**
 * GS1 Digital Link URIs (standard: URI syntax 1.6.0): a web address that carries the identifiers
 * of a thing. '/AI/value' of a primary key, then its qualifiers in order; attributes in the query.
 * Read in time that grows with the length; expected failures are values.
 */
import { findApplicationIdentifier } from './application-identifiers.ts';
import { checkElements } from './element-rules.ts';
import { countFault, type AiElement } from './element-string.ts';
import { refuse, type Parsed, type Refusal } from './fault.ts';
import { percentDecode } from './percent-encoding.ts';

export interface DigitalLink {
  /** Scheme and host as written: 'https://id.gs1.org'. */
  origin: string;
  /** Path in front of the primary key, without a slash at its end: '' or '/some/stem'. */
  stem: string;
  key: AiElement;
  qualifiers: AiElement[];
  attributes: AiElement[];
  /** Query parameters that are no application identifiers, encoded as they came. */
  otherParameters: [name: string, value: string][];
  /** After '#', encoded as it came; null without one. */
  fragment: string | null;
}

export interface DigitalLinkOptions {
  /**
   * Read a GTIN of 8, 12 or 13 digits as its 14-digit form. Allowed up to URI syntax 1.1 and still
   * printed; later versions want 14 digits.
   */
  shortGtin?: boolean;
}

/** Longer than any symbol holds (QR: 7,089 digits) and than servers take. */
export const LONGEST_DIGITAL_LINK = 8_000;

const LEGAL = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/;
const SCHEME = /^(?:https?|HTTPS?):\/\//;
/** Letters, digits, dots and dashes of a name; colons and brackets of a port or an IPv6 address. */
const DOMAIN = /^[A-Za-z0-9.:[\]-]+$/;

/**
 * Reads a GS1 Digital Link: any path stem is skipped, the right-most key wins. The refusal names
 * what is wrong. Words for AIs ('/gtin/') were withdrawn from the standard and are refused.
 */
export function parseDigitalLink(uri: string, options: DigitalLinkOptions = {}): Parsed<DigitalLink> {
  const origin = readOrigin(uri);
  if (!origin.ok) return origin;
  const [beforeFragment = '', fragment] = splitOnce(uri.slice(origin.value.length), '#');
  const [path = '', query = ''] = splitOnce(beforeFragment, '?');

  const start = keyStart(path.split('/'));
  if (start === null) return refuse('no-key', null, 'the path holds no primary key with its value');
  const inPath = readPath(path.split('/').slice(start), options);
  if (!inPath.ok) return inPath;
  const [key, ...qualifiers] = inPath.value;
  if (!key) return refuse('no-key', null, 'the path holds no primary key with its value');
  const entry = findApplicationIdentifier(key.ai);
  const alternatives = entry?.keyQualifiers ?? [];
  if (!isSequence(alternatives, ais(qualifiers))) {
    const given = ais(qualifiers).join(', ');
    return refuse('path-sequence', key.ai, `may not be followed by ${given} in this order`);
  }

  const inQuery = readQuery(query, options);
  if (!inQuery.ok) return inQuery;
  const { attributes, otherParameters } = inQuery.value;
  const elements = [key, ...qualifiers, ...attributes];
  const fault = repetition(elements) ?? misplaced(alternatives, ais(qualifiers), attributes);
  if (fault) return fault;
  const checked = checkElements(elements);
  if (!checked.ok) return checked;
  const stem = path.split('/').slice(0, start).join('/');
  return {
    ok: true,
    value: {
      origin: origin.value,
      stem,
      key,
      qualifiers,
      attributes,
      otherParameters,
      fragment: fragment ?? null,
    },
  };
}

/** Scheme and host of a URI whose characters are all legal. */
export function readOrigin(uri: string): Parsed<string> {
  if (uri.length > LONGEST_DIGITAL_LINK) {
    return refuse('too-long', null, `longer than ${LONGEST_DIGITAL_LINK} characters`);
  }
  if (!LEGAL.test(uri)) return refuse('illegal-character', null, 'a character no URI may hold');
  const scheme = SCHEME.exec(uri)?.[0];
  if (!scheme) return refuse('scheme', null, 'must begin with http:// or https://');
  const slash = uri.indexOf('/', scheme.length);
  const domain = uri.slice(scheme.length, slash < 0 ? undefined : slash);
  if (!DOMAIN.test(domain)) return refuse('domain', null, 'has no usable domain');
  return { ok: true, value: scheme + domain };
}

/** Where the right-most key stands among the parts of a path, or null: pairs from the end. */
function keyStart(parts: readonly string[]): number | null {
  for (let at = parts.length - 2; at >= 1; at -= 2) {
    const entry = findApplicationIdentifier(parts[at] ?? '');
    if (!entry) return null;
    if (entry.keyQualifiers) return at;
  }
  return null;
}

function readPath(parts: readonly string[], options: DigitalLinkOptions): Parsed<AiElement[]> {
  const elements: AiElement[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const value = percentDecode(parts[at + 1] ?? '', 'path');
    const element = readElement(parts[at] ?? '', value, options);
    if (!element.ok) return element;
    elements.push(element.value);
    const tooMany = countFault(elements.length);
    if (tooMany) return tooMany;
  }
  return { ok: true, value: elements };
}

function readQuery(
  query: string,
  options: DigitalLinkOptions,
): Parsed<Pick<DigitalLink, 'attributes' | 'otherParameters'>> {
  const attributes: AiElement[] = [];
  const otherParameters: [string, string][] = [];
  for (const parameter of query.split('&')) {
    if (parameter === '') continue;
    const [name = '', value] = splitOnce(parameter, '=');
    if (value === undefined || !/^\d+$/.test(name)) {
      otherParameters.push([name, value ?? '']);
      continue;
    }
    const element = readElement(name, percentDecode(value, 'query'), options);
    if (!element.ok) return element;
    attributes.push(element.value);
    const tooMany = countFault(attributes.length);
    if (tooMany) return tooMany;
  }
  return { ok: true, value: { attributes, otherParameters } };
}

function readElement(ai: string, value: string, options: DigitalLinkOptions): Parsed<AiElement> {
  if (!findApplicationIdentifier(ai)) {
    return refuse('unknown-ai', ai, 'is no application identifier');
  }
  if (value.includes('\0')) return refuse('null-character', ai, 'holds a null character');
  const short = options.shortGtin === true && ai === '01' && [8, 12, 13].includes(value.length);
  return { ok: true, value: { ai, value: short ? value.padStart(14, '0') : value } };
}

/** In a URI no AI may be given twice, not even with the same value. */
function repetition(elements: readonly AiElement[]): Refusal | null {
  const seen = new Set<string>();
  for (const { ai } of elements) {
    if (seen.has(ai)) return refuse('repeated-ai', ai, 'is given twice');
    seen.add(ai);
  }
  return null;
}

/** An attribute that may be none, or one that qualifies the key and so belongs in the path. */
function misplaced(
  alternatives: readonly (readonly string[])[],
  qualifiers: readonly string[],
  attributes: readonly AiElement[],
): Refusal | null {
  for (const { ai } of attributes) {
    if (!findApplicationIdentifier(ai)?.attribute) {
      return refuse('not-an-attribute', ai, 'may not be a query parameter');
    }
    const fitsThePath = qualifiers
      .concat(ai)
      .some((_, at) => isSequence(alternatives, qualifiers.toSpliced(at, 0, ai)));
    if (fitsThePath) return refuse('belongs-in-path', ai, 'belongs in the path, after the key');
  }
  return null;
}

/** Whether AIs are some of the qualifiers of one alternative, in its order. */
function isSequence(alternatives: readonly (readonly string[])[], qualifiers: readonly string[]): boolean {
  if (qualifiers.length === 0) return true;
  return alternatives.some((alternative) => {
    let from = 0;
    return qualifiers.every((ai) => {
      const at = alternative.indexOf(ai, from);
      from = at + 1;
      return at >= 0;
    });
  });
}

function ais(elements: readonly AiElement[]): string[] {
  return elements.map(({ ai }) => ai);
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
