import { z } from 'zod';
import { hmac, isRecent, isSame, jsonOf, keyOf, noteOf, type Reader } from './reading.ts';

/** Our own form, for a bank's program or a script of the seller's: docs/operations describes it. */
const notification = z.object({
  transfers: z
    .array(
      z.object({
        id: z.string().min(1).max(200),
        account: z.string().max(50).nullish(),
        amount: z.int().min(1),
        direction: z.enum(['in', 'out']).default('in'),
        at: z.iso.datetime({ offset: true }),
        note: z.string().max(5_000),
        reference: z.string().max(200).nullish(),
      }),
    )
    .max(100),
});

/** Notifications in our own form: `X-Signature: sha256=<hex>` over `X-Timestamp` (unix seconds), a dot and the body. */
export const readSigned: Reader = (told, { signed: secret }) => {
  if (secret === undefined) return { outcome: 'off' };
  const time = told.headers['x-timestamp'] ?? '';
  const isGenuine =
    /^\d{9,11}$/.test(time) &&
    isRecent(Number(time) * 1000, told) &&
    isSame(told.headers['x-signature'], `sha256=${hmac('sha256', secret, `${time}.`, told.body)}`);
  if (!isGenuine) return { outcome: 'refused' };
  const { data } = notification.safeParse(jsonOf(told));
  if (!data) return { outcome: 'unreadable' };
  const notices = data.transfers.map(({ id, account, amount, direction, at, note, reference }) => ({
    source: 'signed',
    sourceId: keyOf(id),
    account: account ?? null,
    amount,
    direction,
    at: new Date(at),
    note: noteOf(note),
    reference: reference ? keyOf(reference) : null,
  }));
  return { outcome: 'taken', notices };
};
