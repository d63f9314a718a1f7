/** A typed code read without the server, for when there is no network. */
import { isCrockford, normaliseTyped } from '@ocop/rules/stamps/crockford';
import { SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { vietnameseLetters } from '@ocop/rules/stamps/vietnamese-keyboard';
import { isAddress } from '@ocop/rules/stamps/whose-address';
import { readingOf } from './reading.ts';
import type { ScannerContext, Reading } from './reading.ts';
import { paths } from '../../i18n/paths.ts';

/**
 * `code`: 20 characters that may be a stamp's; which product it is bound to only the server knows,
 * so `path` asks for it by the code. `signed`: the ten characters under a signed QR, which prove
 * nothing without it. `keyboard`: a Vietnamese keyboard changed the code; what was typed is only for the
 * server to tell. `address`: a whole address was pasted.
 */
export type TypedReading =
  | { kind: 'code'; code: string; path: string }
  | { kind: 'keyboard'; code: string; letters: string; path: string }
  | { kind: 'signed' }
  | { kind: 'odd'; length: number }
  | { kind: 'address'; reading: Reading };

/** Twice a code; more was none. */
const LONGEST_KEPT = 60;

export function typedReading(typed: string, context: ScannerContext): TypedReading {
  const text = typed.trim();
  if (isAddress(text)) return { kind: 'address', reading: readingOf(wholeAddress(text, context), context) };
  const code = normaliseTyped(text);
  const letters = vietnameseLetters(text).join(' ');
  const path = `${paths(context.lang).stampCheck}?${new URLSearchParams({ ma: text.slice(0, LONGEST_KEPT) })}`;
  if (letters !== '') return { kind: 'keyboard', code: text.slice(0, LONGEST_KEPT), letters, path };
  if (isCrockford(code, STAMP_CODE_LENGTH)) {
    return { kind: 'code', code, path: `${paths(context.lang).stampCheck}?ma=${code}` };
  }
  return isCrockford(code, SIGNED_CODE_LENGTH) ? { kind: 'signed' } : { kind: 'odd', length: code.length };
}

/** What was typed as a browser would open it, a path on this site. */
function wholeAddress(text: string, { hosts }: ScannerContext): string {
  if (/^\/(?![/\\])/.test(text)) return `https://${hosts[0] ?? ''}${text}`;
  if (/^[/\\]{2}/.test(text)) return `https:${text}`;
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
}
