/** `/admin/traceability/recalls` */
import { z } from 'zod';
import { bilingual, paging, range, segment } from './fields.ts';

/** Text buyers read. English may be left out in a hurry; the Vietnamese is shown then. */
const bilingualText = z.strictObject({
  vi: z.string().trim().min(1).max(1_000),
  en: z.string().trim().max(1_000).default(''),
});
const told = { reason: bilingualText, advice: bilingualText };

/** What is called back: a lot, a segment of a range, or the stamp with this code. */
export const recallRequest = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('lot'), lot: z.string().min(1), ...told }),
  z.strictObject({ scope: z.literal('range'), range, ...segment, ...told }),
  z.strictObject({ scope: z.literal('serial'), code: z.string().min(1), ...told }),
]);

export type RecallRequest = z.output<typeof recallRequest>;

export const recallsQuery = z.strictObject({
  open: z.enum(['true', 'false']).default('false'),
  ...paging,
});

export type RecallsQuery = z.output<typeof recallsQuery>;

/** A recall as it stands. Instants are ISO 8601; `liftedAt` is null while it is in force. */
export const recall = z.object({
  id: z.string(),
  scope: z.enum(['lot', 'range', 'serial']),
  lot: z.string().nullable(),
  range: z.int().nullable(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  reason: bilingual,
  advice: bilingual,
  announcedAt: z.string(),
  liftedAt: z.string().nullable(),
  /** When staff said that the stock on sale is not of these goods; absent from a Medusa before 0.3. */
  stockClearedAt: z.string().nullish(),
});

export type Recall = z.output<typeof recall>;

export const recallList = z.object({ recalls: z.array(recall), count: z.int() });

export type RecallList = z.output<typeof recallList>;
