/** The table of delivery prices: `GET /site/delivery`, and `/admin/delivery-prices`, where staff keep it. */
import { tableFaults, type DeliveryTable } from '@ocop/rules/delivery-price';
import { z } from 'zod';

const zonePrices = {
  steps: z
    .array(z.object({ upTo: z.number(), price: z.number() }))
    .max(100)
    .readonly(),
  furtherKilogram: z.number(),
  freeFrom: z.number().nullable(),
};

const shape = z.object({
  charged: z.enum(['parcel', 'order']),
  zones: z
    .array(z.object({ name: z.string(), provinces: z.array(z.string()).max(100).readonly(), ...zonePrices }))
    .max(100)
    .readonly(),
  elsewhere: z.object(zonePrices),
});

/** A table as the rule takes it; its faults are named by their place in it. Weights in grams, prices in đồng. */
export const deliveryTable = shape.superRefine((table, context) => {
  for (const { zone, field, step, fault } of tableFaults(table satisfies DeliveryTable)) {
    const at = zone === null ? 'elsewhere' : `zones.${zone}`;
    const place = field === 'zones' ? [field] : step === null ? [at, field] : [at, 'steps', step, field];
    context.addIssue({ code: 'custom', path: place, message: fault });
  }
});

/** Puts a table in force. `version`: the one staff saw, so that nobody's change is overwritten unseen. */
export const saveDeliveryPrices = z.strictObject({ version: z.int().min(0), table: deliveryTable });

export type SaveDeliveryPrices = z.output<typeof saveDeliveryPrices>;

/** `version` is 0 as long as no table was saved: then one price, Medusa's own, serves every order. */
export interface DeliveryPricesAnswer {
  version: number;
  table: DeliveryTable;
  /** Who put which version in force and when (ISO 8601), the newest first; ten at most. */
  changes: { version: number; by: string; at: string }[];
}
