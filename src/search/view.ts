import type { PlainDate } from '@ocop/rules/date';
import { formatDong } from '@ocop/rules/money';
import { orderBar } from '@ocop/rules/order-bar';
import type { SaleHold } from '@ocop/rules/sale-hold';
import { heldShort } from '../shop/availability/held-messages.ts';
import { LOW_STOCK } from '../shop/availability/availability.ts';
import { starsUntil } from '../catalogue/certificate/schedule.ts';
import { dictionary } from '../i18n/index.ts';
import { drawingOf, spriteAddress } from '../illustration/drawing.ts';
import type { Lang } from '../record/types.ts';
import { paths } from '../i18n/paths.ts';
import type { Tile } from './document.ts';
import { facetViews, type FacetView } from './facet-view.ts';
import { pageCount, type SearchOutcome } from './found.ts';
import { noLexicon, type Lexicon } from './understanding/lexicon.ts';
import { answersOf, factNotes, understoodView, type UnderstoodView } from './understood-view.ts';
import {
  facetKeys,
  isBare,
  isNarrowed,
  parameters,
  sortKeys,
  toggled,
  writeQuery,
  type ParsedQuery,
  type SearchQuery,
} from './query.ts';

/** A link with its words. */
export interface LinkView {
  href: string;
  label: string;
}

/** One result, every word ready to be shown. */
export interface TileView {
  href: string;
  name: string;
  place: string | null;
  /** A gold badge: only for stars in force today. */
  badge: { stars: number; words: string; title: string } | null;
  price: { words: string; sample: string | null } | null;
  stock: string | null;
  picture: { photo: string } | { ground: string; motif: string; backdrop: number };
}

/** Everything the search page shows, in words of one language; also the answer of `/api/search`. */
export interface SearchView {
  lang: Lang;
  /** Address of the search page without a query; the form goes there. */
  action: string;
  /** Name and value of every part of the search, as a form would send them. */
  fields: [name: string, value: string][];
  title: string;
  /** How much was found; announced to screen readers when it changes. */
  status: string;
  notes: string[];
  /** What the text was read as; null where its words were only looked for. */
  understood: UnderstoodView | null;
  /** Pages the text leads to besides products: a stamp's, a decision's. */
  answers: LinkView[];
  facets: FacetView[];
  chips: (LinkView & { remove: string })[];
  clear: LinkView | null;
  sorts: { value: string; label: string }[];
  tiles: TileView[];
  pages: { previous: LinkView | null; next: LinkView | null; here: string } | null;
  empty: { title: string; hints: readonly string[]; links: LinkView[] } | null;
  sample: { label: string; words: string } | null;
  /** Address of the sheet of drawings. */
  sprite: string;
  /** Names of the two fields with a place of their own on the page. */
  names: { text: string; literal: string; sort: string; page: string };
  words: {
    label: string;
    hint: string;
    submit: string;
    apply: string;
    filters: string;
    results: string;
    sort: string;
    chips: string;
    pager: string;
    answers: string;
    showResults: string;
    close: string;
    failed: string;
  };
}

/** What a view is made from besides the outcome. */
export interface ViewContext {
  lang: Lang;
  today: PlainDate;
  /** The search as the visitor asked for it, before a page too far was brought back. */
  asked: ParsedQuery;
  /** Names of places and decisions; none when left out. */
  lexicon?: Lexicon;
  /** The stamp's code or address that was typed in full, which may be longer than any search. */
  stamp?: string | null;
  /** Price in đồng and pieces left of a pack now; null where only the indexed price is known. */
  offerNow: (sku: string) => { price: number; available: number | null; held?: SaleHold | null } | null;
  /** Address of the producer's photo; null gives a drawing. */
  photo: (tile: Tile) => string | null;
}

/** Turns what was found into what is shown. Stars are asked of the rules for `today`, not of the index. */
export function searchView(outcome: SearchOutcome, context: ViewContext): SearchView {
  const { lang, asked, lexicon = noLexicon, stamp = null } = context;
  const { search, site } = dictionary(lang);
  const { query } = outcome;
  const found = outcome.ok ? outcome.found : null;
  const tiles = found?.tiles ?? [];
  const understanding = found?.understanding ?? null;
  const facets = facetViews(query, found, lang);
  const sampled = tiles.some((tile) => tile.sample || tile.offer?.sample);
  return {
    lang,
    action: paths(lang).search(),
    fields: [...new URLSearchParams(writeQuery(query))],
    title: query.text ? search.titleFor(query.text) : search.title,
    status: statusMessage(outcome, lang),
    notes: noteMessages(outcome, asked, lang),
    understood: understoodView(query, understanding, lexicon, lang, (other) => address(other, lang)),
    answers: answersOf(stamp, understanding, lexicon, lang),
    facets,
    chips: chipsOf(query, facets, lang),
    clear: isNarrowed(query)
      ? { href: address({ ...withoutFacets(query), page: 1 }, lang), label: search.clear }
      : null,
    sorts: sortKeys.map((value) => ({ value, label: search.sort[value] })),
    tiles: tiles.map((tile) => tileView(tile, context)),
    pages: found && found.total > tiles.length ? pagesOf(query, found.total, lang) : null,
    empty: tiles.length > 0 ? null : emptyView(outcome, lang),
    sample: sampled ? { label: site.sample.label, words: site.sample.page } : null,
    sprite: spriteAddress,
    names: {
      text: parameters.text,
      literal: parameters.literal,
      sort: parameters.sort,
      page: parameters.page,
    },
    words: {
      label: search.label,
      hint: search.hint,
      submit: search.submit,
      apply: search.apply,
      filters: search.filters,
      results: search.resultsLabel,
      sort: search.sortLabel,
      chips: search.chips,
      pager: search.pager,
      answers: search.understood.answers,
      showResults: found ? search.show(found.total) : search.apply,
      close: search.close,
      failed: search.failed,
    },
  };
}

