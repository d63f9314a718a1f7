import { isCrockford, normaliseTyped } from '@ocop/rules/stamps/crockford';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import { clipText } from '@ocop/rules/text';
import { STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';

/** Longer than any address of a stamp, which may carry a signature. */
const LONGEST = 400;

/**
 * The stamp code or the stamp's address somebody put into the search, as they wrote it; null for any other
 * text. A code stands alone, in one piece or in equal groups, and has digits: twenty letters of words that
 * happen to be right are still words. Whether it is one of ours the stamp page says.
 */
export function typedStamp(text: string): string | null {
  const typed = clipText(text.trim(), LONGEST);
  if (/[/]/.test(typed)) {
    const link = parseStampLink(typed);
    return link && link.form !== 'malformed' ? typed : null;
  }
  if (!isCrockford(normaliseTyped(typed), STAMP_CODE_LENGTH)) return null;
  const groups = typed.split(/[\s-]+/).filter(Boolean);
  const [first = ''] = groups;
  const isEven = groups.length === 1 || groups.every((group) => group.length === first.length);
  const digits = typed.replace(/\D/g, '').length;
  const isPlain = digits >= 2 || (groups.length === 1 && typed === typed.toUpperCase());
  // Nothing but digits is a number of something else: no code is likely to be that.
  return isEven && isPlain && digits < STAMP_CODE_LENGTH ? typed : null;
}
