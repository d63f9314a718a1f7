/** What Stripe tells: kept first, answered, then worked off by asking Stripe; what it says itself is not believed. */
import type { MedusaContainer } from '@medusajs/framework/types';
import type { NotificationOutcome } from '@ocop/contract/bank-transfers';
import type { CardNoticeRow } from '../modules/card-payments/rows.ts';
import { lookAtCard, stripeOf, warn } from './card-settle.ts';
import { cardPayments } from './cards.ts';

/** A notification as it came. */
export interface Told {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  at: Date;
}

const aboutMoney = /^(checkout\.session\.|payment_intent\.succeeded$)/;

/**
 * Keeps what Stripe told. Once this has answered nothing of it is lost: what is not worked off is found by the job.
 * @returns `work` is what is left to do after the answer
 */
export async function takeCardNotice(
  container: MedusaContainer,
  { headers, body, at }: Told,
): Promise<{ outcome: NotificationOutcome; work: (() => Promise<void>) | null }> {
  const service = cardPayments(container);
  if (service.stripe === null) return { outcome: 'off', work: null };
  const notice = service.stripe.readNotice(body, headers['stripe-signature'] ?? '', at);
  if (notice === null) return { outcome: 'refused', work: null };
  // Stripe tells of much that is nobody's payment here.
  if (!aboutMoney.test(notice.type)) return { outcome: 'taken', work: null };
  const id = await service.take(notice);
  return { outcome: 'taken', work: id === null ? null : () => orLater(container, id) };
}

/** Works off what a process left. */
export async function finishCardNotices(container: MedusaContainer): Promise<void> {
  const service = cardPayments(container);
  if (service.stripe !== null) {
    for (const { id } of await service.unread()) await orLater(container, id);
  }
  await service.eraseOld();
}

async function orLater(container: MedusaContainer, id: string): Promise<void> {
  try {
    await workOff(container, id);
  } catch (error) {
    warn(
      container,
      `What Stripe told (${id}) could not be worked off and is tried again within a minute`,
      error,
    );
  }
}

async function workOff(container: MedusaContainer, id: string): Promise<void> {
  const service = cardPayments(container);
  const notice = await service.notice(id);
  if (notice?.state !== 'new') return;
  const charge = await chargeOf(container, notice);
  const payment = charge?.session == null ? null : await service.ofSession(charge.session);
  if (payment?.money === 'awaiting') await lookAtCard(container, payment.cartId);
  const isOver = payment?.money === 'cancelled' || payment?.money === 'expired';
  const isStray = charge?.session != null && charge.kept > 0 && (payment === null || isOver);
  const stray = isStray && charge.intent !== null ? { intent: charge.intent, kept: charge.kept } : null;
  await service.work(id, stray !== null && (await service.isListed(stray.intent)) ? null : stray);
}

/** What a charge brought and still holds, whole đồng, and the payment session it was made for. */
interface Charge {
  session: string | null;
  intent: string | null;
  kept: number;
}

async function chargeOf(
  container: MedusaContainer,
  { checkoutId, intentId }: CardNoticeRow,
): Promise<Charge | null> {
  const stripe = stripeOf(container);
  if (checkoutId !== null) {
    const { session, intent, received, refunded } = await stripe.look(checkoutId);
    return { session, intent, kept: received - refunded };
  }
  if (intentId === null) return null;
  const { session, received, refunded } = await stripe.lookAtCharge(intentId);
  return { session, intent: intentId, kept: received - refunded };
}
