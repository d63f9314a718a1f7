import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  PaymentSessionStatus,
  UpdatePaymentOutput,
  WebhookActionResult,
} from '@medusajs/framework/types';
import { BigNumber, ContainerRegistrationKeys, MedusaError, PaymentActions } from '@medusajs/framework/utils';
import stripe from '@medusajs/payment-stripe/dist/services/index.js';
import type { CardCheckout } from '@ocop/rules/payment/card-payment';
import type { CardSettings } from './settings.ts';

/** What one attempt may take, ms; and how often it is made again. A service that is dead holds nobody's order up. */
const TIMEOUT_MS = 5_000;
const RETRIES = 1;

/** Clocks differ; Stripe refuses a page that would end sooner than it allows. */
const CLOCK_S = 60;

/** The part of Knex that is needed: Medusa hands its connection to the providers of every module. */
interface Connection {
  raw(
    statement: string,
    values: readonly unknown[],
  ): Promise<{ rows: { money: string; intent: string | null }[] }>;
}

/** A hosted page as Stripe knows it. */
export interface HostedPage extends CardCheckout {
  /** The charge's name at Stripe (payment intent); null before there is one. */
  intent: string | null;
  /** The payment session it was made for; null for a page of somebody else's who shares the account. */
  session: string | null;
}

/** What a notification is about: a hosted page, a charge, or neither. */
export interface CardNotice {
  eventId: string;
  type: string;
  checkoutId: string | null;
  intentId: string | null;
}

/**
 * Payment by card on Stripe's hosted page, on Medusa's own Stripe provider. An order is placed while its money is
 * awaited (`pending_authorization`); that it came stands in `card_payment`, where it is put once Stripe itself said
 * so. Refunds are the stock provider's.
 */
export class CardPayment extends stripe.StripeProviderService {
  static override identifier = 'card';

  readonly #connection: Connection | undefined;
  readonly #settings: CardSettings;

  constructor(container: Record<string, unknown>, settings: CardSettings) {
    super(container, settings);
    this.#settings = settings;
    this.#connection = container[ContainerRegistrationKeys.PG_CONNECTION] as Connection | undefined;
    // The stock class makes its client without a host or a time limit, and offers no way to give it one.
    const client = this.stripe_ as unknown as {
      _setApiField(name: string, value: string | number): void;
    };
    client._setApiField('timeout', TIMEOUT_MS);
    client._setApiField('maxNetworkRetries', RETRIES);
    if (settings.apiUrl === null) return;
    const { hostname, port, protocol } = new URL(settings.apiUrl);
    client._setApiField('host', hostname);
    client._setApiField('protocol', protocol.replace(':', ''));
    client._setApiField('port', port || (protocol === 'http:' ? '80' : '443'));
  }

