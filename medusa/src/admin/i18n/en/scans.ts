import { figuresIn } from '../figures.ts';
import type { scans as viScans, suspicious as viSuspicious } from '../vi/scans.ts';

const { number } = figuresIn('en');

export const scans: typeof viScans = {
  title: 'Scans',
  window: 'Period',
  days: (n) => `Last ${n} days`,
  total: 'Scans in all',
  scans: (n) => `${number(n)} ${n === 1 ? 'scan' : 'scans'}`,
  mean: 'A day, on average',
  busiest: 'Busiest day',
  byDay: 'By day',
  byProvince: 'By province',
  byProduct: 'By product',
  day: 'Day',
  province: 'Province',
  product: 'Product',
  count: 'Scans',
  allProducts: 'all products',
  asTable: 'See it as a table',
  empty: 'There are no scans in this period. Choose a longer one.',
  counted:
    'A device that scans again within 10 minutes counts once; search engines and previews do not count. Of more than 100 scans of one stamp from one network in a day, 100 are kept. Scans are kept for 90 days.',
};

export const suspicious: typeof viSuspicious = {
  title: 'Suspicious codes',
  intro:
    'Codes with a score of 60 or more, or with a warning: one genuine stamp may have been copied many times. This is a reason to go and look, not a verdict.',
  empty: 'No code is suspicious. Good, there is nothing to do.',
  code: 'Code',
  score: 'Score',
  why: 'Why',
  scans: 'Scans',
  last: 'Latest',
  open: 'Open its history',
  warned: 'Warned since',
  notWarned: 'not',
  noCode: 'this server has no stamp keys',
};
