import { normaliseTyped } from '@ocop/rules/stamps/crockford';
import { stampPosition, verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import { stampKeyOf } from '@ocop/rules/stamps/stamp-keys';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { signedCodeOf } from '@ocop/rules/stamps/stamp-link';
import { verifySignedStamp } from '@ocop/rules/stamps/stamp-signing';
import { SIGNED_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { readStampAddress } from '@ocop/rules/stamps/whose-address';
import type { TypedCode } from '../link/typed-code.ts';

/** Which stamp a report is about: the position of an issued code. */
export interface ReportedStamp {
  epoch: string;
  range: number;
  index: number;
}

/**
 * The stamp meant by what stands in the code's field; null where it is no code of ours, which is no
 * error here: false stamps are what reports are for. The ten characters of a signed stamp prove
 * nothing without their signature and are believed all the same, for a report accuses nobody.
 * @param readTyped reads a typed code of the other form
 */
export async function reportedStamp(
  keyring: StampKeyring,
  typed: string,
  gtin: string,
  readTyped: (typed: string, gtin: string) => Promise<TypedCode | null>,
): Promise<ReportedStamp | null> {
  // A false stamp with a right code on it accuses that code's stamp, whosever address it leads to.
  const { link } = readStampAddress(typed, []);
  if (link?.form === 'signed') return positionOf(verifySignedStamp(keyring, signedCodeOf(link)));
  if (link?.form === 'tagged') return positionOf(verifyStampCode(keyring, link.code, link.gtin));

  const code = normaliseTyped(typed);
  if (code.length === SIGNED_CODE_LENGTH) {
    const key = stampKeyOf(keyring, code.charAt(0));
    if (!key || /[^0-9A-HJKMNP-TV-Z]/.test(code)) return null;
    return { epoch: code.charAt(0), ...stampPosition(key.secret, code.slice(1)) };
  }
  const read = await readTyped(typed, gtin);
  if (read?.kind !== 'stamp') return null;
  return positionOf(verifyStampCode(keyring, read.code, read.gtin));
}

function positionOf(verification: ReturnType<typeof verifyStampCode>): ReportedStamp | null {
  return verification.ok ? { epoch: verification.epoch, ...verification.position } : null;
}
