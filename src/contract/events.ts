/**
 * Domain events of the traceability module, as subscribers receive them from Medusa's event bus. An
 * event is published after the change it tells of is committed, at least once, and in no guaranteed
 * order: a subscriber discards an `id` it has seen, and compares `at` where order matters to it.
 * Events carry no personal data and no free text of staff or consumers.
 */
import { z } from 'zod';
import { reportReasons } from '@ocop/rules/stamps/report';

/** `id` names the event for good; `at` is the instant of the change (ISO 8601, UTC); `actor` a Medusa user or API key id, or `consumer`. */
const envelope = { id: z.string(), at: z.iso.datetime(), actor: z.string() };

const position = z.int().min(0);
const text = z.object({ vi: z.string(), en: z.string() });

const lot = z.object({
  ...envelope,
  lot: z.string(),
  product: z.string(),
  gtin: z.string().nullable(),
  madeOn: z.iso.date(),
  useBy: z.iso.date().nullable(),
  quantity: z.int(),
  sample: z.boolean(),
});

/** `lot` is null for stamps that carry no lot in print and are on no goods yet. */
const range = { ...envelope, range: position, product: z.string(), lot: z.string().nullable() };
const segment = { first: position, last: position, count: z.int() };
const stamp = { ...range, index: position };
const stampException = z.object({
  ...stamp,
  kind: z.enum(['sold', 'recalled', 'expired', 'voided', 'reported', 'frozen']),
});

/** A lot, a segment of a range, or one stamp; what the recall is not about is null. */
const recall = {
  ...envelope,
  recall: z.string(),
  scope: z.enum(['lot', 'range', 'serial']),
  lot: z.string().nullable(),
  range: position.nullable(),
  index: position.nullable(),
  first: position.optional(),
  last: position.optional(),
};

/** `range` and `index` are null where the code a consumer gave is none of ours. */
const report = {
  ...envelope,
  report: z.int(),
  lot: z.string().nullable(),
  product: z.string().nullable(),
  range: position.nullable(),
  index: position.nullable(),
};

/** The payload of every event, by its name on the event bus. */
export const domainEvents = {
  'lot.registered': lot,
  'lot.corrected': lot,
  /** More packs of the lot are told to be shipped (`shipped`) than it has, and staff said why. */
  'lot.shipped-beyond': z.object({
    ...envelope,
    lot: z.string(),
    product: z.string(),
    quantity: z.int(),
    shipped: z.int(),
  }),
  'stamps.ordered': z.object({
    ...range,
    count: z.int(),
    form: z.enum(['tagged', 'signed']),
    epoch: z.string(),
  }),
  'stamps.printed': z.object({ ...range, count: z.int() }),
  'stamps.delivered': z.object({ ...range, count: z.int() }),
  /** Positions `first` to `last` are on goods of `lot`; an activation with gaps is several events. */
  'stamps.activated': z.object({ ...range, ...segment, lot: z.string() }),
  'stamps.voided': z.object({ ...range, ...segment }),
  'stamp.exception-noted': stampException,
  'stamp.exception-ended': stampException,
  'stamp.scans-erased': z.object({
    ...envelope,
    range: position,
    index: position,
    lot: z.string().nullable(),
    erased: z.int(),
  }),
  /** Staff found the stamp genuine. `warnedOn` is null where buyers were not warned of it. */
  'stamp.warning-lifted': z.object({ ...stamp, warnedOn: z.iso.date().nullable(), score: z.int() }),
  'recall.announced': z.object({ ...recall, reason: text, advice: text }),
  'recall.lifted': z.object(recall),
  /** Staff say that what is on sale is not of the recalled goods: the product is sold again. */
  'recall.stock-cleared': z.object(recall),
  /** Staff kept a price that was held; `from` is the last accepted one, in đồng, null before the first. */
  'sale.price-kept': z.object({
    ...envelope,
    variant: z.string(),
    sku: z.string(),
    product: z.string(),
    from: z.int().nullable(),
    to: z.int(),
  }),
  'stamp.reported': z.object({ ...report, reason: z.enum(reportReasons) }),
  'report.taken-up': z.object(report),
  'report.closed': z.object(report),
} as const;

export type DomainEventName = keyof typeof domainEvents;

/** What a subscriber of the event `N` receives as `event.data`. */
export type DomainEventData<N extends DomainEventName> = z.infer<(typeof domainEvents)[N]>;

export const domainEventNames = Object.keys(domainEvents) as DomainEventName[];
