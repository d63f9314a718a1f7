import { groups, productSets } from '@ocop/rules/taxonomy';
import { dictionary } from '../i18n/index.ts';
import { paths } from '../i18n/paths.ts';
import type { Lang } from '../record/types.ts';
import type { Found } from './found.ts';
import type { SearchQuery } from './query.ts';
import { decisionKeys, decisionKey } from './document-numbers.ts';
import type { Fact, PlaceFact, Understanding } from './understanding/facts.ts';
import type { Lexicon } from './understanding/lexicon.ts';
import type { LinkView } from './view.ts';

/** What a search text was read as, and the ways out of that. */
export interface UnderstoodView {
  label: string;
  /** One for each fact; its link searches for the text without it. */
  chips: (LinkView & { remove: string })[];
  /** Searches for every word as it stands. */
  literal: LinkView;
  /** From what is known of an old province to all of today's; null where none was named. */
  wider: LinkView | null;
}

/**
 * @param addressOf address of a search
 * @returns null where nothing was read into the text
 */
export function understoodView(
  query: SearchQuery,
  understanding: Understanding | null,
  lexicon: Lexicon,
  lang: Lang,
  addressOf: (query: SearchQuery) => string,
): UnderstoodView | null {
  if (!understanding) return null;
  const messages = dictionary(lang).search.understood;
  return {
    label: messages.label,
    chips: understanding.facts.map((fact) => {
      const label = factLabel(fact, lexicon, lang);
      const without = { ...query, text: fact.without, page: 1 };
      return { href: addressOf(without), label, remove: messages.remove(label) };
    }),
    literal: {
      href: addressOf({ ...query, literal: true, page: 1 }),
      label: messages.literal(query.text),
    },
    wider: widerLink(query, understanding, lexicon, lang, addressOf),
  };
}

function widerLink(
  query: SearchQuery,
  { facts }: Understanding,
  lexicon: Lexicon,
  lang: Lang,
  addressOf: (query: SearchQuery) => string,
): LinkView | null {
  const old = facts.find((fact) => fact.kind === 'place' && fact.around !== null);
  const today = old?.kind === 'place' ? lexicon.provinces[old.provinces[0] ?? ''] : undefined;
  if (!old || today === undefined) return null;
  const text = [old.without, today].filter(Boolean).join(' ');
  return {
    href: addressOf({ ...query, text, page: 1 }),
    label: dictionary(lang).search.understood.wider(today),
  };
}

function factLabel(fact: Fact, lexicon: Lexicon, lang: Lang): string {
  const { search, certificate } = dictionary(lang);
  const messages = search.understood;
  switch (fact.kind) {
    case 'stars':
      return fact.stars.map((stars) => certificate.stars(stars)).join(messages.or);
    case 'state':
      return messages.states[fact.name];
    case 'sale':
      return search.sale[fact.value];
    case 'decision':
      return messages.decision(decisionNumber(fact));
    case 'product-code':
      return messages.productCode(fact.code);
    case 'barcode':
      return messages.barcode(fact.gtin.replace(/^0+/, ''));
    case 'group':
      return namesOf(groups.map(({ slug, shortName }) => ({ slug, name: shortName })));
    case 'set':
      return namesOf(productSets);
    case 'place':
      return placeLabel(fact, lexicon, lang);
  }

  function namesOf(all: readonly { slug: string; name: { vi: string; en: string } }[]): string {
    const slugs = 'slugs' in fact ? fact.slugs : [];
    return all.flatMap(({ slug, name }) => (slugs.includes(slug) ? [name[lang]] : [])).join(messages.or);
  }
}

function decisionNumber({ serial, suffix, year }: Extract<Fact, { kind: 'decision' }>): string {
  const letters =
    suffix === null ? '' : `/${suffix.replace(/^qd/, 'QĐ').replace(/(?<=QĐ-).*/, (s) => s.toUpperCase())}`;
  return `${serial}${letters}${year === null ? '' : ` (${year})`}`;
}

/** An old name says where it lies today; a name of one province of today says no more than itself. */
function placeLabel({ name, isFormer, level, provinces }: PlaceFact, lexicon: Lexicon, lang: Lang): string {
  const messages = dictionary(lang).search.understood;
  const today = provinces.map((code) => lexicon.provinces[code] ?? code);
  if (level === 'province' && !isFormer) return name;
  if (level === 'province') return messages.formerProvince(name, today.join(', '));
  if (today.length > 3) return name;
  return messages.unit(name, today.join(', '));
}

/**
 * Pages that a search leads to besides products: a stamp's, a decision's.
 * @param stamp a stamp's code or address that was typed, see `typedStamp`
 */
export function answersOf(
  stamp: string | null,
  understanding: Understanding | null,
  lexicon: Lexicon,
  lang: Lang,
): LinkView[] {
  const messages = dictionary(lang).search.understood;
  const to = paths(lang);
  if (stamp !== null) return [{ href: stampAddress(stamp, lang), label: messages.openStamp }];
  const decisions = (understanding?.facts ?? []).flatMap((fact) => {
    if (fact.kind !== 'decision') return [];
    const wanted = decisionKey(fact.serial, fact.suffix, fact.year);
    return lexicon.decisions.filter(({ number, year }) => decisionKeys(number, year).includes(wanted));
  });
  return decisions.slice(0, 6).map(({ key, number, year, issuer }) => ({
    href: to.decision(key),
    label: messages.openDecision(number, year, issuer[lang]),
  }));
}

/** Where a typed stamp code or stamp address is checked. */
export function stampAddress(typed: string, lang: Lang): string {
  return `${paths(lang).stampCheck}?${new URLSearchParams({ ma: typed }).toString()}`;
}

/** What has to be said of the facts themselves: stars that nobody is given, a mistyped barcode. */
export function factNotes({ understanding, isWide }: Found, lang: Lang): string[] {
  const messages = dictionary(lang).search.understood;
  return (understanding?.facts ?? []).flatMap((fact) => {
    if (fact.kind === 'stars' && fact.stars.every((stars) => stars < 3)) return [messages.noSuchStars];
    if (fact.kind === 'place' && fact.around !== null && isWide) return [messages.wide(fact.name)];
    if (fact.kind === 'barcode' && !fact.isRight) return [messages.wrongBarcode];
    return [];
  });
}
