import type { CSSProperties, MouseEvent, RefObject } from 'react';
import type { SearchView, TileView } from './view.ts';

/** Where a narrowed search leads without script: the count, from which the products follow. */
export const FOUND = 'tim-thay';

interface Props {
  /** The line that says how much was found; where focus goes when what had it is gone. */
  status: RefObject<HTMLParagraphElement>;
  view: SearchView;
  progress: 'idle' | 'searching' | 'failed';
  /** Asks for the search of a link on this page; `query` without its question mark. */
  onNarrow: (query: string) => void;
}

/** How much was found, what narrows it, the products, and the way to the next page. */
export function Results({ status, view, progress, onNarrow }: Props) {
  const { words, chips, clear, pages, empty, sample, understood, answers } = view;

  /** Chips act at once; a click meant for a new tab stays a link. The chip goes, so focus moves on. */
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    if (progress === 'failed' || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    status.current?.focus();
    onNarrow(new URL(event.currentTarget.href).search.slice(1));
  }

  return (
    <section className="search-results" aria-label={words.results} aria-busy={progress === 'searching'}>
      <p className="search-status" id={FOUND} role="status" tabIndex={-1} ref={status}>
        {progress === 'failed' ? words.failed : view.status}
      </p>
      {view.notes.length > 0 && (
        <div className="notice stack">
          {view.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {answers.length > 0 && (
        <nav className="search-answers cluster" aria-label={words.answers}>
          {answers.map(({ href, label }) => (
            <a className="button" key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {understood && (
        <div className="search-understood">
          <p id="search-understood">{understood.label}</p>
          <ul className="chips" role="list" aria-labelledby="search-understood">
            {understood.chips.map((chip) => (
              <li key={chip.href + chip.label}>
                <a href={chip.href} aria-label={chip.remove} onClick={follow}>
                  {chip.label} ×
                </a>
              </li>
            ))}
          </ul>
          <p>
            {understood.wider && (
              <>
                <a href={understood.wider.href} onClick={follow}>
                  {understood.wider.label}
                </a>
                {' · '}
              </>
            )}
            <a href={understood.literal.href} onClick={follow}>
              {understood.literal.label}
            </a>
          </p>
        </div>
      )}
      {chips.length > 0 && (
        <ul className="chips" role="list" aria-label={words.chips}>
          {chips.map((chip) => (
            <li key={chip.href}>
              <a href={`${chip.href}#${FOUND}`} aria-label={chip.remove} onClick={follow}>
                {chip.label} ×
              </a>
            </li>
          ))}
          {clear && (
            <li>
              <a href={`${clear.href}#${FOUND}`} onClick={follow}>
                {clear.label}
              </a>
            </li>
          )}
        </ul>
      )}
      {sample && (
        <p className="sample">
          <b>{sample.label}.</b> {sample.words}
        </p>
      )}
      <ul className="tiles" role="list">
        {view.tiles.map((tile) => (
          <li key={tile.href}>
            <Tile tile={tile} sprite={view.sprite} />
          </li>
        ))}
      </ul>
      {empty && (
        <div className="search-empty stack">
          <h2>{empty.title}</h2>
          <ul>
            {empty.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
          <p className="cluster">
            {empty.links.map(({ href, label }) => (
              <a className="button button-line" key={href} href={href}>
                {label}
              </a>
            ))}
          </p>
        </div>
      )}
      {pages && (
        <nav className="search-pages" aria-label={words.pager}>
          {pages.previous && (
            <a className="button button-line" rel="prev" href={`${pages.previous.href}#${FOUND}`}>
              {pages.previous.label}
            </a>
          )}
          <span className="soft">{pages.here}</span>
          {pages.next && (
            <a className="button button-line" rel="next" href={`${pages.next.href}#${FOUND}`}>
              {pages.next.label}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

/** The same tile as on the catalogue's pages. */
function Tile({ tile, sprite }: { tile: TileView; sprite: string }) {
  const { picture, badge, price } = tile;
  return (
    <article className="tile">
      <div className="tile-picture">
        {'photo' in picture ? (
          <img src={picture.photo} alt="" loading="lazy" width={360} height={360} />
        ) : (
          <svg
            className={`pic pic-${picture.ground}`}
            viewBox="0 0 200 200"
            aria-hidden="true"
            focusable="false"
          >
            <use href={`${sprite}#back-${picture.backdrop}`} />
            <use href={`${sprite}#${picture.motif}`} />
          </svg>
        )}
        {badge && (
          <span
            className="star-badge"
            style={{ '--stars': badge.stars } as CSSProperties}
            title={badge.title}
          >
            {badge.words}
          </span>
        )}
      </div>
      <h2>
        <a href={tile.href}>{tile.name}</a>
      </h2>
      {tile.place && <p>{tile.place}</p>}
      {price && (
        <p className="price-line">
          <span className="price">{price.words}</span>
          {price.sample && <span className="price-sample"> {price.sample}</span>}
        </p>
      )}
      {tile.stock && <p className="stock">{tile.stock}</p>}
    </article>
  );
}
