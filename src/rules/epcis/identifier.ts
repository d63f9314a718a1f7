/**
 * Identifiers in events: EPC URNs (GS1 EPC Tag Data Standard 2.0, chapters 6 to 8), GS1 Digital
 * Links, and any other URI. One thing may be written in several ways; {@link canonicalIdentifier}
 * brings them together.
 */
import { parseDigitalLink, type DigitalLink } from '../digital-link/digital-link.ts';
import type { AiElement } from '../digital-link/element-string.ts';
import { percentEncode } from '../digital-link/percent-encoding.ts';
import { gs1CheckDigit } from '../digital-link/gtin.ts';

/** What is wrong with a GS1 identifier, by the rule it breaks. */
export interface IdentifierFault {
  rule:
    | 'gtin-check-digit'
    | 'sscc-check-digit'
    | 'gln-check-digit'
    | 'serial-too-long'
    | 'ai-order'
    | 'identifier';
  message: string;
}

/** `level` of a URI that is neither EPC URN nor Digital Link is unknown: null. */
export interface Identifier {
  canonical: string;
  level: 'instance' | 'class' | null;
}

export type ReadIdentifier = ({ ok: true } & Identifier) | ({ ok: false } & IdentifierFault);

/**
 * How the parts of an EPC URN become AI elements. `digits`: how many digits company prefix and
 * reference have together; null where the reference is no number. `check`: whether the key ends
 * in a check digit, which the URN leaves out. `tail`: the AI of the last part, or '+' where it is
 * glued to the key. `front`: the first digit of the reference goes to the front of the key.
 */
interface UrnScheme {
  ai: string;
  digits: number | null;
  check: boolean;
  tail: string | null;
  longestTail: number;
  front?: boolean;
  level?: 'class';
  zero?: boolean;
}

const item = { ai: '01', digits: 13, check: true, front: true } as const;
const schemes: Readonly<Record<string, UrnScheme>> = {
  'id:sgtin': { ...item, tail: '21', longestTail: 20 },
  'id:upui': { ...item, tail: '235', longestTail: 28 },
  'class:lgtin': { ...item, tail: '10', longestTail: 20, level: 'class' },
  'id:sscc': { ai: '00', digits: 17, check: true, tail: null, longestTail: 0, front: true },
  'id:sgln': { ai: '414', digits: 12, check: true, tail: '254', longestTail: 20 },
  'id:pgln': { ai: '417', digits: 12, check: true, tail: null, longestTail: 0 },
  'id:grai': { ai: '8003', digits: 12, check: true, tail: '+', longestTail: 16, zero: true },
  'id:giai': { ai: '8004', digits: null, check: false, tail: null, longestTail: 0 },
  'id:gsrn': { ai: '8018', digits: 17, check: true, tail: null, longestTail: 0 },
  'id:gsrnp': { ai: '8017', digits: 17, check: true, tail: null, longestTail: 0 },
  'id:gdti': { ai: '253', digits: 12, check: true, tail: '+', longestTail: 17 },
  'id:sgcn': { ai: '255', digits: 12, check: true, tail: '+', longestTail: 12 },
  'id:cpi': { ai: '8010', digits: null, check: false, tail: '8011', longestTail: 12 },
  'id:ginc': { ai: '401', digits: null, check: false, tail: null, longestTail: 0 },
  'id:gsin': { ai: '402', digits: 16, check: true, tail: null, longestTail: 0 },
};
/** Schemes that may be asked for as a pattern: every instance of a class, with '*' as the tail. */
const patterns: ReadonlySet<string> = new Set(['sgtin', 'grai', 'gdti', 'sgcn', 'cpi', 'upui']);

/** Reads an identifier; a URI that carries no GS1 key is taken as it is. */
export function readIdentifier(uri: string): ReadIdentifier {
  if (/^urn:epc:(?:id|class|idpat):/i.test(uri)) return readUrn(uri);
  if (!/^https?:/i.test(uri)) return { ok: true, canonical: uri, level: null };
  const link = parseDigitalLink(uri);
  if (link.ok) return { ok: true, canonical: canonicalLink(link.value), level: levelOf(link.value) };
  const { reason, ai, message } = link;
  switch (reason) {
    case 'no-key':
    case 'scheme':
    case 'domain':
    case 'illegal-character':
    case 'too-long':
      return { ok: true, canonical: uri, level: null };
    case 'path-sequence':
      return { ok: false, rule: 'ai-order', message };
    case 'check-digit':
      return { ok: false, rule: checkDigitRules[ai ?? ''] ?? 'identifier', message };
    default:
      if (reason === 'value-too-long' && ai === '21') {
        return { ok: false, rule: 'serial-too-long', message };
      }
      return { ok: false, rule: 'identifier', message };
  }
}

/** The canonical Digital Link of a GS1 identifier; any other URI, and a faulty one, as it is. */
export function canonicalIdentifier(uri: string): string {
  const read = readIdentifier(uri);
  return read.ok ? read.canonical : uri;
}

