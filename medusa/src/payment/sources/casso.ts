import type { TransferNotice } from '@ocop/rules/payment/bank-transfer';
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

const id = z.union([z.int(), z.string().min(1)]);
const amount = z.number().refine((sum) => Number.isSafeInteger(sum) && sum !== 0);

/** The first form: a token in a header, several transactions at once. */
const first = z.object({
  error: z.number(),
  data: z.array(
    z.object({
      id,
      tid: z.string().nullish(),
      description: z.string().nullish(),
      amount,
      when: z.string(),
      bank_sub_acc_id: z.string().nullish(),
      subAccId: z.string().nullish(),
    }),
  ),
});

/** The second form: signed, one transaction. */
const second = z.object({
  error: z.number(),
  data: z.object({
    id,
    reference: z.string().nullish(),
    description: z.string().nullish(),
    amount,
    transactionDateTime: z.string(),
    accountNumber: z.string().nullish(),
  }),
});

/** Notifications of Casso, in both of its forms; which one comes is said by which of the two secrets is set. */
export const readCasso: Reader = (told, secrets) => {
  if (secrets.cassoSecret === undefined && secrets.cassoToken === undefined) return { outcome: 'off' };
  const body = jsonOf(told);
  if (secrets.cassoSecret !== undefined && told.headers['x-casso-signature'] !== undefined) {
    if (!isSigned(told, body, secrets.cassoSecret)) return { outcome: 'refused' };
    return taken(second.safeParse(body).data?.data, ({ reference, transactionDateTime, accountNumber }) => ({
      reference,
      when: transactionDateTime,
      account: accountNumber,
    }));
  }
  if (secrets.cassoToken === undefined || !isSame(told.headers['secure-token'], secrets.cassoToken)) {
    return { outcome: 'refused' };
  }
  return taken(first.safeParse(body).data?.data, ({ tid, when, bank_sub_acc_id, subAccId }) => ({
    reference: tid,
    when,
    account: bank_sub_acc_id ?? subAccId,
  }));
};

type Common = { id: string | number; amount: number; description?: string | null | undefined };
type Rest = { reference?: string | null | undefined; when: string; account?: string | null | undefined };

function taken<T extends Common>(given: T | T[] | undefined, rest: (one: T) => Rest): ReturnType<Reader> {
  if (given === undefined) return { outcome: 'unreadable' };
  const notices: TransferNotice[] = [];
  for (const one of [given].flat() as T[]) {
    // A trial call of Casso's own page.
    if (one.id === 0) continue;
    const { reference, when, account } = rest(one);
    const at = vietnamTime(when);
    if (!at) return { outcome: 'unreadable' };
    notices.push({
      source: 'casso',
      sourceId: keyOf(one.id),
      account: account ?? null,
      amount: Math.abs(one.amount),
      direction: one.amount > 0 ? 'in' : 'out',
      at,
      note: noteOf(one.description),
      reference: reference ? keyOf(reference) : null,
    });
  }
  return { outcome: 'taken', notices };
}

/**
 * Signed is the body with the names of its fields in order, all the way down; services in other languages write a
 * stroke or a letter with marks otherwise, so that the body as it came counts too.
 */
function isSigned(told: Told, body: unknown, secret: NonNullable<TransferSecrets['cassoSecret']>): boolean {
  const shown = /^t=(\d{12,14}),\s*v1=([0-9a-f]{128})$/i.exec(told.headers['x-casso-signature'] ?? '');
  const [, time = '', signature = ''] = shown ?? [];
  if (!shown || !isRecent(Number(time), told)) return false;
  const written = [JSON.stringify(inOrder(body)), told.body];
  return written.some((text) => isSame(signature.toLowerCase(), hmac('sha512', secret, `${time}.`, text)));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
