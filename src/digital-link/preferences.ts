import { languages, type Lang } from '../i18n/lang.ts';

const DATA_TYPES = ['application/linkset+json', 'application/ld+json', 'application/json'] as const;
type DataType = (typeof DATA_TYPES)[number];

/** What a client prefers to read: a page, links as data of one media type, or whatever there is. */
export type Wanted = 'page' | 'anything' | DataType;

/** Whether data is preferred to a page. */
export function isData(wanted: Wanted): wanted is DataType {
  return wanted !== 'page' && wanted !== 'anything';
}

interface Choice {
  value: string;
  weight: number;
}

/** Choices of an Accept header by weight, those refused (q=0) left out (RFC 9110, 12.4.2). */
function choices(header: string | null): Choice[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { value: value.toLowerCase(), weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
}

/** What a client prefers by its Accept header. Only types it names count, not wildcards. */
export function wantedType(accept: string | null): Wanted {
  for (const { value } of choices(accept)) {
    if (value === 'text/html' || value === 'application/xhtml+xml') return 'page';
    const data = DATA_TYPES.find((type) => type === value);
    if (data) return data;
  }
  return 'anything';
}

/** The language a reader prefers of those the site speaks; Vietnamese where none is named. */
export function wantedLanguage(acceptLanguage: string | null): Lang {
  for (const { value } of choices(acceptLanguage)) {
    const found = languages.find((lang) => value === lang || value.startsWith(`${lang}-`));
    if (found) return found;
  }
  return 'vi';
}