/** Address of a search in one language. */
export function address(query: SearchQuery, lang: Lang): string {
  const written = writeQuery(query);
  return paths(lang).search() + (isBare(query) ? '' : `?${written}`);
}

function withoutFacets(query: SearchQuery): SearchQuery {
  return facetKeys.reduce<SearchQuery>(
    (left, key) => ({ ...left, facets: { ...left.facets, [key]: [] } }),
    query,
  );
}

function statusMessage(outcome: SearchOutcome, lang: Lang): string {
  const { search } = dictionary(lang);
  if (!outcome.ok) return search.unavailableTitle;
  const { query, found } = outcome;
  const { text } = query;
  if (found.total === 0) return text ? search.foundNoneFor(text) : search.foundNone;
  const count = text ? search.foundFor(found.total, text) : search.found(found.total);
  const pages = pageCount(found.total);
  return query.page > 1 ? `${count}, ${search.pageOf(query.page, pages)}` : count;
}

function noteMessages(outcome: SearchOutcome, asked: ParsedQuery, lang: Lang): string[] {
  const { search } = dictionary(lang);
  const notes: string[] = [];
  if (outcome.ok && outcome.source === 'small-index') notes.push(search.smallIndex);
  if (asked.ignored.length > 0) notes.push(search.ignored(asked.ignored.join(', ')));
  if (outcome.ok && outcome.query.page < asked.query.page) {
    notes.push(search.pageMoved(outcome.query.page));
  }
  if (outcome.ok) notes.push(...factNotes(outcome.found, lang));
  if (outcome.ok && outcome.found.loosened) notes.push(search.loosened(outcome.query.text));
  return notes;
}

function chipsOf(query: SearchQuery, facets: readonly FacetView[], lang: Lang): SearchView['chips'] {
  const { understood } = dictionary(lang).search;
  const literal = {
    href: address({ ...query, literal: false, page: 1 }, lang),
    label: understood.isLiteral,
    remove: understood.notLiteral,
  };
  const chosen = facets.flatMap(({ key, options }) =>
    options
      .filter((option) => option.chosen && !option.byText)
      .map(({ value, label }) => ({
        href: address(toggled(query, key, value), lang),
        label,
        remove: dictionary(lang).search.remove(label),
      })),
  );
  return query.literal ? [literal, ...chosen] : chosen;
}

function pagesOf(query: SearchQuery, total: number, lang: Lang): SearchView['pages'] {
  const { search } = dictionary(lang);
  const last = pageCount(total);
  const link = (page: number, label: string) =>
    page >= 1 && page <= last ? { href: address({ ...query, page }, lang), label } : null;
  return {
    previous: link(query.page - 1, search.previous),
    next: link(query.page + 1, search.next),
    here: search.pageOf(query.page, last),
  };
}

function emptyView(outcome: SearchOutcome, lang: Lang): SearchView['empty'] {
  const { search } = dictionary(lang);
  const to = paths(lang);
  const links: LinkView[] = [
    { href: to.products(), label: search.emptyProducts },
    { href: to.producers(), label: search.emptyProducers },
  ];
  if (!outcome.ok) {
    return { title: search.emptyTitle, hints: [search.unavailable], links };
  }
  if (isNarrowed(outcome.query)) {
    const href = address(withoutFacets(outcome.query), lang);
    links.unshift({ href, label: search.emptyWithoutFilters });
  }
  return { title: search.emptyTitle, hints: search.emptyHints, links };
}

function tileView(tile: Tile, { lang, today, offerNow, photo }: ViewContext): TileView {
  const { certificate } = dictionary(lang);
  const stars = starsUntil(tile.recognitions, tile.reported, today);
  const address = photo(tile);
  return {
    href: paths(lang).product(tile.slug),
    name: tile.name[lang],
    place: (tile.place ?? tile.producer?.name)?.[lang] ?? null,
    badge: stars && {
      stars: stars.stars,
      words: certificate.badge(stars.stars),
      title: `${certificate.badge(stars.stars)} – ${stars.decision}`,
    },
    ...offerView(tile, lang, offerNow),
    picture: address ? { photo: address } : drawingOf(tile),
  };
}

function offerView(
  { offer, set }: Tile,
  lang: Lang,
  offerNow: ViewContext['offerNow'],
): Pick<TileView, 'price' | 'stock'> {
  const { search, site } = dictionary(lang);
  if (!offer || offer.packs.length === 0) return { price: null, stock: search.sale['not-sold'] };
  const packs = offer.packs.map((pack) => ({
    available: null,
    held: null,
    ...pack,
    ...offerNow(pack.sku),
  }));
  const cheapest = formatDong(Math.min(...packs.map((pack) => pack.price)), lang);
  const left = packs.reduce((sum, { available }) => sum + (available ?? Infinity), 0);
  const why = packs.find((pack) => pack.held)?.held;
  const held = why ? heldShort[lang][why] : null;
  return {
    price: {
      words: packs.length > 1 ? search.offerFrom(cheapest) : cheapest,
      sample: offer.sample ? site.sample.label.toLowerCase() : null,
    },
    stock: orderBar({ set, notices: [] })
      ? search.notOrdered
      : left === 0
        ? (held ?? search.soldOut)
        : left <= LOW_STOCK
          ? search.low(left)
          : null,
  };
}
