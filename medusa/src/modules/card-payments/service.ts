import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { CARD_WITHIN_MINUTES, type CardDoubt } from '@ocop/rules/payment/card-payment';
import { CardPayment, type CardNotice as Notice } from '../card-payment/provider.ts';
import type { CardSettings } from '../card-payment/settings.ts';
import { CardNotice } from './models/card-notice.ts';
import { CardPaymentRecord } from './models/card-payment.ts';
import {
  noticeColumns,
  paymentColumns,
  type CardMoney,
  type CardNoticeRow,
  type CardPaymentRow,
} from './rows.ts';

/** The most rows of one list; what is beyond it comes up as rows are dealt with. */
const MOST_LISTED = 100;

/** How long is kept that a notification came: longer than Stripe tells one again. */
const NOTICE_DAYS = 60;

/** A page that was opened for an order. */
export interface OpenedPage {
  sessionId: string;
  checkoutId: string;
  url: string;
  /** Whole đồng. */
  amount: number;
}

interface Decision {
  by: string;
  remark: string | null;
}

/** Orders that are paid by card, and what Stripe told of them. */
export class CardPaymentService extends MedusaService({ CardPaymentRecord, CardNotice }) {
  readonly #repository: DAL.RepositoryService;
  /** Null where the shop takes no cards. */
  readonly settings: Readonly<CardSettings> | null;
  /** The way to Stripe; null where the shop takes no cards. */
  readonly stripe: CardPayment | null;

  constructor(
    container: { baseRepository: DAL.RepositoryService },
    options: { settings?: CardSettings | null } = {},
  ) {
    super(container, options);
    this.#repository = container.baseRepository;
    this.settings = options.settings ?? null;
    this.stripe = this.settings === null ? null : new CardPayment({}, this.settings);
  }

