import { figuresIn } from '../figures.ts';
import type { vi } from '../vi/index.ts';
import { events } from './events.ts';
import { lots } from './lots.ts';
import { orders } from './orders.ts';
import { page } from './page.ts';
import { recalls } from './recalls.ts';
import { refusal } from './refusal.ts';
import { reports } from './reports.ts';
import { scans, suspicious } from './scans.ts';
import { stamps } from './stamps.ts';

export const en: typeof vi = {
  lang: 'en',
  figures: figuresIn('en'),
  menu: {
    traceability: 'Traceability',
    lots: 'Lots',
    orders: 'Stamp orders',
    scans: 'Scans',
    suspicious: 'Suspicious codes',
    reports: 'Consumer reports',
    recalls: 'Recalls',
  },
  page,
  lots,
  orders,
  stamps,
  scans,
  suspicious,
  reports,
  recalls,
  events,
  refusal,
};
