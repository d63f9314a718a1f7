import { ITEM_ROWS, MEASURE_ROWS } from './table-items.ts';
import { PARTY_ROWS } from './table-parties.ts';
import { isContentCheck, type ContentCheck } from './content-checks.ts';

/** Character sets of GS1: digits, set 82, set 39 (parts), set 64 (base64 safe in URIs). */
export type CharacterSet = 'n' | 'x' | 'y' | 'z';

/** One piece of a value; pieces follow each other, each taking as much as it may hold. */
export interface AiComponent {
  set: CharacterSet;
  /** Length in characters. */
  min: number;
  max: number;
  optional: boolean;
  checks: readonly ContentCheck[];
}

/** What the standard says about one application identifier (AI). */
export interface ApplicationIdentifier {
  ai: string;
  title: string;
  components: readonly AiComponent[];
  /** True when a separator (FNC1) must follow the value unless it is the last. */
  fnc1: boolean;
  /**
   * Every group must be met: one of its alternatives stands beside this AI, whole. An AI may be a
   * pattern, where 'n' is any digit: '31nn'.
   */
  requires: readonly (readonly (readonly string[])[])[];
  /** AIs or patterns that may not stand beside this one. A pattern never bars the AI itself. */
  excludes: readonly string[];
  /** For a primary key of GS1 Digital Link: its qualifiers in order, by alternative. Else null. */
  keyQualifiers: readonly (readonly string[])[] | null;
  /** Whether it may be a data attribute (query parameter) of a GS1 Digital Link. */
  attribute: boolean;
}

/**
 * First two digits of the AIs whose length is fixed for ever, so that no separator is needed
 * (GS1 General Specifications, figure 7.8.5-2). 23 was taken off the list for AI 235.
 */
const FIXED_PREFIX = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/;

/**
 * Columns of a row, parted by ' | ':
 * AIs ('91-99' is a range) · components · role · needs · bars · title.
 * Component: set, length ('n6' exactly, 'x..20' one to twenty), ':check' for each check, in
 * brackets when optional, '×4' repeated. Role: 'key' with its qualifiers, 'path' when it may never
 * be a query parameter. Needs: groups parted by spaces, alternatives by '/', joint AIs by '+'.
 */
function readRow(row: string): ApplicationIdentifier[] {
  const columns = row.split(/\s\|(?=\s|$)/).map((column) => column.trim());
  const [ais = '', form = '', role = '', needs = '', bars = '', title = ''] = columns;
  const [key, qualifiers] = role.split(' ');
  const alternatives = qualifiers?.split('|') ?? [];
  const shared = {
    title,
    components: words(form).flatMap(readComponents),
    requires: words(needs).map((group) => group.split('/').map((joint) => joint.split('+'))),
    excludes: words(bars),
    keyQualifiers: key === 'key' ? alternatives.map((list) => list.split(',')) : null,
    attribute: role !== 'path',
  };
  return readRange(ais).map((ai) => ({ ai, fnc1: !FIXED_PREFIX.test(ai), ...shared }));
}

function readMeasure(row: string): ApplicationIdentifier[] {
  const [prefix = '', needs = '', ...title] = row.split(' ');
  const parts = [`${prefix}0-${prefix}5`, 'n6', '', needs, `${prefix}n`, title.join(' ')];
  return readRow(parts.join(' | '));
}

function readRange(ais: string): string[] {
  const [first = '', last = first] = ais.split('-');
  const size = Number(last) - Number(first) + 1;
  return Array.from({ length: size }, (_, i) => String(Number(first) + i).padStart(first.length, '0'));
}

const COMPONENT = /^(\[)?([nxyz])(\.\.)?(\d+)((?::[a-z0-9-]+)*)\]?(?:×(\d))?$/;

function readComponents(text: string): AiComponent[] {
  const match = COMPONENT.exec(text);
  if (!match) throw new RangeError(`Not a component of an application identifier: '${text}'`);
  const [, optional, set, open, length, checks = '', times = '1'] = match;
  const component: AiComponent = {
    set: set as CharacterSet,
    min: open ? 1 : Number(length),
    max: Number(length),
    optional: optional !== undefined,
    checks: checks.split(':').slice(1).map(knownCheck),
  };
  return Array.from({ length: Number(times) }, () => component);
}

function knownCheck(name: string): ContentCheck {
  if (!isContentCheck(name)) throw new RangeError(`No such content check: '${name}'`);
  return name;
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(/\s+/);
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

const table: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  [
    ...lines(ITEM_ROWS).flatMap(readRow),
    ...lines(MEASURE_ROWS).flatMap(readMeasure),
    ...lines(PARTY_ROWS).flatMap(readRow),
  ].map((entry) => [entry.ai, entry]),
);

/** AIs that begin with the same two digits are of one length, so two digits tell it. */
const lengthByPrefix: ReadonlyMap<string, number> = new Map(
  [...table.keys()].map((ai) => [ai.slice(0, 2), ai.length]),
);

/** What the standard says about an AI of 2 to 4 digits; null where it has no such AI. */
export function findApplicationIdentifier(ai: string): ApplicationIdentifier | null {
  return table.get(ai) ?? null;
}

/** The AI at the start of an unbracketed element string, or null where none is known there. */
export function applicationIdentifierAt(text: string, from: number): ApplicationIdentifier | null {
  const length = lengthByPrefix.get(text.slice(from, from + 2));
  return length === undefined ? null : findApplicationIdentifier(text.slice(from, from + length));
}

/** Every application identifier, in the order of the table. */
export function applicationIdentifiers(): ApplicationIdentifier[] {
  return [...table.values()];
}
