import type { Lang } from '../i18n/lang.ts';
import { languages } from '../i18n/lang.ts';
import { dictionary } from '../i18n/index.ts';
import type { ProductCard } from '../record/card.ts';
import { inLanguage, paths } from '../i18n/paths.ts';
import type { LinkType } from './link-types.ts';

/** One link of a thing. `path` is below the site's origin; `lang` null where it has no language. */
export interface Link {
  type: LinkType;
  path: string;
  title: string;
  lang: Lang | null;
  mediaType: string;
}

/** What is known of one thing on one level: the trade item, its lot, one item with its stamp. */
export interface LinkLevel {
  /** The GS1 Digital Link of the thing, below the site's origin. */
  path: string;
  description: string;
  links: Link[];
  /** The kind of link that is the main one on this level; null where the level above has it. */
  main: LinkType | null;
}

const HTML = 'text/html';

function inBoth(type: LinkType, link: (lang: Lang) => { path: string; title: string }): Link[] {
  return languages.map((lang) => ({ type, lang, mediaType: HTML, ...link(lang) }));
}

/** Links of a trade item: its page, the newest decision that recognised it, the stamp check. */
export function tradeItemLevel(path: string, card: ProductCard): LinkLevel {
  const { product } = card;
  const newest = card.recognitions
    .map(({ decision }) => decision)
    .toSorted((a, b) => (a.signedOn ?? '').localeCompare(b.signedOn ?? ''))
    .at(-1);
  return {
    path,
    description: product.name.vi,
    main: 'pip',
    links: [
      ...inBoth('pip', (lang) => ({
        path: paths(lang).product(product.slug),
        title: dictionary(lang).resolver.links.pip(product.name[lang]),
      })),
      ...(newest === undefined
        ? []
        : inBoth('certificationInfo', (lang) => ({
            path: paths(lang).decision(newest.key),
            title: dictionary(lang).resolver.links.certificationInfo(newest.number),
          }))),
      ...inBoth('verificationService', (lang) => ({
        path: paths(lang).stampCheck,
        title: dictionary(lang).resolver.links.verificationService,
      })),
    ],
  };
}

/** Links of a lot that is held: its events. The level above leads people. */
export function lotLevel(path: string, card: ProductCard, lot: string): LinkLevel {
  return {
    path,
    description: `${card.product.name.vi}, ${lot}`,
    main: null,
    links: [
      {
        type: 'epcis',
        path: `/api/epcis/lots/${encodeURIComponent(lot)}`,
        title: dictionary('vi').resolver.links.epcis(lot),
        lang: null,
        mediaType: 'application/ld+json',
      },
    ],
  };
}

/** Links of one item whose stamp is ours: the stamp's page, which tells origin and recalls. */
export function stampLevel(path: string, card: ProductCard, serial: string): LinkLevel {
  const page = (type: 'traceability' | 'recallStatus') =>
    inBoth(type, (lang) => ({
      path: inLanguage(path, lang),
      title: dictionary(lang).resolver.links[type],
    }));
  return {
    path,
    description: `${card.product.name.vi}, ${serial}`,
    main: 'traceability',
    links: [...page('traceability'), ...page('recallStatus')],
  };
}

/**
 * The link to follow: of the nearest level that has that kind, in the wanted language where it
 * speaks it, else the first. Levels go from the most special to the trade item. Null without one.
 */
export function chooseLink(
  levels: readonly LinkLevel[],
  type: LinkType | 'default',
  lang: Lang,
): Link | null {
  for (const { links, main } of levels) {
    const wanted = type === 'default' ? main : type;
    const found = links.filter((link) => link.type === wanted);
    const best = found.find((link) => link.lang === lang) ?? found[0];
    if (best) return best;
  }
  return null;
}
