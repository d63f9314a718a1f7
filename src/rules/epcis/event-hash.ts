/**
 * The hash identifier of an event (CBV 2.0, 8.9.2): the same event gives the same identifier
 * however it is written, so an event without an eventID gets one that anybody can work out again,
 * and two writings of one event can be told from two events. eventID, recordTime, errorDeclaration
 * and certificationInfo do not take part.
 */
import { createHash } from 'node:crypto';
import type { EpcisEvent } from './event.ts';
import { canonicalIdentifier } from './identifier.ts';
import { isRecord } from './json.ts';

/** 'ni:///sha-256;…?ver=CBV2.0' for an event; `context` is that of the document it stands in. */
export function eventHashId(event: EpcisEvent, context: unknown): string {
  const digest = createHash('sha256').update(preHash(event, context)).digest('hex');
  return `ni:///sha-256;${digest}?ver=CBV2.0`;
}

type Write = (value: unknown, name: string) => string;
/** Fields in the order of CBV 2.0, table 8-1, each with how it is written. */
type Fields = readonly (readonly [name: string, write: Write])[];

const text: Write = (value, name) => `${name}=${plain(value)}`;
const verbatim: Write = (value, name) => `${name}=${String(value).trim()}`;
const time: Write = (value, name) => `${name}=${instant(String(value))}`;
const word =
  (prefix: string): Write =>
  (value, name) =>
    `${name}=${/:/.test(String(value)) ? plain(value) : prefix + String(value)}`;
const object =
  (fields: Fields): Write =>
  (value, name) =>
    wrapped(name, isRecord(value) ? written(value, fields) : '');
/** A list is written in the order of its texts, not of its entries. */
const list =
  (entry: string, write: Write): Write =>
  (value, name) =>
    wrapped(name, sorted(entriesOf(value).map((one) => write(one, entry))));
/** The same without the name of the list in front. */
const each =
  (write: Write): Write =>
  (value, name) =>
    sorted(entriesOf(value).map((one) => write(one, name)));

const epcs = list('epc', text);
const quantities = list(
  'quantityElement',
  object([
    ['epcClass', text],
    ['quantity', text],
    ['uom', verbatim],
  ]),
);
const disposition = word('https://ref.gs1.org/cbv/Disp-');
const place = object([['id', text]]);
const typed = (name: string, vocabulary: string): Write =>
  list(
    '',
    object([
      ['type', word(`https://ref.gs1.org/cbv/${vocabulary}-`)],
      [name, text],
    ]),
  );
const measured = word('https://ref.gs1.org/voc/');

const metadataFields: Fields = [
  ['time', time],
  ['startTime', time],
  ['endTime', time],
  ['deviceID', text],
  ['deviceMetadata', text],
  ['rawData', text],
  ['dataProcessingMethod', text],
  ['bizRules', text],
];
const reportFields: Fields = [
  ['type', measured],
  ['exception', measured],
  ['deviceID', text],
  ['deviceMetadata', text],
  ['rawData', text],
  ['dataProcessingMethod', text],
  ['time', time],
  ['microorganism', text],
  ['chemicalSubstance', text],
  ['value', text],
  ['component', word('https://ref.gs1.org/cbv/Comp-')],
  ['stringValue', verbatim],
  ['booleanValue', text],
  ['hexBinaryValue', verbatim],
  ['uriValue', text],
  ['minValue', text],
  ['maxValue', text],
  ['meanValue', text],
  ['sDev', text],
  ['percRank', text],
  ['percValue', text],
  ['uom', verbatim],
  ['coordinateReferenceSystem', text],
];
const sensorFields: Fields = [
  ['sensorMetadata', object(metadataFields)],
  ['sensorReport', each(object(reportFields))],
];

