import { useRef } from 'react';
import type { Lang } from '../../i18n/lang.ts';
import type { scanner } from '../../i18n/vi/scanner.ts';
import { formatMoment } from '@ocop/rules/moment';
import type { Waiting } from './queue.ts';
import type { useQueue } from './use-queue.ts';

interface Props {
  waiting: ReturnType<typeof useQueue>;
  messages: typeof scanner;
  lang: Lang;
  /** Titles of the stamp page's verdicts, by their names. */
  verdicts: Readonly<Record<string, string>>;
}

/** The stamps read without a network, with what the site said of each once it could be asked. */
export function WaitingList({ waiting, messages: { queue: messages }, lang, verdicts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { queue, progress } = waiting;
  if (queue.length === 0) return null;

  function state({ verdict, known }: Waiting): string {
    return verdict === null ? messages[known] : (verdicts[verdict] ?? verdict);
  }
  function remove(path: string): void {
    // The button goes away with its row; the keyboard goes on from the top of the list.
    heading.current?.focus();
    waiting.remove(path);
  }

  return (
    <section className="scanner-queue">
      <h2 ref={heading} tabIndex={-1}>
        {messages.title} ({queue.length})
      </h2>
      <p className="hint">{messages.about}</p>
      {!waiting.isStored && <p className="notice notice-warn">{messages.notKept}</p>}
      <p role="status">
        {progress.kind === 'running' && messages.asking}
        {progress.kind === 'done' &&
          (progress.waiting > 0 ? messages.later(progress.waiting) : messages.done)}
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
                {messages.readAt} {formatMoment(entry.readAt, lang)}
                {entry.askedAt && `, ${messages.askedAt} ${formatMoment(entry.askedAt, lang)}`}
              </span>
            </p>
            <button
              className="button-text"
              type="button"
              aria-label={messages.removeOf(entry.code)}
              onClick={() => remove(entry.path)}
            >
              {messages.remove}
            </button>
          </li>
        ))}
      </ul>
      <p className="scanner-actions">
        {queue.some(({ verdict }) => verdict === null) && (
          <button
            className="button button-line"
            type="button"
            disabled={progress.kind === 'running'}
            onClick={() => void waiting.ask()}
          >
            {messages.askNow}
          </button>
        )}
        <button className="button-text" type="button" onClick={waiting.clear}>
          {messages.clear}
        </button>
      </p>
    </section>
  );
}
