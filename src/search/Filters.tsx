import { useRef, type FocusEvent, type KeyboardEvent } from 'react';
import type { FacetView, OptionView } from './facet-view.ts';
import type { SearchView } from './view.ts';

interface Props {
  view: SearchView;
  /** What is chosen now, which may be newer than what the view was made for. */
  fields: [string, string][];
  onChange: (fields: [string, string][]) => void;
  /** True once the script runs: then choices take effect at once, and the button only closes the sheet. */
  alive: boolean;
  /** Brings the reader to the results, after the sheet closed. */
  onShow: () => void;
}

/**
 * Order and facets: a sheet from the bottom of a phone, a column beside the results on a wide screen. The
 * sheet is a `details`, so that it opens and closes without a script; a tap beside it closes it.
 */
export function Filters({ view, fields, onChange, alive, onShow }: Props) {
  const sheet = useRef<HTMLDetailsElement>(null);
  const { words, names } = view;
  const chosen = fields.filter(([name]) => view.facets.some((facet) => facet.name === name)).length;
  const sort = fields.find(([name]) => name === names.sort)?.[1] ?? view.sorts[0]?.value;

  function toggle(name: string, value: string, on: boolean): void {
    const others = fields.filter(([known, had]) => known !== name || had !== value);
    onChange(on ? [...others, [name, value]] : others);
  }

  /** On a wide screen the panel always stands open and this changes nothing. */
  function close(): void {
    if (sheet.current) sheet.current.open = false;
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !sheet.current?.open) return;
    close();
    sheet.current.querySelector('summary')?.focus();
  }

  /** A keyboard that leaves the sheet would go on behind it, unseen. */
  function closeOnLeaving({ relatedTarget }: FocusEvent): void {
    if (relatedTarget && !sheet.current?.contains(relatedTarget)) close();
  }

  return (
    <details className="search-filters sheet" ref={sheet} onKeyDown={closeOnEscape} onBlur={closeOnLeaving}>
      <summary>
        {words.filters}
        {chosen > 0 && <span className="search-chosen">{chosen}</span>}
      </summary>
      <div className="search-panel sheet-panel" role="group" aria-label={words.filters}>
        <div className="field">
          <label htmlFor="search-sort">{words.sort}</label>
          <select
            id="search-sort"
            name={names.sort}
            value={sort}
            onChange={(event) =>
              onChange([...fields.filter(([name]) => name !== names.sort), [names.sort, event.target.value]])
            }
          >
            {view.sorts.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {view.facets.map((facet) => (
          <Facet key={facet.key} facet={facet} fields={fields} onToggle={toggle} />
        ))}
        <div className="sheet-foot">
          {alive ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                close();
                onShow();
              }}
            >
              {words.showResults}
            </button>
          ) : (
            <button className="button">{words.apply}</button>
          )}
        </div>
      </div>
    </details>
  );
}

interface FacetProps {
  facet: FacetView;
  fields: [string, string][];
  onToggle: (name: string, value: string, on: boolean) => void;
}

function Facet({ facet, fields, onToggle }: FacetProps) {
  const option = ({ value, label, count, byText }: OptionView) => (
    <label key={value} className="search-option">
      <input
        type="checkbox"
        name={facet.name}
        value={value}
        checked={byText || fields.some(([name, had]) => name === facet.name && had === value)}
        disabled={byText}
        onChange={(event) => onToggle(facet.name, value, event.target.checked)}
      />
      <span>{label}</span>
      <span className="count">{count}</span>
    </label>
  );
  const rest = facet.options.slice(facet.shown);
  return (
    <fieldset>
      <legend>{facet.title}</legend>
      {facet.options.slice(0, facet.shown).map(option)}
      {rest.length > 0 && (
        <details className="search-more">
          <summary>{facet.more}</summary>
          {rest.map(option)}
        </details>
      )}
    </fieldset>
  );
}
