import { expect, test } from 'vitest';
import { faultNow } from './coupons.ts';

const now = new Date('2039-06-15T02:00:00Z');
const campaign = (change: object) => ({ starts_at: null, ends_at: null, budget: null, ...change });
const budget = (type: string, limit: number, used: number) =>
  campaign({ budget: { type, limit, used, currency_code: 'vnd' } });
const fault = (change: object) =>
  faultNow({ limit: null, used: 0, campaign: null, application_method: { value: 20_000 }, ...change }, now);

test.each([
  [{}, null],
  [{ limit: 3, used: 2 }, null],
  [{ limit: 3, used: 3 }, 'used-up'],
  [{ campaign: campaign({ starts_at: '2039-06-16T00:00:00Z' }) }, 'not-yet'],
  [{ campaign: campaign({ ends_at: '2039-06-14T00:00:00Z' }) }, 'ended'],
  [{ campaign: campaign({ ends_at: '2039-06-16T00:00:00Z' }) }, null],
  [{ campaign: budget('usage', 5, 4) }, null],
  [{ campaign: budget('usage', 5, 5) }, 'used-up'],
  [{ campaign: budget('spend', 100_000, 80_000) }, null],
  [{ campaign: budget('spend', 100_000, 90_000) }, 'used-up'],
  [{ campaign: budget('use_by_attribute', 1, 0) }, 'unsuited'],
])('%j: %s', (change, expected) => expect(fault(change)).toBe(expected));
