import { useRef } from 'react';
import type { Lang } from '../../i18n/lang.ts';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { formatMoment } from '@ocop/rules/moment';
import type { Waiting } from './queue.ts';
import type { useQueue } from './use-queue.ts';

interface Props {
  waiting: ReturnType<typeof useQueue>;
  words: typeof scanner;
  lang: Lang;
  /** Titles of the stamp page's verdicts, by their names. */
  verdicts: Readonly<Record<string, string>>;
}

/** The stamps read without a network, with what the site said of each once it could be asked. */
export function WaitingList({ waiting, words: { queue: words }, lang, verdicts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { queue, asking } = waiting;
  if (queue.length === 0) return null;

  function state({ verdict, known }: Waiting): string {
    return verdict === null ? words[known] : (verdicts[verdict] ?? verdict);
  }
  function remove(path: string): void {
    // The button goes away with its row; the keyboard goes on from the top of the list.
    heading.current?.focus();
    waiting.remove(path);
  }

  return (
    <section className="scanner-queue">
      <h2 ref={heading} tabIndex={-1}>
        {words.title} ({queue.length})
      </h2>
      <p className="hint">{words.about}</p>
      {!waiting.isKept && <p className="notice notice-warn">{words.notKept}</p>}
      <p role="status">
        {asking.kind === 'asking' && words.asking}
        {asking.kind === 'asked' && (asking.waiting > 0 ? words.later(asking.waiting) : words.done)}
      </p>
      <ul role="list">
        {queue.map((entry) => (
          <li key={entry.path} data-verdict={entry.verdict ?? undefined}>
            <p className="scanner-state">{state(entry)}</p>
            <p>
              <a className="scanner-code" href={entry.path}>
                {entry.code}
              </a>
              <span className="hint">
                {words.readAt} {formatMoment(entry.readAt, lang)}
                {entry.askedAt && `, ${words.askedAt} ${formatMoment(entry.askedAt, lang)}`}
              </span>
            </p>
            <button
              className="button-text"
              type="button"
              aria-label={words.removeOf(entry.code)}
              onClick={() => remove(entry.path)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <p className="scanner-actions">
        {queue.some(({ verdict }) => verdict === null) && (
          <button
            className="button button-line"
            type="button"
            disabled={asking.kind === 'asking'}
            onClick={() => void waiting.ask()}
          >
            {words.askNow}
          </button>
        )}
        <button className="button-text" type="button" onClick={waiting.clear}>
          {words.clear}
        </button>
      </p>
    </section>
  );
}