const eventFields: Fields = [
  ['eventTime', time],
  ['eventTimeZoneOffset', verbatim],
  ['epcList', epcs],
  ['parentID', text],
  ['inputEPCList', epcs],
  ['childEPCs', epcs],
  ['quantityList', quantities],
  ['childQuantityList', quantities],
  ['inputQuantityList', quantities],
  ['outputEPCList', epcs],
  ['outputQuantityList', quantities],
  ['action', verbatim],
  ['transformationID', text],
  ['bizStep', word('https://ref.gs1.org/cbv/BizStep-')],
  ['disposition', disposition],
  [
    'persistentDisposition',
    object([
      ['set', each(disposition)],
      ['unset', each(disposition)],
    ]),
  ],
  ['readPoint', place],
  ['bizLocation', place],
  ['bizTransactionList', typed('bizTransaction', 'BTT')],
  ['sourceList', typed('source', 'SDT')],
  ['destinationList', typed('destination', 'SDT')],
  ['sensorElementList', (value) => each(object(sensorFields))(value, 'sensorElement')],
];
const leftOut: ReadonlySet<string> = new Set([
  '@context',
  'type',
  'eventID',
  'recordTime',
  'errorDeclaration',
  'certificationInfo',
]);

/** The text that is hashed; told apart for tests against published ones. */
export function preHash(event: EpcisEvent, context: unknown): string {
  const spaces = namespaces(context, event['@context']);
  const own = Object.fromEntries(Object.entries(event).filter(([name]) => !leftOut.has(name)));
  const extensions = sorted(extensionsOf(own, eventFields, spaces));
  return `eventType=${event.type}${written(own, eventFields)}${extensions}`;
}

function written(value: Record<string, unknown>, fields: Fields): string {
  return fields.map(([name, write]) => (value[name] === undefined ? '' : write(value[name], name))).join('');
}

/** Fields of an object that the standard does not know, also those inside fields it does know. */
function extensionsOf(
  value: Record<string, unknown>,
  known: Fields,
  spaces: ReadonlyMap<string, string>,
): string[] {
  const names = new Set(known.map(([name]) => name));
  const within = (name: string, inner: unknown, fields: Fields) =>
    entriesOf(inner).flatMap((one) => {
      const found = isRecord(one) ? sorted(extensionsOf(one, fields, spaces)) : '';
      return found === '' ? [] : [name + found];
    });
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'readPoint' || name === 'bizLocation') return within(name, inner, [['id', text]]);
    if (name === 'sensorElementList') return within('sensorElement', inner, sensorFields);
    if (name === 'sensorMetadata') return within(name, inner, metadataFields);
    if (name === 'sensorReport') return within(name, inner, reportFields);
    return names.has(name) ? [] : extension(name, inner, spaces);
  });
}

function extension(name: string, value: unknown, spaces: ReadonlyMap<string, string>): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => extension(name, one, spaces));
  const full = expanded(name, spaces);
  if (!isRecord(value)) return [`${full}=${plain(value)}`];
  const inner = Object.entries(value).flatMap(([key, one]) => extension(key, one, spaces));
  return [full + sorted(inner)];
}

/** '{namespace}name' of a name with a prefix that the context explains. */
function expanded(name: string, spaces: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const space = spaces.get(name.slice(0, Math.max(colon, 0)));
  return space === undefined ? name : `{${space}}${name.slice(colon + 1)}`;
}

function namespaces(...contexts: unknown[]): Map<string, string> {
  const spaces = new Map([['cbvmda', 'urn:epcglobal:cbv:mda:']]);
  for (const context of contexts.flat()) {
    if (!isRecord(context)) continue;
    for (const [prefix, space] of Object.entries(context)) {
      if (typeof space === 'string') spaces.set(prefix, space);
    }
  }
  return spaces;
}

/** A value without the freedoms of writing it: numbers, GS1 identifiers, the CBV's old URNs. */
function plain(value: unknown): string {
  const trimmed = String(value).trim();
  if (/^[+-]?\d+(?:\.\d+)?$/.test(trimmed) && trimmed.length < 16) return String(Number(trimmed));
  const old = /^urn:epcglobal:cbv:(bizstep|disp|btt|sdt|er):(.+)$/.exec(trimmed);
  if (old) return `https://ref.gs1.org/cbv/${oldVocabularies[old[1] ?? '']}-${old[2]}`;
  return canonicalIdentifier(trimmed);
}

const oldVocabularies: Readonly<Record<string, string>> = {
  bizstep: 'BizStep',
  disp: 'Disp',
  btt: 'BTT',
  sdt: 'SDT',
  er: 'ER',
};

function instant(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
}

function wrapped(name: string, inner: string): string {
  return inner === '' ? '' : name + inner;
}

function entriesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** By code unit, as the standard sorts; empty texts leave no trace. */
function sorted(texts: string[]): string {
  return texts
    .filter((one) => one !== '')
    .sort()
    .join('');
}
