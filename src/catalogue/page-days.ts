/**
 * The day each page of the record last changed, for the sitemap. It follows from the record alone: from
 * the days its facts were read, decided and turned, never from the clock of the build, which would tell
 * crawlers that every page changes with every build.
 */
import { nextStateChange } from '@ocop/rules/certificate/certificate';
import { certificateOf } from '@ocop/rules/certificate/standing';
import { addDays, type PlainDate } from '@ocop/rules/date';
import { groupOf, productSet } from '@ocop/rules/taxonomy';
import { inLanguage, paths } from '../i18n/paths.ts';
import type { Product, PublicRecord, Recognition, Source } from '../record/types.ts';

/** Before the programme began: a day every certificate turns after. */
const BEFORE_ALL = '2018-01-01';

/**
 * Days of pages by their Vietnamese address; a list's day is the latest of what it shows.
 * @param today days after it have not come: a fair that is to open, a certificate that is to run out
 * @returns without the pages nothing in the record gives a day for
 */
export function pageDays(record: PublicRecord, today: PlainDate): Map<string, PlainDate> {
  const days = new Map<string, PlainDate>();
  const to = paths('vi');
  const note = (path: string, of: readonly (PlainDate | null)[]) => {
    const latest = [days.get(path), ...of].filter((day) => day != null && day <= today).sort();
    const day = latest.at(-1);
    if (day != null) days.set(path, day);
  };

  for (const product of record.products) {
    const of = productDays(record, product, today);
    for (const path of pagesShowing(product)) note(path, of);
  }
  for (const { slug, sources } of record.producers) {
    for (const path of [to.producer(slug), to.producers()]) note(path, read(sources));
  }
  for (const { key, signedOn, sources } of record.decisions) {
    for (const path of [to.decision(key), to.decisions]) note(path, [signedOn, ...read(sources)]);
  }
  for (const { slug, startsOn, endsOn, sources } of record.fairs) {
    for (const path of [to.fair(slug), to.fairs])
      note(path, [startsOn, addDays(endsOn, 1), ...read(sources)]);
  }
  for (const { slug, date } of record.news) {
    for (const path of [to.newsItem(slug), to.news, to.home]) note(path, [date]);
  }
  for (const { sources } of record.pointsOfSale) note(to.pointsOfSale, read(sources));
  return days;

  /** Its own page, and every list it stands in. */
  function pagesShowing({ slug, set, producer, origin }: Product): string[] {
    const { current } = origin;
    const commune = current?.commune ? record.commune(current.commune) : null;
    const province = current && record.province(current.province);
    return [
      ...[
        to.home,
        to.products(),
        to.product(slug),
        to.set(productSet(set).slug),
        to.group(groupOf(set).slug),
      ],
      ...record.recognitionsOf(slug).flatMap(({ stars }) => (stars === null ? [] : [to.stars(stars)])),
      ...(producer === null ? [] : [to.producer(producer), to.producers()]),
      ...(commune ? [to.commune(commune.slug)] : []),
      ...(province ? [to.province(province.slug)] : []),
    ];
  }
}

/** The day of a page in either language, of any slice of a list; null where none is known. */
export function dayOfPage(days: ReadonlyMap<string, PlainDate>, path: string): PlainDate | null {
  const first = inLanguage(path, 'vi').replace(/\/trang\/\d+$/, '');
  return days.get(first) ?? null;
}

function productDays(record: PublicRecord, product: Product, today: PlainDate): (PlainDate | null)[] {
  const recognitions = record.recognitionsOf(product.slug);
  return [
    ...read(product.sources),
    ...product.reported.map(({ source }) => source.seenOn),
    ...recognitions.flatMap(({ sources, decision }) => [decision.signedOn, ...read(sources)]),
    ...recognitions.flatMap((recognition) => turns(recognition, today)),
  ];
}

/** The days until `today` on which a certificate began, neared its end or ended. */
function turns(recognition: Recognition, today: PlainDate): PlainDate[] {
  const certificate = certificateOf(recognition);
  const days: PlainDate[] = [];
  for (
    let day = certificate && nextStateChange(certificate, BEFORE_ALL);
    certificate && day !== null && day <= today;
    day = nextStateChange(certificate, day)
  ) {
    days.push(day);
  }
  return days;
}

function read(sources: readonly Source[]): (PlainDate | null)[] {
  return sources.map(({ seenOn }) => seenOn);
}
