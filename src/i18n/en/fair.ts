import type { fair as vi } from '../vi/fair.ts';

/** English of `vi/fair.ts`. */
export const fair: typeof vi = {
  title: 'Fairs',
  description: 'Fairs with OCOP products: dates, place, stands and the goods on show.',
  lede: 'Which products, where, and when.',
  when: 'Dates',
  where: 'Place',
  organiser: 'Organiser',
  from: (a: string, b: string) => `${a} – ${b}`,
  now: 'On now',
  upcoming: 'Coming up',
  past: 'Over',
  none: 'No fair on record yet.',
  stands: 'Stands and products',
  stand: 'Stand',
  producer: 'Producer',
  products: 'Products',
};
