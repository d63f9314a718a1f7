/**
 * What the buyer of an order is told, for staff: `GET /admin/order-messages/{orderId}`; `POST …/{kind}` has one sent
 * again, 404 for one that was never due, 409 for one that is waiting to be sent.
 */
import type { MessageKind } from '@ocop/rules/order-messages';
import { z } from 'zod';

/** One message; see the model of the same name in medusa. Moments ISO 8601. */
export interface OrderMessageAnswer {
  kind: MessageKind;
  state: 'waiting' | 'sent' | 'failed' | 'skipped';
  channel: 'email' | 'sms' | null;
  tries: number;
  nextTryAt: string;
  sentAt: string | null;
  /** Short, like `ECONNECTION`, `550`, `no-address`, `overtaken`; names no address. */
  problem: string | null;
  resends: { at: string; by: string; reason: string }[];
}

export interface OrderMessageList {
  /** Whether messages are written into a folder instead of sent. */
  toFolder: boolean;
  messages: OrderMessageAnswer[];
}

export const resendRequest = z.object({
  reason: z.string({ error: 'why it is sent again' }).trim().min(1, 'why it is sent again').max(500),
});

export type ResendRequest = z.output<typeof resendRequest>;
