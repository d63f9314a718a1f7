import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Filters } from './Filters.tsx';
import { FormErrorBoundary } from './FormErrorBoundary.tsx';
import { liveSearch } from './live-search.ts';
import { FOUND, Results } from './Results.tsx';
import type { SearchView } from './view.ts';

/** Rest after the last key before a search is sent, milliseconds. */
const REST_MS = 180;

type Progress = 'idle' | 'searching' | 'failed';

/**
 * The whole search page. Rendered on the server it is a plain form with links and works as that;
 * in the browser it asks as the visitor types and puts each answer in its place. When an answer
 * cannot be had, the form goes back to being a form.
 */
export default function SearchIsland({ view }: { view: SearchView }) {
  return (
    <FormErrorBoundary>
      <SearchForm first={view} />
    </FormErrorBoundary>
  );
}

function SearchForm({ first }: { first: SearchView }) {
  const [view, setView] = useState(first);
  const [fields, setFields] = useState(first.fields);
  const [progress, setProgress] = useState<Progress>('idle');
  const [alive, setAlive] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const search = useRef<ReturnType<typeof liveSearch>>(undefined);

  useEffect(() => {
    const live = liveSearch(first, {
      onStart: () => setProgress('searching'),
      onAnswer: (answer) => {
        setView(answer);
        setProgress('idle');
      },
      onFailure: () => setProgress('failed'),
    });
    search.current = live;
    setAlive(true);
    // What was typed before this script arrived, or put back by the browser, counts too.
    const typed = form.current ? fieldsOf(form.current, first) : first.fields;
    if (written(typed, first) !== written(first.fields, first)) {
      setFields(typed);
      live.ask(typed, 0);
    }
    return () => live.stop();
  }, [first]);

  function ask(next: [string, string][], restMs: number): void {
    // A new search starts on its first page.
    const asked = next.filter(([name]) => name !== view.names.page);
    setFields(asked);
    search.current?.ask(asked, restMs);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    if (progress === 'failed' || !search.current) return;
    event.preventDefault();
    ask(fieldsOf(event.currentTarget, view), 0);
  }

  const { words, names } = view;
  const valueOf = (name: string) => fields.find(([known]) => known === name)?.[1] ?? '';
  return (
    <form
      className="search"
      ref={form}
      action={`${view.action}#${FOUND}`}
      method="get"
      data-alive={alive || undefined}
      onSubmit={submit}
    >
      <div className="search-box" role="search" aria-label={words.label}>
        <label htmlFor="search-text">{words.label}</label>
        <div className="search-line">
          <input
            id="search-text"
            type="search"
            name={names.text}
            value={valueOf(names.text)}
            maxLength={400}
            autoComplete="off"
            enterKeyHint="search"
            aria-describedby="search-hint"
            onChange={(event) => {
              // Other words are read anew, also after some were looked for literally.
              const read = withValue(fields, names.literal, '');
              ask(withValue(read, names.text, event.target.value), REST_MS);
            }}
          />
          <button className="button">{words.submit}</button>
        </div>
        <p className="hint" id="search-hint">
          {words.hint}
        </p>
      </div>
      <Filters
        view={view}
        fields={fields}
        onChange={(next) => ask(next, 0)}
        alive={alive && progress !== 'failed'}
        onShow={() => status.current?.focus()}
      />
      <Results
        status={status}
        view={view}
        progress={progress}
        onNarrow={(query) => ask(fieldsOfQuery(query), 0)}
      />
    </form>
  );
}

/** What the form would send, without what is empty or the standard order. */
function fieldsOf(form: HTMLFormElement, { names, sorts }: SearchView): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]): [string, string][] => {
    const standard = name === names.sort && value === sorts[0]?.value;
    return typeof value === 'string' && value !== '' && !standard ? [[name, value]] : [];
  });
}

/** The same text for the same search, whatever its page and the order of its fields. */
function written(fields: [string, string][], { names }: SearchView): string {
  return fields
    .filter(([name]) => name !== names.page)
    .map((field) => field.join('='))
    .sort()
    .join('&');
}

function fieldsOfQuery(query: string): [string, string][] {
  return [...new URLSearchParams(query)];
}

function withValue(fields: [string, string][], name: string, value: string): [string, string][] {
  const others = fields.filter(([known]) => known !== name);
  return value === '' ? others : [[name, value], ...others];
}
