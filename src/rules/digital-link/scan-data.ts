/**
 * What a scanner sends: a symbology identifier (']Q3', ISO/IEC 15424) in front of the data, GS1
 * elements with ASCII 29 as separator. Here data is written as for the symbol: '^' first and as
 * separator for elements, a plain text otherwise ('\^…' for a text that begins with '^'), and
 * '|' before the elements of a composite component.
 */
import { hasCheckDigit } from './gtin.ts';
import { findApplicationIdentifier } from './application-identifiers.ts';
import { parseDigitalLink } from './digital-link.ts';
import { parseUnbracketed, type AiElement } from './element-string.ts';
import { refuse, type Parsed, type Refusal } from './fault.ts';

/** How a symbology carries data: plain text or elements, elements only, or one item number. */
interface Carrier {
  /** Symbology identifier of plain text; null where there is none. */
  plain: string | null;
  /** Symbology identifier of elements. */
  elements: string;
  /** Digits of the number in a symbol that holds nothing else. */
  digits?: number;
}

const matrix = (plain: string, elements: string): Carrier => ({ plain, elements });
const retail = (identifier: string, digits: number): Carrier => ({
  plain: identifier,
  elements: identifier,
  digits,
});
const dataBar: Carrier = { plain: null, elements: ']e0', digits: 14 };

const carriers = {
  QR: matrix(']Q1', ']Q3'),
  DM: matrix(']d1', ']d2'),
  DotCode: matrix(']J0', ']J1'),
  GS1_128_CCA: { plain: null, elements: ']C1' },
  GS1_128_CCC: { plain: null, elements: ']C1' },
  DataBarExpanded: { plain: null, elements: ']e0' },
  DataBarOmni: dataBar,
  DataBarTruncated: dataBar,
  DataBarStacked: dataBar,
  DataBarStackedOmni: dataBar,
  DataBarLimited: dataBar,
  EAN13: retail(']E0', 13),
  UPCA: retail(']E0', 12),
  UPCE: retail(']E0', 12),
  EAN8: retail(']E4', 8),
} as const satisfies Record<string, Carrier>;

export type Symbology = keyof typeof carriers;

/** Composite components, and all DataBar symbols, are sent under this identifier. */
const COMPOSITE = ']e0';
const COMPOSITE_AFTER_RETAIL = `|${COMPOSITE}`;
const SEPARATOR = '\x1d';

export interface ScanData {
  /** The likeliest of the symbologies that share an identifier. */
  symbology: Symbology;
  data: string;
  /** Elements in the symbol or in the Digital Link it holds; none for a plain text. */
  elements: AiElement[];
}

const symbologyOf: Readonly<Record<string, Symbology>> = {
  ']Q1': 'QR',
  ']Q3': 'QR',
  ']d1': 'DM',
  ']d2': 'DM',
  ']J0': 'DotCode',
  ']J1': 'DotCode',
  ']C1': 'GS1_128_CCA',
  ']e0': 'DataBarExpanded',
  ']E0': 'EAN13',
  ']E4': 'EAN8',
};

/** Reads what a scanner sent. A web address in it must be a right GS1 Digital Link. */
export function processScanData(scan: string): Parsed<ScanData> {
  const identifier = scan.slice(0, 3);
  const symbology = Object.hasOwn(symbologyOf, identifier) ? symbologyOf[identifier] : undefined;
  if (!symbology) return refuse('symbology', null, `'${identifier}' names no symbology of GS1`);
  const carrier: Carrier = carriers[symbology];
  const sent = scan.slice(3);
  if (carrier.digits) return readRetail(symbology, carrier.digits, sent);
  if (identifier === carrier.elements) {
    const read = readSentElements(sent);
    return read.ok ? { ok: true, value: { symbology, ...read.value } } : read;
  }
  const link = /^(?:https?|HTTPS?):\/\//.test(sent) ? parseDigitalLink(sent) : null;
  if (link && !link.ok) return link;
  const elements = link ? [link.value.key, ...link.value.qualifiers, ...link.value.attributes] : [];
  return { ok: true, value: { symbology, data: sent.replace(/^(?=\\*\^)/, '\\'), elements } };
}

