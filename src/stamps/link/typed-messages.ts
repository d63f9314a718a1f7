import { SIGNED_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { TypedProblem } from './typed-code.ts';

/** Characters of a printed group. */
const GROUP = 5;

/** What is said of a typed code that leads nowhere: what is wrong with it, and what to do. */
export function problemText(problem: TypedProblem | { kind: 'no-keys' }, lang: Lang): string {
  const { scanner, stamp } = dictionary(lang);
  const { errors } = stamp.form;
  switch (problem.kind) {
    case 'wrong-length':
      return problem.length === SIGNED_CODE_LENGTH
        ? `${scanner.signedTyped.title}. ${scanner.signedTyped.text}`
        : errors['wrong-length'](problem.length);
    case 'wrong-letters':
      return errors['wrong-letters'](problem.letters, placesText(problem.places, lang));
    case 'keyboard':
      return errors.keyboard(problem.letters);
    case 'not-issued':
      return problem.places.length > 0
        ? errors['one-slip'](placesText(problem.places, lang))
        : errors['not-issued'];
    case 'other-address':
      return problem.host === null ? errors['other-address'] : errors['foreign-address'](problem.host);
    default:
      return errors[problem.kind];
  }
}

/** Where doubtful characters stand on the stamp, for somebody who counts groups. */
function placesText(places: readonly number[], lang: Lang): string {
  const { place } = dictionary(lang).stamp.form;
  const told = places.map((at) => place((at % GROUP) + 1, Math.floor(at / GROUP) + 1));
  return new Intl.ListFormat(lang === 'vi' ? 'vi' : 'en-GB').format(told);
}

/** A stretch of a code's characters, doubtful or not; a new group begins with a dash. */
export interface CodePiece {
  text: string;
  doubtful: boolean;
}

/** A typed code in the groups it is printed in, with its doubtful characters apart. */
export function codePieces(code: string, places: readonly number[]): CodePiece[] {
  const pieces: CodePiece[] = [];
  for (const [at, sign] of [...code].entries()) {
    if (at > 0 && at % GROUP === 0) add('-', false);
    add(sign.toUpperCase(), places.includes(at));
  }
  return pieces;

  function add(text: string, doubtful: boolean): void {
    const last = pieces.at(-1);
    if (last?.doubtful === doubtful) last.text += text;
    else pieces.push({ text, doubtful });
  }
}