const checkDigitRules: Readonly<Record<string, IdentifierFault['rule']>> = {
  '01': 'gtin-check-digit',
  '8006': 'gtin-check-digit',
  '00': 'sscc-check-digit',
  '414': 'gln-check-digit',
  '417': 'gln-check-digit',
};

/** The qualifiers that make an instance of a class, then those that narrow the class. */
const instanceQualifiers: ReadonlySet<string> = new Set(['21', '235', '8011', '254']);

/** On id.gs1.org, with the finest identity alone (CBV 2.0, 8.9.2: no CPV, no attributes). */
function canonicalLink({ key, qualifiers }: DigitalLink): string {
  const finest =
    qualifiers.find(({ ai }) => instanceQualifiers.has(ai)) ?? qualifiers.find(({ ai }) => ai === '10');
  return pathOf(finest ? [key, finest] : [key]);
}

function pathOf(elements: readonly AiElement[]): string {
  const path = elements.map(({ ai, value }) => `/${ai}/${percentEncode(value, 'path')}`);
  return `https://id.gs1.org${path.join('')}`;
}

/** A key that is a class by itself, and how long it is without a serial number glued to it. */
const lengthOfClass: Readonly<Record<string, number>> = { '8003': 14, '253': 13, '255': 13 };

function levelOf({ key, qualifiers }: DigitalLink): Identifier['level'] {
  if (key.ai === '01' || key.ai === '8006' || key.ai === '8010') {
    return qualifiers.some(({ ai }) => instanceQualifiers.has(ai)) ? 'instance' : 'class';
  }
  return key.value.length === lengthOfClass[key.ai] ? 'class' : 'instance';
}

/** The characters of serials and references (GS1 General Specifications, 7.11). */
const CSET_82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/;

function readUrn(uri: string): ReadIdentifier {
  const refuse = (rule: IdentifierFault['rule'], message: string): ReadIdentifier => ({
    ok: false,
    rule,
    message,
  });
  const [, kind = '', name = '', rest = ''] = /^urn:epc:(\w+):(\w+):(.*)$/i.exec(uri) ?? [];
  const isPattern = kind.toLowerCase() === 'idpat';
  const scheme = schemes[`${isPattern ? 'id' : kind}:${name}`.toLowerCase()];
  if (!scheme || (isPattern && !patterns.has(name.toLowerCase()))) {
    // Schemes without a Digital Link of one key, such as 'gid', name instances (TDS 2.0, 6.3).
    return { ok: true, canonical: uri, level: isPattern ? 'class' : 'instance' };
  }
  const parts = rest.split('.');
  const [company = '', reference = ''] = parts;
  // A serial may hold dots of its own.
  const tail = scheme.tail === null ? null : parts.slice(2).join('.');
  if (!/^\d{6,12}$/.test(company)) {
    return refuse('identifier', `'${uri}': the company prefix should have 6 to 12 digits`);
  }
  const hasTail = tail !== null && tail !== '';
  if (hasTail !== (scheme.tail !== null) || (tail === null && scheme.digits && parts.length > 2)) {
    return refuse('identifier', `'${uri}' has too few or too many parts between its dots`);
  }
  let body: string;
  let serial: string | null;
  try {
    body = scheme.digits === null && tail === null ? parts.slice(1).join('.') : reference;
    body = decodeURIComponent(body);
    serial = tail === null || isPattern ? null : decodeURIComponent(tail);
  } catch {
    return refuse('identifier', `'${uri}' holds a '%' that is no escape`);
  }
  const wanted = scheme.digits === null ? null : scheme.digits - company.length;
  if (wanted !== null && (body.length !== wanted || !/^\d*$/.test(body))) {
    return refuse('identifier', `'${uri}': the part after the company prefix should have ${wanted} digits`);
  }
  if (isPattern && tail !== '*') {
    return refuse('identifier', `'${uri}': a pattern should end in '*'`);
  }
  if (!CSET_82.test(body) || !CSET_82.test(serial ?? '')) {
    return refuse('identifier', `'${uri}' holds a character that no GS1 key may have`);
  }
  if (serial !== null && serial.length > scheme.longestTail) {
    const message = `'${uri}': its last part should have at most ${scheme.longestTail} characters`;
    return refuse(scheme.tail === '21' ? 'serial-too-long' : 'identifier', message);
  }
  const digits = scheme.front ? body.slice(0, 1) + company + body.slice(1) : company + body;
  const padded = scheme.zero ? `0${digits}` : digits;
  const key = scheme.check ? `${padded}${gs1CheckDigit(padded)}` : padded;
  const level = isPattern || scheme.level === 'class' ? 'class' : 'instance';
  return { ok: true, canonical: pathOf(urnElements(scheme, key, serial)), level };
}

function urnElements({ ai, tail }: UrnScheme, key: string, serial: string | null): AiElement[] {
  if (serial === null || tail === null) return [{ ai, value: key }];
  if (tail === '+') return [{ ai, value: key + serial }];
  // The extension '0' stands for none (TDS 2.0, 6.3.3).
  if (ai === '414' && serial === '0') return [{ ai, value: key }];
  return [
    { ai, value: key },
    { ai: tail, value: serial },
  ];
}
