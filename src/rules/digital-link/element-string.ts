import {
  applicationIdentifierAt,
  findApplicationIdentifier,
  type ApplicationIdentifier,
} from './application-identifiers.ts';
import { characterFault, contentFault } from './content-checks.ts';
import { refuse, type Parsed, type Refusal } from './fault.ts';

/** One application identifier with its value, as in '(10)ABC123'. */
export interface AiElement {
  ai: string;
  value: string;
}

/** More elements than this are read from no message, as in GS1's syntax engine. */
export const MAX_ELEMENTS = 64;

/** What is wrong with the number of elements; null when there are not too many. */
export function countFault(count: number): Refusal | null {
  return count > MAX_ELEMENTS
    ? refuse('too-many-elements', null, `holds more than ${MAX_ELEMENTS} elements`)
    : null;
}

/** The elements without those that repeat an earlier one: the same AI twice with the same value is one. */
export function distinctElements(elements: readonly AiElement[]): AiElement[] {
  const seen = new Set<string>();
  return elements.filter(({ ai, value }) => {
    const key = `${ai} ${value}`;
    return seen.size < seen.add(key).size;
  });
}

/** How the value must be long, before anything else is said about it. */
function lengthFault(entry: ApplicationIdentifier, value: string): Refusal | null {
  const { ai, components } = entry;
  const shortest = components.reduce((sum, { optional, min }) => sum + (optional ? 0 : min), 0);
  const longest = components.reduce((sum, { max }) => sum + max, 0);
  if (value === '') return refuse('value-missing', ai, 'has no value');
  if (value.length < shortest) {
    return refuse('value-too-short', ai, `needs ${shortest} characters, has ${value.length}`);
  }
  if (value.length > longest) {
    return refuse('value-too-long', ai, `takes ${longest} characters, has ${value.length}`);
  }
  // A caret would read as a separator in the unbracketed form.
  return value.includes('^') ? refuse('separator-in-value', ai, "may not hold '^'") : null;
}

/** What is wrong with a value: its length, its characters, its content; null when it is right. */
export function valueFault(entry: ApplicationIdentifier, value: string): Refusal | null {
  const wrongLength = lengthFault(entry, value);
  if (wrongLength) return wrongLength;
  let from = 0;
  for (const { set, min, max, optional, checks } of entry.components) {
    const text = value.slice(from, from + max);
    if (text === '' && optional) continue;
    if (text.length < min) return refuse('value-too-short', entry.ai, `'${text}' is too short`);
    const faults = [characterFault(set, text), ...checks.map((check) => contentFault(check, text))];
    const fault = faults.find((found) => found !== null);
    if (fault) return refuse(fault, entry.ai, `'${text}' is no right ${entry.title} (${fault})`);
    from += max;
  }
  return null;
}

/**
 * Reads '(01)09506000134352(10)ABC': the human readable form, in which a bracket inside a value is
 * written '\('. Looks at AIs, lengths and number; {@link checkElements} looks at everything else.
 */
export function parseBracketed(text: string): Parsed<AiElement[]> {
  if (text === '') return refuse('nothing', null, 'there is no element');
  const elements: AiElement[] = [];
  let at = 0;
  while (at < text.length) {
    const close = text.indexOf(')', at);
    if (text.charAt(at) !== '(' || close < 0) {
      return refuse('brackets', null, `expected '(AI)' at character ${at + 1}`);
    }
    const ai = text.slice(at + 1, close);
    const entry = findApplicationIdentifier(ai);
    if (!entry) return refuse('unknown-ai', ai, 'is no application identifier');
    const [value, next] = readBracketedValue(text, close + 1);
    const fault = lengthFault(entry, value);
    if (fault) return fault;
    elements.push({ ai, value });
    const tooMany = countFault(elements.length);
    if (tooMany) return tooMany;
    at = next;
  }
  return { ok: true, value: distinctElements(elements) };
}

/** The value up to the next opening bracket that is not escaped, and where that bracket is. */
function readBracketedValue(text: string, from: number): [value: string, next: number] {
  let value = '';
  let at = from;
  for (;;) {
    const open = text.indexOf('(', at);
    const end = open < 0 ? text.length : open;
    const escaped = open > at && text.charAt(open - 1) === '\\';
    if (!escaped) return [value + text.slice(at, end), end];
    value += `${text.slice(at, open - 1)}(`;
    at = open + 1;
  }
}

/** The human readable form of elements: '(01)…(10)…', with '\(' for a bracket inside a value. */
export function formatBracketed(elements: readonly AiElement[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('');
}

/**
 * Reads '^0109506000134352' + '10ABC^21XYZ': AIs and values in one row, as in a symbol, where a
 * separator ('^' or ASCII 29) stands first and after each value of no fixed length. Values are
 * checked; what must stand beside what is for {@link checkElements}.
 */
export function parseUnbracketed(text: string): Parsed<AiElement[]> {
  if (text === '') return refuse('nothing', null, 'there is no element');
  const row = text.replaceAll('\x1d', '^');
  if (!row.startsWith('^')) {
    return refuse('no-separator-first', null, 'must begin with a separator');
  }
  if (row.length === 1) return refuse('nothing', null, 'there is no element');
  const elements: AiElement[] = [];
  let at = 1;
  while (at < row.length) {
    const entry = applicationIdentifierAt(row, at);
    if (!entry) {
      return refuse('unknown-ai', null, `no application identifier at character ${at + 1}`);
    }
    const from = at + entry.ai.length;
    const separator = row.indexOf('^', from);
    const end = separator < 0 ? row.length : separator;
    const to = entry.fnc1 ? end : Math.min(end, from + fixedLength(entry));
    const value = row.slice(from, to);
    const fault = valueFault(entry, value);
    if (fault) return fault;
    elements.push({ ai: entry.ai, value });
    const tooMany = countFault(elements.length);
    if (tooMany) return tooMany;
    at = row.charAt(to) === '^' ? to + 1 : to;
  }
  return { ok: true, value: distinctElements(elements) };
}

function fixedLength(entry: ApplicationIdentifier): number {
  return entry.components.reduce((sum, { max }) => sum + max, 0);
}

/** Elements in one row as in a symbol, '^' for the separator: only where one is needed. */
export function formatUnbracketed(elements: readonly AiElement[]): string {
  let row = '';
  let separate = true;
  for (const { ai, value } of elements) {
    row += `${separate ? '^' : ''}${ai}${value}`;
    separate = findApplicationIdentifier(ai)?.fnc1 ?? true;
  }
  return row;
}
