/** `/admin/traceability/stamp-orders` */
import { STAMP_INDEX_BITS } from '@ocop/rules/stamps/stamp-position';
import { z } from 'zod';
import { note, paging, recordIds, segment, stampForm } from './fields.ts';

const state = z.enum(['reserved', 'printed', 'delivered', 'voided']);

/** An order of stamps for goods of a product; with a lot they carry it in print and are for it alone.
 * `overReason`: why it gets more of them than it has packs; without it that is refused. */
export const stampOrderRequest = z.strictObject({
  product: z.string().min(1),
  lot: z.string().min(1).nullable(),
  count: z
    .int()
    .min(1)
    .max(2 ** STAMP_INDEX_BITS),
  form: stampForm.default('tagged'),
  overReason: note.optional(),
});

export type StampOrderRequest = z.output<typeof stampOrderRequest>;

/**
 * Stamps issued together: positions `first` to `first + count − 1` of `range`, codes under key
 * `epoch`. `activated` and `voided` count stamps, `orderedAt` is an ISO instant.
 */
export const stampOrder = z.object({
  range: z.int(),
  epoch: z.string(),
  form: stampForm,
  first: z.int(),
  count: z.int(),
  gtin: z.string().nullable(),
  product: z.string(),
  ...recordIds,
  lot: z.string().nullable(),
  state,
  orderedAt: z.string(),
  activated: z.number(),
  voided: z.number(),
});

export type StampOrder = z.output<typeof stampOrder>;

/** Which orders a list should hold. */
export const stampOrdersQuery = z.strictObject({
  state: state.optional(),
  product: z.string().optional(),
  lot: z.string().optional(),
  ...paging,
});

export type StampOrdersQuery = z.output<typeof stampOrdersQuery>;

export const stampOrderList = z.object({ orders: z.array(stampOrder), count: z.int() });

export type StampOrderList = z.output<typeof stampOrderList>;

/** A segment of a range that was activated with `lot`, or voided (`lot` null). */
const span = z.object({
  kind: z.enum(['activated', 'voided']),
  first: z.int(),
  last: z.int(),
  lot: z.string().nullable(),
  at: z.string(),
});

/** An order with its segments, in the order of their positions; its audit log stands beside them. */
export const stampOrderHistory = z.looseObject({ order: stampOrder, spans: z.array(span) });

/** Steps of a range; an end of the segment that is left out is the end of the range. */
/** `overReason`: why a lot gets more stamps than it has packs; without it that is refused. */
export const activationRequest = z.strictObject({
  lot: z.string().min(1),
  overReason: note.optional(),
  ...segment,
});
export const voidingRequest = z.strictObject({ reason: note, ...segment });
export const emptyRequest = z.strictObject({});

export type ActivationRequest = z.output<typeof activationRequest>;
export type VoidingRequest = z.output<typeof voidingRequest>;
