/** The producer's packing desk: what the site asks of Medusa for a member of a producer who is signed in. */
import { parcelStates } from '@ocop/rules/people/parcel-state';
import { z } from 'zod';

const parcelState = z.enum(parcelStates);

const parcelOnList = z.object({
  orderId: z.string(),
  code: z.string(),
  placedAt: z.string(),
  state: parcelState,
  /** How many pieces of hers the order holds. */
  pieces: z.number(),
});
export type ParcelOnList = z.output<typeof parcelOnList>;

/** Parcels of the last two months and all that are not handed over yet, the oldest work first. */
export const parcelList = z.object({ parcels: z.array(parcelOnList) });
export type ParcelList = z.output<typeof parcelList>;

/** Amounts in đồng. `buyer` is null once the parcel is out of her hands for long enough. */
export const parcelAnswer = parcelOnList.extend({
  lines: z.array(z.object({ sku: z.string(), title: z.string(), quantity: z.number(), packed: z.number() })),
  buyer: z
    .object({
      name: z.string(),
      phone: z.string(),
      street: z.string(),
      place: z.string(),
      typed: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** What the courier collects for the whole order. */
  due: z.number(),
  /** How many parcels the order goes in. */
  parcels: z.number(),
  /** Whether this member may pack and hand over, or looks on. */
  mayPack: z.boolean(),
  handedOver: z.array(z.object({ carrier: z.string(), tracking: z.string() })),
});
export type ParcelAnswer = z.output<typeof parcelAnswer>;

/** What pressing “packed” came to: `packed` also where somebody else pressed first. */
export const packAnswer = z.object({ outcome: z.enum(['packed', 'money', 'call', 'canceled']) });
export type PackAnswer = z.output<typeof packAnswer>;

const line = z
  .string()
  .trim()
  .max(60)
  .refine((text) => !/\p{Cc}/u.test(text), 'should be one line of at most 60 characters');

export const handOverRequest = z.strictObject({ carrier: line, tracking: line });
export type HandOverRequest = z.output<typeof handOverRequest>;

/** `not-packed`: nothing of it is packed. `together`: staff packed it with another producer's, and hand it over. */
export const handOverAnswer = z.object({
  outcome: z.enum(['handed-over', 'not-packed', 'together', 'canceled']),
});
export type HandOverAnswer = z.output<typeof handOverAnswer>;

export const slipQuery = z.strictObject({
  size: z.enum(['a6', 'a5']).catch('a6'),
  lang: z.enum(['vi', 'en']).catch('vi'),
  /** The sender's address, as the record has it. */
  from: z.string().max(300).optional(),
});

/** A packing slip, as a page of its own. */
export const slipAnswer = z.object({ html: z.string() });
