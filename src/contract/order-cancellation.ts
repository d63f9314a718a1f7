/**
 * `POST /site/orders/{orderId}/cancellation`: a buyer takes an order back. 404 where the order and the telephone do
 * not belong together.
 */
import { z } from 'zod';

export const cancellationRequest = z.object({
  /** In national form; whoever only has the receipt's address cannot cancel. */
  phone: z.string().max(20),
});

export type CancellationRequest = z.output<typeof cancellationRequest>;

/** `too-late`: something of it was packed or paid; nothing was changed. */
export const cancellationAnswer = z.object({ outcome: z.enum(['canceled', 'too-late']) });

export type CancellationAnswer = z.output<typeof cancellationAnswer>;
