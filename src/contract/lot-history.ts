/** `GET /site/lots/{code}/journey` and `/events`; 404 for a lot that is not registered. */
import { z } from 'zod';

/** One public step of a lot. `at` is an ISO instant, `province` a code; `result` is told of tests. */
export const journeyStep = z.object({
  step: z.enum([
    'harvest',
    'collection',
    'test',
    'processing',
    'activation',
    'packing',
    'shipping',
    'receiving',
    'recall',
  ]),
  at: z.iso.datetime(),
  province: z.string().nullable(),
  result: z.enum(['passed', 'failed']).nullable(),
});

/** `product` is the slug; steps are in order, the oldest first, at most 12. */
export const journeyAnswer = z.object({ product: z.string(), steps: z.array(journeyStep) });

/** An EPCIS 2.0 document; its events are checked where they are captured, not where they are passed on. */
export const lotEventsAnswer = z.looseObject({ type: z.literal('EPCISDocument') });
