import { useEffect, useRef } from 'react';
import type { Lang } from '../../i18n/lang.ts';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { codeOf, said } from './outcome.ts';
import type { Mark, Outcome } from './outcome.ts';

/** One shape per kind of answer, so that a picture in black and white still tells them apart. */
const MARKS: Record<Mark, string> = {
  signed: 'M6 40h36M10 32c8-22 14-26 16-20s-8 20-4 20 4-8 8-8 0 8 8 6',
  ask: 'M18 19c0-9 12-8 12-1 0 5-6 5-6 10M24 33v2M24 4a20 20 0 1 1 0 40 20 20 0 0 1 0-40',
  bad: 'M15 4h18l11 11v18L33 44H15L4 33V15zM16 16l16 16M32 16L16 32',
  foreign: 'M8 24h26M24 12l12 12-12 12M40 6v36',
  plain: 'M24 4a20 20 0 1 1 0 40 20 20 0 0 1 0-40M24 22v12M24 14v1',
};

interface Props {
  outcome: Outcome;
  messages: typeof scanner;
  lang: Lang;
}

/** What came of one attempt: large and quiet. */
export function Answer({ outcome, messages, lang }: Props) {
  const { mark, title, text } = said(outcome, messages, lang);
  const code = codeOf(outcome);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  return (
    <div className={`scanner-answer scanner-${mark}`} ref={box}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <path d={MARKS[mark]} />
      </svg>
      <h2>{title}</h2>
      {outcome.kind === 'foreign' && (
        <p className="scanner-domain">
          {messages.foreign.before} <b>{outcome.host}</b>
        </p>
      )}
      <p>{text}</p>
      {outcome.kind === 'text' && <blockquote>{outcome.text}</blockquote>}
      {code && (
        <p className="scanner-code">
          {messages.code}: <b>{code}</b>
        </p>
      )}
      {outcome.kind === 'opening' && (
        <p>
          <a href={outcome.path}>{messages.openNow}</a>
        </p>
      )}
      {outcome.kind === 'foreign' && outcome.here && (
        <p>
          <a href={outcome.here}>{messages.foreign.here}</a>
        </p>
      )}
    </div>
  );
}
