/** `/admin/traceability/events`: capturing and querying trace events; documents themselves are EPCIS 2.0. */
import { isMoment, isUri } from '@ocop/rules/epcis/shape';
import { ENTRY_FIELDS } from '@ocop/rules/epcis/step-entry';
import { z } from 'zod';
import { paging } from './fields.ts';

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

export type ExportQuery = z.output<typeof exportQuery>;
export type TemplateQuery = z.output<typeof templateQuery>;

const cell = z.union([z.string().max(2_000), z.number()]).nullable();

/** A typed step: flat fields, which the rules read as they read a row of a table. */
export const stepRequest = z.partialRecord(z.enum(ENTRY_FIELDS), cell);

/** Declares that an event was wrong; it stays in the history beside the declaration. */
export const eventErrorRequest = z.strictObject({
  eventID: z.string().min(1).max(2_000),
  reason: z.enum(['did_not_occur', 'incorrect_data']),
});

export type EventErrorRequest = z.output<typeof eventErrorRequest>;

/** How many events were new, and how many were captured before; all of them by eventID. */
export const captureAnswer = z.object({ stored: z.int(), known: z.int(), eventIDs: z.array(z.string()) });
