import { normaliseTyped } from '@ocop/rules/stamps/crockford';
import { isGtin, toGtin14 } from '@ocop/rules/digital-link/gtin';
import { stampPosition, verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import { stampKeyOf } from '@ocop/rules/stamps/stamp-keys';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import { STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import type { Result } from '../../medusa-client/result.ts';
import type { RangeAnswer } from '../../medusa-client/stamp-routes.ts';

/**
 * Where a typed code leads: to a stamp's page, or to a message beside the field. `length` counts the
 * characters that were typed without spaces and dashes. `need-gtin`: the code may be bound to a
 * trade item, and which one could not be looked up now.
 */
export type TypedCode =
  | { kind: 'stamp'; code: string; gtin: string | null; signature: string | null }
  | { kind: 'empty' }
  | { kind: 'wrong-length'; length: number }
  | { kind: 'wrong-letters'; letters: string }
  | { kind: 'wrong-gtin' }
  | { kind: 'other-address' }
  | { kind: 'need-gtin' }
  | { kind: 'not-issued' };

/**
 * Whether a typed code counts as a wrong one: it is no stamp's, whatever is done about it. An empty
 * field and a GTIN that has to be asked for say nothing of the code.
 */
export function isWrong({ kind }: TypedCode | { kind: 'no-keys' }): boolean {
  return kind !== 'stamp' && kind !== 'empty' && kind !== 'need-gtin' && kind !== 'no-keys';
}

/** Longer than any address of a stamp; nothing beyond is looked at. */
const LONGEST = 400;

/**
 * Reads what a person typed or pasted: the code printed on the stamp, forgivingly, or the whole
 * address from the QR. A code alone does not tell whether it is bound to a GTIN. It is tried without
 * one; then the range it lies in, which the code itself names, is looked up for its GTIN: one row,
 * however many products there are.
 * @param lookUp looks up the range of a code; null where it may not be looked up now
 */
export async function readTypedCode(
  keyring: StampKeyring,
  typed: string,
  typedGtin: string,
  lookUp: (epoch: string, range: number) => Promise<Result<RangeAnswer> | null>,
): Promise<TypedCode> {
  const text = typed.slice(0, LONGEST).trim();
  if (text === '') return { kind: 'empty' };
  if (/[/?:]/.test(text)) return readAddress(text);

  const code = normaliseTyped(text);
  const strange = [...new Set(code.replace(/[0-9A-HJKMNP-TV-Z]/g, ''))].join(' ');
  if (strange !== '') return { kind: 'wrong-letters', letters: strange };
  if (code.length !== STAMP_CODE_LENGTH) return { kind: 'wrong-length', length: code.length };

  const plain = verifyStampCode(keyring, code, null);
  if (plain.ok) return { kind: 'stamp', code: plain.code, gtin: null, signature: null };

  const gtin = typedGtin.replace(/\D/g, '');
  if (gtin !== '') {
    if (!isGtin(gtin)) return { kind: 'wrong-gtin' };
    return bound(keyring, code, gtin);
  }
  const epoch = code.charAt(0);
  const key = stampKeyOf(keyring, epoch);
  if (!key) return { kind: 'not-issued' };
  const { range } = stampPosition(key.secret, code.slice(1, 10));
  const answer = await lookUp(epoch, range);
  if (!answer?.ok) return { kind: 'need-gtin' };
  if (!answer.data.issued || answer.data.gtin === null) return { kind: 'not-issued' };
  return bound(keyring, code, answer.data.gtin);
}

function bound(keyring: StampKeyring, code: string, gtin: string): TypedCode {
  const verified = verifyStampCode(keyring, code, gtin);
  return verified.ok
    ? { kind: 'stamp', code: verified.code, gtin: toGtin14(gtin), signature: null }
    : { kind: 'not-issued' };
}

/** An address is passed on unverified: its own page gives the verdict. */
function readAddress(text: string): TypedCode {
  const link = parseStampLink(text);
  return link && link.form !== 'malformed'
    ? { kind: 'stamp', code: link.code, gtin: link.gtin, signature: link.signature }
    : { kind: 'other-address' };
}
