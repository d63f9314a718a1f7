import { findApplicationIdentifier, type ApplicationIdentifier } from './application-identifiers.ts';
import { countFault, valueFault, type AiElement } from './element-string.ts';
import { refuse, type Parsed, type Refusal } from './fault.ts';

/** Keys whose digital signature (AI 8030) needs the optional serial part, and length without it. */
const SERIAL_FOR_SIGNATURE: Readonly<Record<string, number>> = { '253': 13, '255': 13, '8003': 14 };

/**
 * Whether elements may stand together on one item: known AIs, right values, an AI twice only with
 * the same value, nothing that bars another, everything another needs (GS1 General Specifications,
 * section 4.13; evaluated over all that is given).
 */
export function checkElements(elements: readonly AiElement[]): Parsed<readonly AiElement[]> {
  const tooMany = countFault(elements.length);
  if (tooMany) return tooMany;
  const values = new Map<string, string>();
  const entries: ApplicationIdentifier[] = [];
  for (const { ai, value } of elements) {
    const entry = findApplicationIdentifier(ai);
    if (!entry) return refuse('unknown-ai', ai, 'is no application identifier');
    const fault = valueFault(entry, value);
    if (fault) return fault;
    if (values.has(ai) && values.get(ai) !== value) {
      return refuse('repeated-ai', ai, 'is given twice with different values');
    }
    if (!values.has(ai)) entries.push(entry);
    values.set(ai, value);
  }
  const fault = neighbourFault(entries) ?? signatureFault(values);
  return fault ?? { ok: true, value: elements };
}

/** What one AI says against or asks of the others. */
function neighbourFault(entries: readonly ApplicationIdentifier[]): Refusal | null {
  for (const { ai, excludes, requires } of entries) {
    const others = entries.filter((other) => other.ai !== ai);
    const present = (pattern: string) => others.some((other) => matches(pattern, other.ai));
    const barred = excludes.find(present);
    if (barred) return refuse('excluded-ai', ai, `may not stand beside (${barred})`);
    const missing = requires.find((group) => !group.some((joint) => joint.every(present)));
    if (missing) {
      const wanted = missing.map((joint) => joint.join(' with ')).join(' or ');
      return refuse('required-ai', ai, `needs ${wanted} beside it`);
    }
  }
  return null;
}

/** Whether an AI is the one named, or fits a pattern in which 'n' is any digit. */
function matches(pattern: string, ai: string): boolean {
  if (!pattern.endsWith('n')) return pattern === ai;
  return pattern.length === ai.length && ai.startsWith(pattern.replace(/n+$/, ''));
}

function signatureFault(values: ReadonlyMap<string, string>): Refusal | null {
  if (!values.has('8030')) return null;
  for (const [ai, bare] of Object.entries(SERIAL_FOR_SIGNATURE)) {
    if (values.get(ai)?.length === bare) {
      return refuse('serial-required', ai, 'needs its serial part beside a signature (8030)');
    }
  }
  return null;
}
