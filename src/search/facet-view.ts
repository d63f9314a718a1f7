import { groups, productSets } from '@ocop/rules/taxonomy';
import { formatDong } from '@ocop/rules/money';
import { dictionary } from '../i18n/index.ts';
import type { Lang } from '../record/types.ts';
import type { FacetCount, Found } from './found.ts';
import {
  facetKeys,
  parameters,
  priceBandKeys,
  priceBands,
  saleKeys,
  standingKeys,
  type FacetKey,
  type SearchQuery,
} from './query.ts';
import { facetOf } from './readings.ts';

/** One value a search can be narrowed by. */
export interface OptionView {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
  /** Chosen by the words of the search, and taken back there. */
  byText: boolean;
}

/** One facet with its values in the order shown. */
export interface FacetView {
  key: FacetKey;
  /** Name of the form field. */
  name: string;
  title: string;
  options: OptionView[];
  /** How many options are shown at once; the rest open on demand. */
  shown: number;
  more: string;
}

/** Options shown without asking for more, and the most that are listed at all. */
const SHOWN = 6;
const LISTED = 30;

/** Facets with a natural order; the others put the most frequent first. */
const order: Partial<Record<FacetKey, readonly string[]>> = {
  sale: saleKeys,
  stars: ['5', '4', '3'],
  standing: standingKeys,
  group: groups.map((group) => group.slug),
  price: priceBandKeys,
};

/**
 * The facets of a search in one language. Values that would leave nothing are left out, and
 * so are facets that every result shares; chosen values never: they must stay in sight to be taken
 * back.
 * @param found null when there is no answer; then only what is chosen is listed
 */
export function facetViews(
  query: SearchQuery,
  found: Pick<Found, 'facets' | 'total' | 'understanding'> | null,
  lang: Lang,
): FacetView[] {
  const { search } = dictionary(lang);
  const said = (found?.understanding?.facts ?? []).flatMap((fact) => facetOf(fact) ?? []);
  const byText = (key: FacetKey) => said.filter((one) => one.key === key).flatMap(({ values }) => values);
  const narrows = (options: OptionView[]) =>
    options.length > 1 || options.some(({ chosen, count }) => chosen || count !== found?.total);
  return facetKeys
    .map((key): FacetView => {
      const options = optionsOf(key, query.facets[key], byText(key), found?.facets[key] ?? [], lang);
      const chosen = options.findLastIndex((option) => option.chosen) + 1;
      const shown = options.length <= SHOWN + 2 ? options.length : Math.max(SHOWN, chosen);
      return {
        key,
        name: parameters[key],
        title: search.facets[key],
        options,
        shown,
        more: search.more(options.length - shown),
      };
    })
    .filter(({ options }) => narrows(options));
}

function optionsOf(
  key: FacetKey,
  chosen: readonly string[],
  byText: readonly string[],
  counts: readonly FacetCount[],
  lang: Lang,
): OptionView[] {
  const counted = new Map(counts.map((count) => [count.value, count]));
  for (const value of chosen) {
    if (!counted.has(value)) counted.set(value, { value, name: null, count: 0 });
  }
  const ranks = order[key];
  const rank = ({ value, count }: OptionView) => (ranks ? ranks.indexOf(value) : -count);
  const options = [...counted.values()]
    .map((count) => ({
      value: count.value,
      label: labelOf(key, count, lang),
      count: count.count,
      chosen: chosen.includes(count.value) || byText.includes(count.value),
      byText: byText.includes(count.value),
    }))
    // Without an order of its own, what is chosen leads, so that it is never behind "more".
    .sort((a, b) => (ranks ? 0 : Number(b.chosen) - Number(a.chosen)) || rank(a) - rank(b) || byLabel(a, b));
  return options.slice(0, LISTED);
}

function byLabel(a: OptionView, b: OptionView): number {
  return a.label.localeCompare(b.label, 'vi');
}

function labelOf(key: FacetKey, { value, name }: FacetCount, lang: Lang): string {
  const { search, certificate } = dictionary(lang);
  const standings: Record<string, string> = search.standing;
  const sales: Record<string, string> = search.sale;
  switch (key) {
    case 'sale':
      return sales[value] ?? value;
    case 'stars':
      return certificate.stars(Number(value));
    case 'standing':
      return standings[value] ?? value;
    case 'group':
      return groups.find((group) => group.slug === value)?.shortName[lang] ?? value;
    case 'set':
      return productSets.find((set) => set.slug === value)?.name[lang] ?? value;
    case 'price':
      return priceLabel(value, lang);
    default:
      // A maker or province that no result has: its slug is all that is known of it.
      return name?.[lang] ?? value.replaceAll('-', ' ');
  }
}

function priceLabel(value: string, lang: Lang): string {
  const messages = dictionary(lang).search.price;
  const band = priceBands.find(({ key }) => key === value);
  if (!band || band.from === null) return messages.none;
  if (band.to === null) return messages.over(formatDong(band.from, lang));
  if (band.from === 0) return messages.under(formatDong(band.to, lang));
  return messages.between(formatDong(band.from, lang), formatDong(band.to, lang));
}
