import { unitNameIn } from '@ocop/rules/place/place-line';
import { groups, productSets } from '@ocop/rules/taxonomy';
import type { GroupCode, ProductSet } from '@ocop/rules/taxonomy';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Motif } from '../../illustration/drawing.ts';
import type { Commune, Province, PublicRecord } from '../../record/types.ts';
import { paths } from '../../i18n/paths.ts';
import type { Catalogue } from '../catalogue.ts';

/** Which list a page shows; at most one of these is set. */
export type ListKey =
  | { kind: 'all' }
  | { kind: 'group'; code: GroupCode }
  | { kind: 'set'; set: ProductSet }
  | { kind: 'stars'; stars: number }
  | { kind: 'province'; province: Province }
  | { kind: 'commune'; commune: Commune };

export interface FilterLink {
  href: string;
  label: string;
  count: number;
  current: boolean;
  motif?: Motif;
}

export interface FilterRow {
  title: string;
  links: FilterLink[];
}

/** The thing that stands for each group. */
export const groupMotifs: Record<GroupCode, Motif> = {
  I: 'rice',
  II: 'tea',
  III: 'remedy',
  IV: 'pot',
  V: 'flowers',
  VI: 'village',
};

/** The six groups with how many products each has; groups without products are left out. */
export function groupRow(catalogue: Catalogue, lang: Lang, key: ListKey): FilterRow {
  const code = key.kind === 'group' ? key.code : key.kind === 'set' ? key.set.group : null;
  const links = groups.map((group) => ({
    href: paths(lang).group(group.slug),
    label: group.shortName[lang],
    count: catalogue.ofGroup(group.code).length,
    current: group.code === code,
    motif: groupMotifs[group.code],
  }));
  return { title: dictionary(lang).catalogue.browse.groups, links: links.filter(({ count }) => count > 0) };
}

/** Sets of the group at hand; of all groups on the whole list; none where a place is at hand. */
function setRow(catalogue: Catalogue, lang: Lang, key: ListKey): FilterRow {
  const group = key.kind === 'group' ? key.code : key.kind === 'set' ? key.set.group : null;
  const shown = productSets.filter(({ group: code }) => key.kind === 'all' || code === group);
  return {
    title: dictionary(lang).catalogue.browse.sets,
    links: shown.map((set) => ({
      href: paths(lang).set(set.slug),
      label: set.name[lang],
      count: catalogue.ofSet(set.no).length,
      current: key.kind === 'set' && key.set.no === set.no,
    })),
  };
}

function starRow(catalogue: Catalogue, lang: Lang, key: ListKey): FilterRow {
  const { catalogue: messages, certificate } = dictionary(lang);
  return {
    title: messages.browse.stars,
    links: [5, 4, 3].map((stars) => ({
      href: paths(lang).stars(stars),
      label: certificate.stars(stars),
      count: catalogue.ofStars(stars).length,
      current: key.kind === 'stars' && key.stars === stars,
    })),
  };
}

/** All provinces, then the communes of the province at hand. */
function placeRows(catalogue: Catalogue, record: PublicRecord, lang: Lang, key: ListKey): FilterRow[] {
  const messages = dictionary(lang).catalogue.browse;
  const here =
    key.kind === 'province' ? key.province.code : key.kind === 'commune' ? key.commune.provinceCode : null;
  return [
    {
      title: messages.provinces,
      links: record.provincesWithProducts.map(({ code, name, slug }) => ({
        href: paths(lang).province(slug),
        label: name,
        count: catalogue.ofProvince(code).length,
        current: code === here,
      })),
    },
    {
      title: messages.communes,
      links: record.communesWithProducts
        .filter(({ provinceCode }) => provinceCode === here)
        .map(({ code, name, slug }) => ({
          href: paths(lang).commune(slug),
          label: unitNameIn(name, lang),
          count: catalogue.ofCommune(code).length,
          current: key.kind === 'commune' && key.commune.code === code,
        })),
    },
  ];
}

/** The rows below the groups: sets, places, stars in force. Every link is a list of its own. */
export function furtherRows(
  catalogue: Catalogue,
  record: PublicRecord,
  lang: Lang,
  key: ListKey,
): FilterRow[] {
  return [
    setRow(catalogue, lang, key),
    ...placeRows(catalogue, record, lang, key),
    starRow(catalogue, lang, key),
  ]
    .map((row) => ({ ...row, links: row.links.filter(({ count }) => count > 0) }))
    .filter(({ links }) => links.length > 0);
}

/** The search for what of a list can be bought at this moment, which a built page cannot know. */
export function inStockSearch(list: ListKey, lang: Lang): string {
  const query = new URLSearchParams();
  if (list.kind === 'commune') query.set('q', list.commune.name);
  query.set('ban', 'in-stock');
  if (list.kind === 'stars') query.set('sao', String(list.stars));
  const group = list.kind === 'group' && groups.find(({ code }) => code === list.code);
  if (group) query.set('nhom', group.slug);
  if (list.kind === 'set') query.set('bo', list.set.slug);
  if (list.kind === 'province') query.set('tinh', list.province.slug);
  return `${paths(lang).search()}?${query}`;
}