function readSentElements(sent: string): Parsed<Omit<ScanData, 'symbology'>> {
  if (sent.includes('^')) return refuse('separator-in-value', null, "scan data may not hold '^'");
  const data = `^${sent.replaceAll(SEPARATOR, '^')}`;
  const elements = parseUnbracketed(data);
  return elements.ok ? { ok: true, value: { data, elements: elements.value } } : elements;
}

function readRetail(symbology: Symbology, length: number, sent: string): Parsed<ScanData> {
  const [number, after] = [sent.slice(0, length), sent.slice(length)];
  const wrong = numberFault(number, length);
  if (wrong) return wrong;
  if (after === '') return { ok: true, value: { symbology, data: number, elements: [] } };
  if (!after.startsWith(COMPOSITE_AFTER_RETAIL)) {
    return refuse('value-too-long', null, `more than ${length} digits`);
  }
  const composite = readSentElements(after.slice(COMPOSITE_AFTER_RETAIL.length));
  if (!composite.ok) return composite;
  const { data, elements } = composite.value;
  return { ok: true, value: { symbology, data: `${number}|${data}`, elements } };
}

/** What a scanner sends for a symbol of that kind with that data. */
export function generateScanData(symbology: string, data: string): Parsed<string> {
  if (!isSymbology(symbology)) return refuse('symbology', null, `'${symbology}' is no symbology of GS1`);
  const carrier: Carrier = carriers[symbology];
  if (carrier.plain !== null && !carrier.digits && !data.startsWith('^')) {
    return { ok: true, value: carrier.plain + data.replace(/^\\(?=\\*\^)/, '') };
  }
  const [main = '', composite] = data.split(/\|(.*)/s);
  const attached = composite === undefined ? null : parseUnbracketed(composite);
  if (attached && !attached.ok) return attached;
  const sentComposite = composite === undefined ? '' : send(composite);
  if (carrier.digits) return sendNumber(carrier, symbology, main, sentComposite);

  const elements = parseUnbracketed(main);
  if (!elements.ok) return elements;
  if (composite === undefined) return { ok: true, value: carrier.elements + send(main) };
  const lastAi = elements.value.at(-1)?.ai ?? '';
  const separated = findApplicationIdentifier(lastAi)?.fnc1 && !main.endsWith('^');
  const sent = COMPOSITE + send(main) + (separated ? SEPARATOR : '') + sentComposite;
  return { ok: true, value: sent };
}

function isSymbology(name: string): name is Symbology {
  return Object.hasOwn(carriers, name);
}

/** Elements without their first separator, which the symbology identifier stands for. */
function send(elements: string): string {
  return elements.slice(1).replaceAll('^', SEPARATOR);
}

function sendNumber(carrier: Carrier, symbology: Symbology, main: string, composite: string): Parsed<string> {
  const length = carrier.digits ?? 0;
  const padded = `^01${'0'.repeat(14 - length)}`;
  const number = main.startsWith(padded) ? main.slice(padded.length) : main;
  const wrong = numberFault(number, length);
  if (wrong) return wrong;
  if (carrier.plain === null) {
    // DataBar Limited has room for numbers that begin with 0 or 1 only.
    if (symbology === 'DataBarLimited' && !/^[01]/.test(number)) {
      return refuse('value-too-long', '01', 'is too large for DataBar Limited');
    }
    return { ok: true, value: `${carrier.elements}01${number}${composite}` };
  }
  // A scanner sends a UPC number as the 13 digits it is short for.
  const sent = carrier.plain + (length === 12 ? `0${number}` : number);
  return { ok: true, value: composite === '' ? sent : sent + COMPOSITE_AFTER_RETAIL + composite };
}

function numberFault(number: string, length: number): Refusal | null {
  if (number.length !== length) {
    const reason = number.length < length ? 'value-too-short' : 'value-too-long';
    return refuse(reason, null, `needs ${length} digits`);
  }
  if (!/^\d+$/.test(number)) return refuse('not-a-digit', null, 'holds more than digits');
  return hasCheckDigit(number) ? null : refuse('check-digit', null, 'has a wrong check digit');
}
