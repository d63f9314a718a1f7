import { z } from '@medusajs/framework/zod';
import { isMoment, isUri } from '@ocop/rules/epcis/shape';
import { ENTRY_FIELDS } from '@ocop/rules/epcis/step-entry';
import { paging } from '../../../query.ts';

const moment = z.string().refine(isMoment, "should be a time such as '2026-11-22T09:30:00+07:00'");
const code = z.string().min(1).max(100);

/** Which events are wanted; `to` is not included. */
export const eventsQuery = z.strictObject({
  ...paging,
  lot: code.optional(),
  from: moment.optional(),
  to: moment.optional(),
  bizStep: code.optional(),
  type: code.optional(),
  epc: z.string().max(2_000).refine(isUri, 'should be a URI').optional(),
});

export const exportQuery = z.strictObject({ lot: code });
export const templateQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') });

const cell = z.union([z.string().max(2_000), z.number()]).nullable();

/** A typed step: flat fields, which the rules read as they read a row of a table. */
export const stepBody = z.partialRecord(z.enum(ENTRY_FIELDS), cell);

export const takeBackBody = z.strictObject({
  eventID: z.string().min(1).max(2_000),
  reason: z.enum(['did_not_occur', 'incorrect_data']),
});

export type TakeBackBody = z.infer<typeof takeBackBody>;