  /** Opens a hosted page for one line: the sum Medusa reckoned. */
  override async initiatePayment({
    amount,
    currency_code: currency,
    data,
    context,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const session = textOf(data, 'session_id');
    const returnUrl = textOf(data, 'return_url');
    const total = new BigNumber(amount).numeric;
    if (currency.toLowerCase() !== 'vnd' || !Number.isSafeInteger(total)) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, 'A card pays a whole number of đồng.');
    }
    const metadata = { session_id: session };
    const seconds = this.#settings.withinMinutes * 60 + CLOCK_S;
    const page = await this.stripe_.checkout.sessions.create(
      {
        mode: 'payment',
        payment_method_types: ['card'],
        // The list of languages stands in Stripe's own types.
        locale: data?.language === 'en' ? 'en' : 'vi',
        line_items: [
          {
            quantity: 1,
            // Đồng has no smaller part: the number is the sum.
            price_data: {
              currency: 'vnd',
              unit_amount: total,
              product_data: { name: data?.language === 'en' ? 'Order' : 'Đơn hàng' },
            },
          },
        ],
        metadata,
        payment_intent_data: { metadata },
        success_url: returnUrl,
        // Also who leaves: what became of it is asked, not read from the address.
        cancel_url: returnUrl,
        expires_at: Math.ceil(Date.now() / 1000) + seconds,
      },
      { idempotencyKey: context?.idempotency_key ?? session },
    );
    if (!page.url) throw new Error(`Stripe gave hosted page ${page.id} no address.`);
    return {
      id: page.id,
      status: 'pending',
      data: { session_id: session, checkout: page.id, url: page.url, expires_at: page.expires_at },
    };
  }

  override async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const { status, intent } = await this.#money(textOf(data, 'session_id'));
    // What the stock provider pays back by.
    return { status, data: { ...data, ...(intent === null ? {} : { id: intent, currency: 'vnd' }) } };
  }

  override async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { status: (await this.#money(textOf(data, 'session_id'))).status };
  }

  /** Stripe takes the money the moment the card is accepted. */
  override capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  /** Ends the hosted page; money that came meanwhile is found by src/payment/card, and no reason to fail. */
  override async cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (typeof data?.checkout === 'string') await this.end(data.checkout);
    return { data: data ?? {} };
  }

  override deletePayment(input: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return this.cancelPayment(input);
  }

  /** A page shows the sum it was made for. */
  override updatePayment(): Promise<UpdatePaymentOutput> {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      'The sum of a payment by card cannot be changed. Begin the payment anew.',
    );
  }

  /** What Stripe tells comes in by the site and is kept before it is believed (src/payment), not by this road. */
  override getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED });
  }

  /** A hosted page in Stripe's own words, with its charge. */
  retrievePage(checkoutId: string) {
    return this.stripe_.checkout.sessions.retrieve(checkoutId, { expand: ['payment_intent.latest_charge'] });
  }

  /** A charge in Stripe's own words. */
  retrieveIntent(intentId: string) {
    return this.stripe_.paymentIntents.retrieve(intentId, { expand: ['latest_charge'] });
  }

  /** Asks Stripe what became of a hosted page. @throws {@link isUnknownPage} where this account has no such page */
  async look(checkoutId: string): Promise<HostedPage> {
    const page = await this.retrievePage(checkoutId);
    const { payment_intent: intent } = page;
    const charged = typeof intent === 'object' ? intent : null;
    const charge = typeof charged?.latest_charge === 'object' ? charged.latest_charge : null;
    // Done by its buyer, and refused by the bank afterwards.
    const failed =
      page.payment_status === 'unpaid' &&
      ['canceled', 'requires_payment_method'].includes(charged?.status ?? '');
    return {
      status: page.status === 'complete' && failed ? 'expired' : (page.status ?? 'open'),
      session: page.metadata?.session_id ?? null,
      received: charged?.amount_received ?? 0,
      refunded: charge?.amount_refunded ?? 0,
      currency: charged?.currency ?? page.currency ?? '',
      intent: charged?.id ?? null,
    };
  }

  /** Ends a hosted page, so that nobody can pay on it any more; one that is over is only looked at. */
  async end(checkoutId: string): Promise<HostedPage> {
    const page = await this.look(checkoutId);
    if (page.status !== 'open') return page;
    try {
      await this.stripe_.checkout.sessions.expire(checkoutId);
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
    return this.look(checkoutId);
  }

  /** What a charge brought and gave back, whole đồng; without a session it is somebody else's who shares the account. */
  async lookAtCharge(
    intentId: string,
  ): Promise<{ received: number; refunded: number; session: string | null }> {
    const intent = await this.retrieveIntent(intentId);
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    return {
      received: intent.amount_received,
      refunded: charge?.amount_refunded ?? 0,
      session: intent.metadata.session_id ?? null,
    };
  }

  /** Pays back what is left of a charge. @param key asked again with one key, it is paid back once */
  async payBack(intentId: string, key: string) {
    try {
      return await this.stripe_.refunds.create({ payment_intent: intentId }, { idempotencyKey: key });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'charge_already_refunded') throw error;
      return null;
    }
  }

  /**
   * Reads a notification.
   * @param at when it came: its signature holds for five minutes
   * @returns null for one that Stripe did not sign
   */
  readNotice(body: Buffer, signature: string, at: Date): CardNotice | null {
    try {
      const event = this.stripe_.webhooks.constructEvent(
        body,
        signature,
        this.#settings.webhookSecret,
        undefined,
        undefined,
        at.getTime(),
      );
      const about = event.data.object as { object?: unknown; id?: unknown; payment_intent?: unknown };
      const id = typeof about.id === 'string' ? about.id : null;
      const intent = typeof about.payment_intent === 'string' ? about.payment_intent : null;
      return {
        eventId: event.id,
        type: event.type,
        checkoutId: about.object === 'checkout.session' ? id : null,
        intentId: about.object === 'payment_intent' ? id : intent,
      };
    } catch {
      return null;
    }
  }

  async #money(session: string): Promise<{ status: PaymentSessionStatus; intent: string | null }> {
    const found = await this.#connection?.raw(
      'select money, intent_id as intent from card_payment where session_id = ?',
      [session],
    );
    const row = found?.rows[0];
    const intent = row?.intent ?? null;
    if (row?.money === 'captured') return { status: 'captured', intent };
    return { status: row?.money === 'awaiting' ? 'pending_authorization' : 'canceled', intent };
  }
}

/** Whether Stripe says that it does not know what was asked for, as after a change of the account's keys. */
export function isUnknownPage(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'resource_missing';
}

/** Whether Stripe understood and will not do it. */
function isRefused(error: unknown): boolean {
  return (error as { type?: unknown } | null)?.type === 'StripeInvalidRequestError';
}

function textOf(data: Record<string, unknown> | undefined, name: string): string {
  const value = data?.[name];
  if (typeof value !== 'string') throw new Error(`A payment by card has no ${name}.`);
  return value;
}
