import type { PlainDate } from '@ocop/rules/date';
import { languages } from '../i18n/lang.ts';
import { inLanguage, paths } from '../i18n/paths.ts';
import type { PublicRecord } from '../record/types.ts';

/** Pages made on demand that a search engine should know of all the same. */
export const onDemandInSitemap: readonly string[] = languages.map((lang) => paths(lang).stampCheck);

/**
 * Address of a page (in Vietnamese) → the last day the record dates something on it: the signing of a
 * decision, the day of a piece of news. Pages without such a day are left out, since the day of a build
 * says nothing about what a page tells; so are days to come.
 */
export function lastChanges(record: PublicRecord, today: PlainDate): ReadonlyMap<string, PlainDate> {
  const to = paths('vi');
  const entries: [string, (PlainDate | null)[]][] = [
    ...record.news.map(({ slug, date }): [string, PlainDate[]] => [to.newsItem(slug), [date]]),
    ...record.decisions.map(({ key, signedOn, sources }): [string, (PlainDate | null)[]] => [
      to.decision(key),
      [signedOn, ...sources.map(({ seenOn }) => seenOn)],
    ]),
    ...record.products.map(({ slug, sources }): [string, (PlainDate | null)[]] => [
      to.product(slug),
      [
        ...record.decisionsNaming(slug).map(({ signedOn }) => signedOn),
        ...sources.map(({ seenOn }) => seenOn),
      ],
    ]),
    ...record.producers.map(({ slug, sources }): [string, (PlainDate | null)[]] => [
      to.producer(slug),
      sources.map(({ seenOn }) => seenOn),
    ]),
  ];
  return new Map(
    entries.flatMap(([address, days]) => {
      const last = days
        .flatMap((day) => (day !== null && day <= today ? [day] : []))
        .sort()
        .at(-1);
      return last ? [[address, last] as const] : [];
    }),
  );
}

/** The day of the page at an absolute address, the same in both languages; undefined where none is known. */
export function lastChangeOf(url: string, changes: ReadonlyMap<string, PlainDate>): PlainDate | undefined {
  const { pathname } = new URL(url);
  return changes.get(inLanguage(pathname, 'vi'));
}
