import { figuresIn } from './figures.ts';
import type { vi } from './vi.ts';
import { confirmation } from './en/confirmation.ts';
import { delivery } from './en/delivery.ts';
import { desk } from './en/desk.ts';
import { events } from './en/events.ts';
import { lots } from './en/lots.ts';
import { orderMessages } from './en/order-messages.ts';
import { orders } from './en/orders.ts';
import { page } from './en/page.ts';
import { people } from './en/people.ts';
import { recalls } from './en/recalls.ts';
import { refusal } from './en/refusal.ts';
import { reports } from './en/reports.ts';
import { scans, suspicious } from './en/scans.ts';
import { selling } from './en/selling.ts';
import { stamps } from './en/stamps.ts';
import { statements } from './en/statements.ts';
import { transfers } from './en/transfers.ts';

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
    held: 'Held from sale',
    recalls: 'Recalls',
    delivery: 'Delivery prices',
    transfers: 'Transfers and cards',
    statements: 'Producer statements',
    people: 'People',
  },
  page,
  people,
  delivery,
  desk,
  lots,
  orders,
  stamps,
  scans,
  suspicious,
  reports,
  recalls,
  selling,
  statements,
  transfers,
  events,
  confirmation,
  orderMessages,
  refusal,
};