  /** Notes, before the order of a cart is placed, on which page it is paid. */
  async expect(cartId: string, { sessionId, checkoutId, url, amount }: OpenedPage): Promise<void> {
    await this.#run(
      `insert into card_payment (id, cart_id, session_id, checkout_id, url, amount, money, due_at)
       values (?, ?, ?, ?, ?, ?, 'awaiting', now() + ?::float8 * interval '1 minute')`,
      [
        ...[generateEntityId(undefined, 'cpay'), cartId, sessionId, checkoutId, url, amount],
        this.settings?.withinMinutes ?? CARD_WITHIN_MINUTES,
      ],
    );
  }

  /** Forgets an attempt that came to no order. */
  async forget(id: string): Promise<void> {
    await this.#run('delete from card_payment where id = ? and order_id is null', [id]);
  }

  /** Names the order that was placed. */
  async placed(cartId: string, orderId: string): Promise<void> {
    await this.#run(
      'update card_payment set order_id = ?, updated_at = now() where cart_id = ? and order_id is null',
      [orderId, cartId],
    );
  }

  /** Names the orders whose process ended before it could. */
  async nameOrders(): Promise<void> {
    await this.#run(
      `update card_payment a set order_id = l.order_id, updated_at = now() from order_cart l
       where a.money = 'awaiting' and a.order_id is null and l.cart_id = a.cart_id and l.deleted_at is null`,
    );
  }

  ofCart(cartId: string): Promise<CardPaymentRow | null> {
    return this.#one('cart_id = ?', cartId);
  }

  ofOrder(orderId: string): Promise<CardPaymentRow | null> {
    return this.#one('order_id = ?', orderId);
  }

  ofCheckout(checkoutId: string): Promise<CardPaymentRow | null> {
    return this.#one('checkout_id = ?', checkoutId);
  }

  ofSession(sessionId: string): Promise<CardPaymentRow | null> {
    return this.#one('session_id = ?', sessionId);
  }

  ofId(id: string): Promise<CardPaymentRow | null> {
    return this.#one('id = ?', id);
  }

  /** Those of which it is not known how they ended and that nobody asked about of late; the longest unasked first. */
  unasked(seconds: number): Promise<CardPaymentRow[]> {
    return this.#run(
      `select ${paymentColumns} from card_payment
       where money = 'awaiting' and coalesce(asked_at, created_at) < now() - ?::float8 * interval '1 second'
       order by asked_at nulls first limit ${MOST_LISTED}`,
      [seconds],
    );
  }

  /** Notes that Stripe was asked, and whether the buyer is done and the money still to come. */
  async asked(id: string, confirming: boolean): Promise<void> {
    await this.#run(
      'update card_payment set asked_at = now(), confirming = ?, updated_at = now() where id = ?',
      [confirming, id],
    );
  }

  /** Notes that the exact sum came. @returns false where it was not waited for any more */
  async capture(id: string, intentId: string, orderId: string): Promise<boolean> {
    const rows = await this.#run(
      `update card_payment set money = 'captured', intent_id = ?, order_id = ?, captured_at = now(),
         asked_at = now(), confirming = false, updated_at = now()
       where id = ? and money = 'awaiting' returning id`,
      [intentId, orderId, id],
    );
    return rows.length > 0;
  }

  /** Leaves a payment to a person. */
  async doubt(
    id: string,
    doubt: CardDoubt,
    of: { received: number | null; intent: string | null },
  ): Promise<void> {
    await this.#run(
      `update card_payment set money = 'unclear', doubt = ?, received = ?, intent_id = ?, asked_at = now(),
         confirming = false, updated_at = now()
       where id = ? and money = 'awaiting'`,
      [doubt, of.received, of.intent, id],
    );
  }

  /** Ends the waiting for money that did not come, or notes that a person gave it back. */
  async end(
    id: string,
    money: Exclude<CardMoney, 'awaiting' | 'captured'>,
    decision: Decision | null = null,
  ) {
    const rows = await this.#run(
      `update card_payment set money = ?, confirming = false, remark = ?, decided_by = ?,
         decided_at = case when ?::text is null then null else now() end, updated_at = now()
       where id = ? and money in ('awaiting', 'unclear') returning id`,
      [money, decision?.remark ?? null, decision?.by ?? null, decision?.by ?? null, id],
    );
    return rows.length > 0;
  }

  /** Charged, and not yet held by Medusa as a payment: the process that did it ended before. */
  unbooked(): Promise<CardPaymentRow[]> {
    return this.#run(
      `select ${paymentColumns} from card_payment
       where money = 'captured' and booked_at is null and captured_at < now() - interval '15 seconds'
       order by captured_at limit ${MOST_LISTED}`,
    );
  }

  /** Medusa holds the payment; `refunded`: and gave it back, for its order was cancelled. */
  async booked(id: string, money: 'captured' | 'refunded'): Promise<void> {
    const sql = 'update card_payment set money = ?, booked_at = now(), updated_at = now() where id = ?';
    await this.#run(sql, [money, id]);
  }

  unclear(): Promise<CardPaymentRow[]> {
    return this.#run(
      `select ${paymentColumns} from card_payment where money = 'unclear' order by created_at limit ${MOST_LISTED}`,
    );
  }

  /** Keeps that Stripe told of something. @returns its id, or null where it was told before */
  async take({ eventId, type, checkoutId, intentId }: Notice): Promise<string | null> {
    const rows = await this.#run<{ id: string }>(
      `insert into card_notice (id, event_id, type, checkout_id, intent_id) values (?, ?, ?, ?, ?)
       on conflict (event_id) do nothing returning id`,
      [generateEntityId(undefined, 'cnot'), eventId, type, checkoutId, intentId],
    );
    return rows[0]?.id ?? null;
  }

  async notice(id: string): Promise<CardNoticeRow | null> {
    const sql = `select ${noticeColumns} from card_notice where id = ?`;
    return (await this.#run<CardNoticeRow>(sql, [id]))[0] ?? null;
  }

  /** Kept and not worked off: the process that kept them ended before. */
  unread(): Promise<CardNoticeRow[]> {
    return this.#run(
      `select ${noticeColumns} from card_notice
       where state = 'new' and created_at < now() - interval '15 seconds' order by created_at limit ${MOST_LISTED}`,
    );
  }

  strayCharges(): Promise<CardNoticeRow[]> {
    return this.#run(
      `select ${noticeColumns} from card_notice where state = 'doubted' order by created_at limit ${MOST_LISTED}`,
    );
  }

  /** Ends a notification. @param stray a charge that belongs to no order, and what it holds, whole đồng */
  async work(id: string, stray: { intent: string; kept: number } | null): Promise<void> {
    await this.#run(
      `update card_notice set state = ?, received = ?, intent_id = coalesce(?, intent_id), updated_at = now()
       where id = ? and state = 'new'`,
      [stray ? 'doubted' : 'done', stray?.kept ?? null, stray?.intent ?? null, id],
    );
  }

  /** Notes that a stray charge was paid back. @returns false where it was dealt with before */
  async close(id: string, { by, remark }: Decision): Promise<boolean> {
    const rows = await this.#run(
      `update card_notice set state = 'closed', remark = ?, decided_by = ?, decided_at = now(), updated_at = now()
       where id = ? and state = 'doubted' returning id`,
      [remark, by, id],
    );
    return rows.length > 0;
  }

  /** Whether a charge is on the list already, told of by another event. */
  async isListed(intentId: string): Promise<boolean> {
    const sql = `select id from card_notice where intent_id = ? and state in ('doubted', 'closed') limit 1`;
    return (await this.#run(sql, [intentId])).length > 0;
  }

  async eraseOld(): Promise<void> {
    await this.#run(
      `delete from card_notice
       where state in ('done', 'closed') and created_at < now() - interval '${NOTICE_DAYS} days'`,
    );
  }

  async #one(where: string, value: string): Promise<CardPaymentRow | null> {
    const sql = `select ${paymentColumns} from card_payment where ${where}`;
    return (await this.#run<CardPaymentRow>(sql, [value]))[0] ?? null;
  }

  #run<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.#repository.getFreshManager<SqlEntityManager>().execute<T[]>(statement, values);
  }
}
