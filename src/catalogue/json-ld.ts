/** schema.org data of fairs, news and producers, for search engines. Only facts of the record. */
import { unitNameIn } from '@ocop/rules/place/place-line';
import type { Lang } from '../i18n/lang.ts';
import type { Commune, Fair, NewsItem, Producer, Province } from '../record/types.ts';

interface Page {
  lang: Lang;
  /** Absolute address of the page. */
  url: string;
}

/** A fair; null for a sample, which nobody can visit. */
export function eventJsonLd(fair: Fair, { lang, url }: Page): object | null {
  if (fair.sample) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: fair.name[lang],
    startDate: fair.startsOn,
    endDate: fair.endsOn,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: fair.place[lang], address: fair.place[lang] },
    organizer: { '@type': 'Organization', name: fair.organiser[lang] },
    description: fair.summary[lang],
    url,
  };
}

/** A piece of news of this site. */
export function newsJsonLd(
  item: NewsItem,
  { lang, url, siteName, image }: Page & { siteName: string; image: string },
) {
  const publisher = { '@type': 'Organization', name: siteName, url: new URL('/', url).href };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: item.title[lang],
    description: item.summary[lang],
    datePublished: item.date,
    inLanguage: lang,
    image,
    mainEntityOfPage: url,
    author: publisher,
    publisher,
  };
}

/** Who makes goods, with today's address; null for a sample. */
export function producerJsonLd(
  producer: Producer,
  { lang, url, province, commune }: Page & { province: Province | null; commune: Commune | null },
): object | null {
  if (producer.sample) return null;
  const { detail } = producer.address.current ?? { detail: null };
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: producer.name[lang],
    url,
    ...(producer.phone === null ? {} : { telephone: producer.phone }),
    ...(province && {
      address: {
        '@type': 'PostalAddress',
        ...(detail && { streetAddress: detail[lang] }),
        ...(commune && { addressLocality: unitNameIn(commune.name, lang) }),
        addressRegion: province.name,
        addressCountry: 'VN',
      },
    }),
  };
}
