/** What the scanner shows of one attempt, and in which words. */
import type { Lang } from '../../i18n/lang.ts';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { formatMoment } from '@ocop/rules/moment';
import type { CameraTrouble } from './camera.ts';
import type { OfflineLook } from './offline-verify.ts';
import type { Choice, Reading } from './reading.ts';
import type { TypedReading } from './typed.ts';

type Words = typeof scanner;

export type Outcome =
  | { kind: 'opening'; path: string }
  | Extract<Reading, { kind: 'foreign' | 'words' }>
  | Exclude<Choice, { kind: 'one' }>
  | { kind: 'not-picture' }
  | { kind: 'no-reader' }
  | { kind: 'camera'; reason: CameraTrouble }
  | { kind: 'offline'; look: OfflineLook }
  | { kind: 'typed'; typed: Exclude<TypedReading, { kind: 'address' }> };

/** Shape and edge of the answer: never told apart by colour alone. */
export type Mark = 'signed' | 'ask' | 'bad' | 'foreign' | 'plain';

export interface Said {
  mark: Mark;
  title: string;
  text: string;
}

/** The sentences of an outcome. None of them calls goods genuine: see src/rules/stamps/stamp-code.ts. */
export function said(outcome: Outcome, words: Words, lang: Lang): Said {
  switch (outcome.kind) {
    case 'opening':
      return { mark: 'plain', ...words.opening };
    case 'foreign':
      return { mark: 'foreign', title: words.foreign.title, text: words.foreign.text };
    case 'words':
      return { mark: 'foreign', ...words.words };
    case 'none':
      return { mark: 'plain', ...words.none };
    case 'several':
      return { mark: 'plain', title: words.several.title, text: words.several.text(outcome.count) };
    case 'not-picture':
      return { mark: 'plain', ...words.notPicture };
    case 'no-reader':
      return { mark: 'plain', ...words.noReader };
    case 'camera':
      return { mark: 'plain', ...words.cameraTroubles[outcome.reason] };
    case 'offline':
      return saidOffline(outcome.look, words, lang);
    case 'typed':
      return saidTyped(outcome.typed, words);
  }
}

function saidOffline(look: OfflineLook, { offline }: Words, lang: Lang): Said {
  switch (look.kind) {
    case 'signed': {
      const { title, text } = look.cutOff ? offline.cutOff : offline.signed;
      return { mark: look.cutOff ? 'ask' : 'signed', title, text: text(formatMoment(look.seenAt, lang)) };
    }
    case 'forged':
    case 'unknown-key': {
      const { title, text } = offline[look.kind];
      return {
        mark: look.kind === 'forged' ? 'bad' : 'ask',
        title,
        text: text(formatMoment(look.seenAt, lang)),
      };
    }
    case 'no-keys':
    case 'unsigned':
      return { mark: 'ask', ...offline[look.kind] };
    case 'page':
      return { mark: 'plain', ...offline.page };
  }
}

function saidTyped(typed: Exclude<TypedReading, { kind: 'address' }>, words: Words): Said {
  if (typed.kind === 'code') return { mark: 'ask', ...words.offline.typed };
  if (typed.kind === 'signed') return { mark: 'plain', ...words.signedTyped };
  const { title, text } = words.offline.odd;
  return { mark: 'plain', title, text: text(typed.length) };
}

/** The stamp's code an outcome is about, as people read it. */
export function codeOf(outcome: Outcome): string | null {
  if (outcome.kind === 'offline' && outcome.look.kind !== 'page') return outcome.look.code;
  return outcome.kind === 'typed' && outcome.typed.kind === 'code' ? outcome.typed.code : null;
}
