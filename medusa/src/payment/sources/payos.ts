import { z } from 'zod';
import { hmac, isSame, jsonOf, keyOf, noteOf, vietnamTime, type Reader } from './reading.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** https://payos.vn/docs, webhook: its signature is over the fields of `data`. */
const notification = z.object({
  code: z.string(),
  success: z.boolean().optional(),
  data: z.record(z.string(), plain),
  signature: z.string(),
});

const payment = z.object({
  orderCode: z.number(),
  amount: z.int().min(1),
  description: z.string(),
  accountNumber: z.string(),
  reference: z.string(),
  transactionDateTime: z.string(),
  paymentLinkId: z.string(),
});

/** What payOS sends to try an address; nothing was paid. */
const trial = { orderCode: 123, reference: 'TF230204212323' };

/** Notifications of payOS. */
export const readPayos: Reader = (told, { payosKey: key }) => {
  if (key === undefined) return { outcome: 'off' };
  const { data: given } = notification.safeParse(jsonOf(told));
  if (!given) return { outcome: 'refused' };
  const signed = Object.keys(given.data)
    .sort()
    .map((name) => `${name}=${String(given.data[name] ?? '')}`)
    .join('&');
  if (!isSame(given.signature.toLowerCase(), hmac('sha256', key, signed))) return { outcome: 'refused' };
  // Signed, and about something that was not paid.
  if (given.code !== '00' || given.success === false) return { outcome: 'taken', notices: [] };
  const { data } = payment.safeParse(given.data);
  const at = data ? vietnamTime(data.transactionDateTime) : null;
  if (!data || !at) return { outcome: 'unreadable' };
  if (data.orderCode === trial.orderCode && data.reference === trial.reference) {
    return { outcome: 'taken', notices: [] };
  }
  const notice = {
    source: 'payos',
    sourceId: keyOf(`${data.paymentLinkId}:${data.reference}`),
    account: data.accountNumber,
    amount: data.amount,
    direction: 'in' as const,
    at,
    note: noteOf(data.description),
    reference: data.reference ? keyOf(data.reference) : null,
  };
  return { outcome: 'taken', notices: [notice] };
};
