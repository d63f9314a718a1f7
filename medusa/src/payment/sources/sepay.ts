import { z } from 'zod';
import {
  hmac,
  isRecent,
  isSame,
  jsonOf,
  keyOf,
  noteOf,
  vietnamTime,
  type Reader,
  type Told,
} from './reading.ts';
import type { TransferSecrets } from '../../modules/bank-transfers/settings.ts';

/** https://developer.sepay.vn, webhooks: a transaction of one account. */
const transaction = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  transactionDate: z.string(),
  accountNumber: z.string(),
  /** The order's code where SePay was told its pattern. */
  code: z.string().nullish(),
  content: z.string().nullish(),
  transferType: z.enum(['in', 'out']),
  transferAmount: z.coerce.number().pipe(z.int().min(1)),
  referenceCode: z.string().nullish(),
});

/** Notifications of SePay: signed over time and body, or with a key in a header, as the merchant chose there. */
export const readSepay: Reader = (told, secrets) => {
  if (secrets.sepaySecret === undefined && secrets.sepayKey === undefined) return { outcome: 'off' };
  if (!isGenuine(told, secrets)) return { outcome: 'refused' };
  const { data } = transaction.safeParse(jsonOf(told));
  const at = data ? vietnamTime(data.transactionDate) : null;
  if (!data || !at) return { outcome: 'unreadable' };
  const notice = {
    source: 'sepay',
    sourceId: keyOf(data.id),
    account: data.accountNumber,
    amount: data.transferAmount,
    direction: data.transferType,
    at,
    note: noteOf(data.code, data.content),
    reference: data.referenceCode ? keyOf(data.referenceCode) : null,
  };
  return { outcome: 'taken', notices: [notice] };
};

function isGenuine(told: Told, { sepaySecret: secret, sepayKey: key }: TransferSecrets): boolean {
  // A signature says more than a key: where both are set the key alone is not enough.
  if (secret === undefined) return key !== undefined && isSame(told.headers.authorization, `Apikey ${key}`);
  const time = told.headers['x-sepay-timestamp'] ?? '';
  if (!/^\d{9,11}$/.test(time) || !isRecent(Number(time) * 1000, told)) return false;
  return isSame(told.headers['x-sepay-signature'], `sha256=${hmac('sha256', secret, `${time}.`, told.body)}`);
}
