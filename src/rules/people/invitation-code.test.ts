import fc from 'fast-check';
import { expect, it } from 'vitest';
import { READABLE_ALPHABET } from '../check-character.ts';
import {
  INVITATION_CODE_LENGTH,
  invitationCode,
  printedInvitationCode,
  readInvitationCode,
} from './invitation-code.ts';

const draws = fc.array(fc.nat(30), { minLength: 15, maxLength: 15 });
const codeOf = (drawn: number[]) => {
  const left = [...drawn];
  return invitationCode(() => left.shift() ?? 0);
};

it('is read as it is printed, in small letters and with spaces', () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      const code = codeOf(drawn);
      expect(code).toHaveLength(INVITATION_CODE_LENGTH);
      const printed = printedInvitationCode(code);
      expect(printed).toMatch(/^(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}$/);
      for (const typed of [printed, printed.toLowerCase(), ` ${printed.replaceAll('-', ' ')} `, code]) {
        expect(readInvitationCode(typed)).toBe(code);
      }
    }),
  );
});

it('tells every wrong character and every two that changed places', () => {
  fc.assert(
    fc.property(draws, fc.nat(15), fc.nat(15), fc.nat(30), (drawn, at, other, wrong) => {
      const code = codeOf(drawn);
      const letters = [...code];
      const changed = [...letters];
      changed[at] = READABLE_ALPHABET.charAt(wrong);
      if (changed.join('') !== code) expect(readInvitationCode(changed.join(''))).toBeNull();
      const swapped = [...letters];
      [swapped[at], swapped[other]] = [letters[other] ?? '', letters[at] ?? ''];
      if (swapped.join('') !== code) expect(readInvitationCode(swapped.join(''))).toBeNull();
    }),
  );
});

it.each(['', 'ABCD', '0000-0000-0000-0000', 'I'.repeat(16), '2'.repeat(200), '٢'.repeat(16)])(
  'is not %j',
  (typed) => expect(readInvitationCode(typed)).toBeNull(),
);
