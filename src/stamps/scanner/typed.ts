/** A typed code read without the server, for when there is no network. */
import { isCrockford, normaliseTyped } from '@ocop/rules/stamps/crockford';
import { SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { readingOf } from './reading.ts';
import type { ScannerContext, Reading } from './reading.ts';
import { paths } from '../../i18n/paths.ts';

/**
 * `code`: 20 characters that may be a stamp's; which product it is bound to only the server knows,
 * so `path` asks for it by the code. `signed`: the ten characters under a signed QR, which prove
 * nothing without it. `address`: a whole address was pasted.
 */
export type TypedReading =
  | { kind: 'code'; code: string; path: string }
  | { kind: 'signed' }
  | { kind: 'odd'; length: number }
  | { kind: 'address'; reading: Reading };

export function typedReading(typed: string, context: ScannerContext): TypedReading {
  const text = typed.trim();
  if (/[/?:]/.test(text)) {
    const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    return { kind: 'address', reading: readingOf(address, context) };
  }
  const code = normaliseTyped(text);
  if (isCrockford(code, STAMP_CODE_LENGTH)) {
    return { kind: 'code', code, path: `${paths(context.lang).stampCheck}?ma=${code}` };
  }
  return isCrockford(code, SIGNED_CODE_LENGTH) ? { kind: 'signed' } : { kind: 'odd', length: code.length };
}
