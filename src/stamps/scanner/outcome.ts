/** What the scanner shows of one attempt, and its messages. */
import type { Lang } from '../../i18n/lang.ts';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { formatMoment } from '@ocop/rules/moment';
import type { CameraTrouble } from './camera.ts';
import type { OfflineVerdict } from './offline-verify.ts';
import type { Choice, Reading } from './reading.ts';
import type { TypedReading } from './typed.ts';

type Messages = typeof scanner;

export type Outcome =
  | { kind: 'opening'; path: string }
  | Extract<Reading, { kind: 'foreign' | 'text' }>
  | Exclude<Choice, { kind: 'one' }>
  | { kind: 'not-picture' }
  | { kind: 'no-reader' }
  | { kind: 'camera'; reason: CameraTrouble }
  | { kind: 'offline'; verdict: OfflineVerdict }
  | { kind: 'typed'; typed: Exclude<TypedReading, { kind: 'address' }> };

/** Shape and edge of the answer: never told apart by colour alone. */
export type Mark = 'signed' | 'ask' | 'bad' | 'foreign' | 'plain';

export interface Said {
  mark: Mark;
  title: string;
  text: string;
}

/** The sentences of an outcome. None of them calls goods genuine: see src/rules/stamps/stamp-code.ts. */
export function said(outcome: Outcome, messages: Messages, lang: Lang): Said {
  switch (outcome.kind) {
    case 'opening':
      return { mark: 'plain', ...messages.opening };
    case 'foreign':
      return { mark: 'foreign', title: messages.foreign.title, text: messages.foreign.text };
    case 'text':
      return { mark: 'foreign', ...messages.noAddress };
    case 'none':
      return { mark: 'plain', ...messages.none };
    case 'several':
      return { mark: 'plain', title: messages.several.title, text: messages.several.text(outcome.count) };
    case 'not-picture':
      return { mark: 'plain', ...messages.notPicture };
    case 'no-reader':
      return { mark: 'plain', ...messages.noReader };
    case 'camera':
      return { mark: 'plain', ...messages.cameraTroubles[outcome.reason] };
    case 'offline':
      return saidOffline(outcome.verdict, messages, lang);
    case 'typed':
      return saidTyped(outcome.typed, messages);
  }
}

function saidOffline(verdict: OfflineVerdict, { offline }: Messages, lang: Lang): Said {
  switch (verdict.kind) {
    case 'signed': {
      const { title, text } = verdict.cutOff ? offline.cutOff : offline.signed;
      return {
        mark: verdict.cutOff ? 'ask' : 'signed',
        title,
        text: text(formatMoment(verdict.seenAt, lang)),
      };
    }
    case 'forged':
    case 'unknown-key': {
      const { title, text } = offline[verdict.kind];
      return {
        mark: verdict.kind === 'forged' ? 'bad' : 'ask',
        title,
        text: text(formatMoment(verdict.seenAt, lang)),
      };
    }
    case 'no-keys':
    case 'unsigned':
      return { mark: 'ask', ...offline[verdict.kind] };
    case 'no-code':
      return { mark: 'bad', ...offline['no-code'] };
    case 'page':
      return { mark: 'plain', ...offline.page };
  }
}

function saidTyped(typed: Exclude<TypedReading, { kind: 'address' }>, messages: Messages): Said {
  if (typed.kind === 'code') return { mark: 'ask', ...messages.offline.typed };
  if (typed.kind === 'keyboard') {
    return {
      mark: 'ask',
      title: messages.offline.keyboard.title,
      text: messages.offline.keyboard.text(typed.letters),
    };
  }
  if (typed.kind === 'signed') return { mark: 'plain', ...messages.signedTyped };
  const { title, text } = messages.offline.odd;
  return { mark: 'plain', title, text: text(typed.length) };
}

/** The stamp's code an outcome is about, as people read it. */
export function codeOf(outcome: Outcome): string | null {
  if (outcome.kind === 'offline') return 'code' in outcome.verdict ? outcome.verdict.code : null;
  return outcome.kind === 'typed' && 'code' in outcome.typed ? outcome.typed.code : null;
}
