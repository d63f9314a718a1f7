import { languages, type Lang } from '../i18n/lang.ts';

/** What a client prefers to read: a page, or the links as data of one media type. */
export type Wanted = 'page' | (typeof DATA_TYPES)[number];

const DATA_TYPES = ['application/linkset+json', 'application/ld+json', 'application/json'] as const;

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

/**
 * Whether a client asks for links as data. Only types it names count, and a page of equal weight
 * wins: whoever takes anything is led to a page.
 */
export function wantedType(accept: string | null): Wanted {
  for (const { value } of choices(accept)) {
    if (value === 'text/html' || value === 'application/xhtml+xml') return 'page';
    const data = DATA_TYPES.find((type) => type === value);
    if (data) return data;
  }
  return 'page';
}

/** The language a reader prefers of those the site speaks; Vietnamese where none is named. */
export function wantedLanguage(acceptLanguage: string | null): Lang {
  for (const { value } of choices(acceptLanguage)) {
    const found = languages.find((lang) => value === lang || value.startsWith(`${lang}-`));
    if (found) return found;
  }
  return 'vi';
}
