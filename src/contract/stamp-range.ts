/** `GET /site/stamp-ranges/{epoch}/{range}` */
import { z } from 'zod';

/** Whether a range of stamps was issued under this epoch, and for which trade item. */
export const stampRangeAnswer = z.discriminatedUnion('issued', [
  z.object({ issued: z.literal(true), gtin: z.string().nullable() }),
  z.object({ issued: z.literal(false) }),
]);

export type StampRangeAnswer = z.output<typeof stampRangeAnswer>;
