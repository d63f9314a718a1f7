import { describe, expect, it } from 'vitest';
import type { Fair, NewsItem, Producer } from '../record/types.ts';
import { eventJsonLd, newsJsonLd, producerJsonLd } from './json-ld.ts';

const both = (text: string) => ({ vi: text, en: text });
const page = { lang: 'en' as const, url: 'https://cho.example/en/x' };

const fair: Fair = {
  slug: 'hoi-cho',
  name: both('Fair'),
  place: both('Hall 1, Bắc Ninh'),
  startsOn: '2039-07-01',
  endsOn: '2039-07-04',
  organiser: both('Centre'),
  summary: both('Goods of twelve communes.'),
  stands: [],
  sources: [],
  sample: false,
};

const producer: Producer = {
  id: 'ct-1',
  slug: 'lo-gom',
  formerSlugs: [],
  name: both('Pottery'),
  kind: 'household',
  address: {
    printed: 'xã Phù Lãng, huyện Quế Võ',
    current: {
      province: '24',
      commune: '09301',
      detail: { vi: 'thôn Một', en: 'Một village' },
      status: 'confirmed',
    },
  },
  phone: null,
  sources: [],
  sample: false,
};
const province = { code: '24', name: 'Bắc Ninh', fullName: 'Tỉnh Bắc Ninh', slug: 'bac-ninh' };
const commune = { code: '09301', name: 'Xã Phù Lãng', slug: 'phu-lang-09301', provinceCode: '24' };

describe('what search engines are told', () => {
  it('of a fair: days and place; of a sample nothing', () => {
    expect(eventJsonLd(fair, page)).toMatchObject({
      '@type': 'Event',
      startDate: '2039-07-01',
      endDate: '2039-07-04',
      location: { '@type': 'Place', address: 'Hall 1, Bắc Ninh' },
      url: page.url,
    });
    expect(eventJsonLd({ ...fair, sample: true }, page)).toBeNull();
  });

  it('of news: its day', () => {
    const item: NewsItem = {
      slug: 'tin',
      title: both('News'),
      date: '2039-06-01',
      summary: both('Short.'),
      body: both('Long.'),
      sources: [],
    };
    const data = newsJsonLd(item, {
      ...page,
      siteName: 'Chợ OCOP',
      image: 'https://cho.example/og/site.png',
    });
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'News',
      datePublished: '2039-06-01',
      publisher: { '@type': 'Organization', name: 'Chợ OCOP', url: 'https://cho.example/' },
    });
  });

  it('of a producer: today’s address in the language of the page; no number nobody gave', () => {
    const data = producerJsonLd(producer, { ...page, province, commune });
    expect(data).toMatchObject({
      '@type': 'Organization',
      name: 'Pottery',
      address: {
        streetAddress: 'Một village',
        addressLocality: 'Phù Lãng commune',
        addressRegion: 'Bắc Ninh',
        addressCountry: 'VN',
      },
    });
    expect(data).not.toHaveProperty('telephone');
    expect(producerJsonLd({ ...producer, sample: true }, { ...page, province, commune })).toBeNull();
  });
});
