/** `GET /admin/money-ledger`: the shop's book of money (@ocop/rules/payment/money-ledger), a page at a time. */
import { moneyUses, moneyWays } from '@ocop/rules/payment/money-ledger';
import { z } from 'zod';

/** The most entries of one page. */
export const LEDGER_PAGE = 500;

const day = z.iso.date();

/** Days of Vietnam, both counted in; `after` is the cursor of the page before. */
export const ledgerQuery = z
  .object({ from: day, to: day, after: z.string().max(200).optional() })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'should be the first day or a later one' });

export const ledgerPage = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      way: z.enum(moneyWays),
      use: z.enum(moneyUses),
      amount: z.number(),
      order: z.string().nullable(),
      source: z.string(),
      reference: z.string().nullable(),
    }),
  ),
  /** What is known of the money of each order on this page, of all times. */
  accounts: z.array(
    z.object({
      order: z.string(),
      canceled: z.boolean(),
      captured: z.number(),
      refunded: z.number(),
      payments: z.number(),
      booked: z.number(),
      transfer: z.object({ asked: z.number(), came: z.number(), settled: z.boolean() }).nullable(),
    }),
  ),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
});

export type LedgerPage = z.output<typeof ledgerPage>;
