/**
 * Statements of producers, by month: `GET /admin/producer-statements`, one as a spreadsheet under
 * `/{producer}/file`, and the fees and payments that staff note under `/{producer}/entries`. Whole đồng.
 */
import { moneyWays } from '@ocop/rules/payment/money-ledger';
import { z } from 'zod';

/** A month of Vietnam, `2026-11`. */
export const statementMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'should be a month like 2026-11');

export const statementsQuery = z.object({ month: statementMonth });
export const statementFileQuery = z.object({
  month: statementMonth,
  lang: z.enum(['vi', 'en']).default('vi'),
});

const kind = z.enum(['fee', 'paid-out']);

/** A fee or a payment of a month. `id` is drawn by who notes it: sent twice, it is noted once. */
export const noteEntry = z.strictObject({
  id: z.uuid(),
  month: statementMonth,
  kind,
  amount: z.int().min(1).max(1_000_000_000_000),
  remark: z.string().trim().min(3).max(500),
});
export type NoteEntry = z.output<typeof noteEntry>;

/** An entry that was a mistake is taken back, and stays in sight with the reason. */
export const takeBackEntry = z.strictObject({ remark: z.string().trim().min(3).max(500) });

const sums = z.object({
  came: z.record(z.enum(moneyWays), z.number()),
  back: z.number(),
  fees: z.number(),
  paidOut: z.number(),
  balance: z.number(),
});

/** One producer's month. `id` is null for goods whose sender nobody knows. */
export const producerStatement = z.object({
  producer: z.object({ id: z.string().nullable(), name: z.string() }),
  orders: z.number(),
  sums,
  entries: z.array(
    z.object({
      id: z.string(),
      kind,
      amount: z.number(),
      remark: z.string(),
      by: z.string(),
      at: z.string(),
      /** Why it was taken back; null for one that counts. */
      takenBack: z.string().nullable(),
    }),
  ),
});
export type ProducerStatement = z.output<typeof producerStatement>;

export const statementsAnswer = z.object({ month: statementMonth, statements: z.array(producerStatement) });
export type StatementsAnswer = z.output<typeof statementsAnswer>;
