/**
 * Small pieces to say what shape a JSON value must have. A shape tells every fault through `tell`,
 * with the field in it and what it should be.
 */
import { isPlainDate } from '../date.ts';
import { isRecord } from './json.ts';

export type Tell = (field: string, message: string) => void;
export type Shape = (value: unknown, field: string, tell: Tell) => void;

/** Deeper than any event needs; a limit so that no document can exhaust the stack. */
export const DEEPEST = 64;

const when =
  (fits: (value: unknown) => boolean, wanted: string): Shape =>
  (value, field, tell) => {
    if (!fits(value)) tell(field, `should be ${wanted}`);
  };

/** RFC 3986: a scheme, then only characters a URI may hold, with whole escapes. */
const URI = /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;

/** True for an absolute URI; also for a name with a prefix, such as 'example:myField'. */
export function isUri(value: unknown): boolean {
  return typeof value === 'string' && URI.test(value);
}

/** True for a moment of RFC 3339 with seconds and its offset from UTC, on a day that exists. */
export function isMoment(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const time = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(value);
  return time !== null && isPlainDate(time[1] ?? '') && !Number.isNaN(Date.parse(value));
}

export const text = when((value) => typeof value === 'string', 'a text');
export const number = when(Number.isFinite, 'a number');
export const boolean = when((value) => typeof value === 'boolean', 'true or false');
export const uri = when(isUri, 'a URI');
export const moment = when(isMoment, "a time such as '2026-11-22T09:30:00+07:00'");
export const any: Shape = () => undefined;

/** A text that fits a pattern; `wanted` says so in words. */
export function matching(pattern: RegExp, wanted: string): Shape {
  return when((value) => typeof value === 'string' && pattern.test(value), wanted);
}

/** One of `words`, exactly. */
export function oneOf(words: ReadonlySet<string>): Shape {
  return when((value) => typeof value === 'string' && words.has(value), [...words].join(', '));
}

/**
 * One of `words`, or a URI of one's own. The JSON form has the words bare, so their old URNs and
 * the namespace the standard reserves are no words of one's own.
 */
export function wordOrUri(words: ReadonlySet<string>, reserved: RegExp): Shape {
  const fits = (value: unknown) =>
    typeof value === 'string' && (words.has(value) || (isUri(value) && !reserved.test(value)));
  return when(fits, 'a word of the GS1 vocabulary, written bare, or a URI of your own');
}

/** The first shape that fits, or the words of the last. */
export function either(...shapes: Shape[]): Shape {
  return (value, field, tell) => {
    let faults: [string, string][] = [];
    for (const shape of shapes) {
      faults = [];
      shape(value, field, (...fault) => faults.push(fault));
      if (faults.length === 0) return;
    }
    for (const fault of faults) tell(...fault);
  };
}

/** A list of at least `least` entries of one shape, all different where `unique`. */
export function list(shape: Shape, least = 0, unique = false): Shape {
  return (value, field, tell) => {
    if (!Array.isArray(value)) return tell(field, 'should be a list');
    if (value.length < least) tell(field, `should hold at least ${least}`);
    value.forEach((one, at) => shape(one, `${field}[${at}]`, tell));
    if (unique && new Set(value.map((one) => JSON.stringify(one))).size < value.length) {
      tell(field, 'should hold each entry once');
    }
  };
}

export interface ObjectShape {
  fields: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  /** What other fields may be called: a URI or prefixed name ('extension'), anything, nothing. */
  others: 'extension' | 'anything' | 'nothing';
}

/** An object with these fields. */
export function object({ fields, required = [], others }: ObjectShape): Shape {
  const known = new Map(Object.entries(fields));
  return (value, field, tell) => {
    if (!isRecord(value)) return tell(field, 'should be an object');
    const below = (name: string) => (field === '' ? name : `${field}.${name}`);
    for (const name of required) {
      if (!Object.hasOwn(value, name)) tell(below(name), 'is missing');
    }
    for (const [name, inner] of Object.entries(value)) {
      const shape = known.get(name);
      if (shape) shape(inner, below(name), tell);
      else if (others === 'nothing') tell(below(name), 'is no field of the standard');
      else if (others === 'extension' && !isUri(name)) {
        tell(below(name), "is no field of the standard; one of your own needs a prefix, as 'my:name'");
      }
    }
  };
}

/** Whether a JSON value nests no deeper than {@link DEEPEST}. */
export function isShallow(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((one) => isShallow(one, left - 1));
}
