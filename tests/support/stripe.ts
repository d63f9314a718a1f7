/**
 * A stand-in for Stripe, for tests: a real HTTP server with the part of its API that is used here, a page that plays
 * Stripe's hosted page, and webhooks signed as Stripe signs them. Stripe itself is not reached by any test; a run
 * with its test keys needs no stand-in (docs/operations.md).
 */
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestStack } from './stack.ts';
import { hostedPage } from './stripe-page.ts';
import { Refused } from './stripe-refused.ts';
import {
  charge,
  checkoutSession,
  paymentIntent,
  refund,
  type Charge,
  type CheckoutSession,
  type PaymentIntent,
} from './stripe-shapes.ts';

/** An event as its webhook carries it. */
export interface StripeEvent {
  id: string;
  object: 'event';
  type: string;
  created: number;
  data: { object: object };
  [rest: string]: unknown;
}

const id = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;
const seconds = () => Math.floor(Date.now() / 1000);

/** Stripe refuses what is worth less than half a dollar. */
const LEAST = 13_000;

export class StripeStandIn {
  /** Whether it tells of what happens by itself. */
  tells = true;
  /** Whether it answers nobody, as a service that is dead. */
  isDown = false;
  readonly events: StripeEvent[] = [];
  /** How often each refund of a charge was asked for and made. */
  refundsMade = 0;
  readonly #pages = new Map<string, CheckoutSession>();
  readonly #intents = new Map<string, PaymentIntent>();
  readonly #charges = new Map<string, Charge>();
  readonly #answered = new Map<string, { body: string; answer: object }>();
  readonly #stack: Pick<TestStack, 'env' | 'siteUrl'>;
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  constructor(stack: Pick<TestStack, 'env' | 'siteUrl'>) {
    this.#stack = stack;
  }

  /** Listens where this run's Medusa looks for Stripe. */
  async start(): Promise<this> {
    const url = new URL(this.#stack.env.STRIPE_API_URL ?? '');
    this.#server.listen(Number(url.port), url.hostname);
    await once(this.#server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The pages that were opened for a payment session of Medusa's, or all. */
  pages(session?: string): CheckoutSession[] {
    return [...this.#pages.values()].filter((page) => !session || page.metadata?.session_id === session);
  }

  page(pageId: string): CheckoutSession {
    const page = this.#pages.get(pageId);
    if (!page) throw new Refused(404, 'resource_missing', `No such checkout.session: ${pageId}`);
    if (page.status === 'open' && page.expires_at <= seconds()) page.status = 'expired';
    return page;
  }

  /**
   * Somebody pays on a page. @param how `received`: another sum than the page's; `delayed`: the bank answers later
   * @returns whether it could be paid
   */
  async pay(pageId: string, how: { received?: number; delayed?: boolean } = {}): Promise<boolean> {
    const page = this.page(pageId);
    if (page.status !== 'open') return false;
    const received = how.delayed ? 0 : (how.received ?? page.amount_total ?? 0);
    const intentId = id('pi');
    const taken = received > 0 ? charge(id('ch'), intentId, received, page.currency ?? 'vnd') : null;
    if (taken) this.#charges.set(intentId, taken);
    this.#intents.set(intentId, paymentIntent(intentId, page, { received, charge: taken }));
    page.status = 'complete';
    page.payment_status = received > 0 ? 'paid' : 'unpaid';
    page.payment_intent = intentId;
    await this.#happened('checkout.session.completed', page);
    if (taken) await this.#happened('payment_intent.succeeded', this.#intent(intentId));
    return true;
  }

  /** The bank answers at last. */
  async settle(pageId: string, isPaid: boolean): Promise<void> {
    const page = this.page(pageId);
    const intent = this.#intent(String(page.payment_intent));
    if (isPaid) {
      const amount = page.amount_total ?? 0;
      const taken = charge(id('ch'), intent.id, amount, intent.currency);
      this.#charges.set(intent.id, taken);
      Object.assign(intent, { status: 'succeeded', amount_received: amount, latest_charge: taken });
      page.payment_status = 'paid';
    } else intent.status = 'requires_payment_method';
    await this.#happened(`checkout.session.async_payment_${isPaid ? 'succeeded' : 'failed'}`, page);
  }

  /** A charge goes back, as from Stripe's own pages. */
  payBack(pageId: string, amount?: number): void {
    this.#refund(String(this.page(pageId).payment_intent), amount);
  }

  /** What of a page's charge is still the seller's. */
  kept(pageId: string): number {
    const taken = this.#charges.get(String(this.page(pageId).payment_intent));
    return taken ? taken.amount - taken.amount_refunded : 0;
  }

  /** Tells the site of an event, signed. @returns the status of the answer */
  async tell(
    event: StripeEvent,
    { at = seconds(), secret = this.#stack.env.STRIPE_WEBHOOK_SECRET ?? '' } = {},
  ): Promise<number> {
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    const answer = await fetch(`${this.#stack.siteUrl}/hooks/payment/stripe`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': `t=${at},v1=${signature}`,
      },
    });
    await answer.body?.cancel();
    return answer.status;
  }

  async #happened(type: string, object: object): Promise<void> {
    const event: StripeEvent = {
      ...{
        id: id('evt'),
        object: 'event',
        type,
        created: seconds(),
        data: { object: structuredClone(object) },
      },
      ...{ api_version: '2024-04-10', livemode: false, pending_webhooks: 1 },
      request: { id: null, idempotency_key: null },
    };
    this.events.push(event);
    if (this.tells) await this.tell(event);
  }

  #intent(intentId: string): PaymentIntent {
    const intent = this.#intents.get(intentId);
    if (!intent) throw new Refused(404, 'resource_missing', `No such payment_intent: ${intentId}`);
    return intent;
  }

  #refund(intentId: string, asked?: number) {
    const taken = this.#charges.get(this.#intent(intentId).id);
    if (!taken) throw new Refused(400, null, 'This PaymentIntent has no charge.');
    const left = taken.amount - taken.amount_refunded;
    if (left === 0) throw new Refused(400, 'charge_already_refunded', 'Charge has already been refunded.');
    const amount = asked ?? left;
    if (amount > left) throw new Refused(400, null, 'Refund amount is greater than unrefunded amount.');
    taken.amount_refunded += amount;
    taken.refunded = taken.amount_refunded === taken.amount;
    this.refundsMade += 1;
    return refund(id('re'), taken, amount);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isDown) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', 'http://stand-in');
    let body = '';
    for await (const part of request) body += String(part);
    const json = (status: number, answer: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    try {
      if (url.pathname.startsWith('/c/pay/')) {
        const { status, html, location } = await hostedPage(
          this,
          request.method ?? '',
          url,
          new URLSearchParams(body),
        );
        const headers = { 'content-type': 'text/html; charset=utf-8', ...(location ? { location } : {}) };
        response.writeHead(status, headers).end(html);
        return;
      }
      if (request.headers.authorization !== `Bearer ${this.#stack.env.STRIPE_SECRET_KEY}`) {
        throw new Refused(401, null, 'Invalid API Key provided.');
      }
      json(200, this.#api(request, url, body));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      json(error.status, { error: error.error });
    }
  }

  #api({ method, headers }: IncomingMessage, url: URL, body: string): object {
    const key = headers['idempotency-key'];
    const known = typeof key === 'string' ? this.#answered.get(key) : undefined;
    if (known && known.body !== body) {
      throw new Refused(
        400,
        null,
        'Keys for idempotent requests can only be used with the same parameters.',
        'idempotency_error',
      );
    }
    if (known) return known.answer;
    const answer = this.#route(`${method} ${url.pathname}`, url.searchParams, new URLSearchParams(body));
    if (typeof key === 'string') this.#answered.set(key, { body, answer: structuredClone(answer) });
    return answer;
  }

  #route(what: string, query: URLSearchParams, form: URLSearchParams): object {
    const [, name = '', action = ''] =
      /^\w+ \/v1\/(?:checkout\/sessions|payment_intents)\/(\w+)(\/\w+)?$/.exec(what) ?? [];
    const expand = [...query].filter(([field]) => field.startsWith('expand')).map(([, value]) => value);
    if (what === 'POST /v1/checkout/sessions') return this.#open(form);
    if (what === 'POST /v1/refunds') {
      const amount = form.get('amount');
      return this.#refund(form.get('payment_intent') ?? '', amount === null ? undefined : Number(amount));
    }
    if (what.startsWith('GET /v1/checkout/sessions/')) {
      const page = this.page(name);
      const isExpanded = expand.some((field) => field.startsWith('payment_intent'));
      return isExpanded && typeof page.payment_intent === 'string'
        ? { ...page, payment_intent: this.#intent(page.payment_intent) }
        : page;
    }
    if (action === '/expire') {
      const page = this.page(name);
      if (page.status !== 'open') {
        throw new Refused(400, null, 'Only Checkout Sessions with a status in ["open"] can be expired.');
      }
      page.status = 'expired';
      return page;
    }
    if (what.startsWith('GET /v1/payment_intents/')) return this.#intent(name);
    throw new Refused(404, null, `Unrecognized request URL (${what}).`);
  }

  #open(form: URLSearchParams): CheckoutSession {
    const price = 'line_items[0][price_data]';
    const [amount, expiresAt] = [Number(form.get(`${price}[unit_amount]`)), Number(form.get('expires_at'))];
    const lines = new Set([...form.keys()].flatMap((field) => /^line_items\[(\d+)\]/.exec(field)?.[1] ?? []));
    if (
      form.get('mode') !== 'payment' ||
      form.get('payment_method_types[0]') !== 'card' ||
      lines.size !== 1
    ) {
      throw new Refused(400, null, 'This stand-in knows payments by card of one line.');
    }
    if (!Number.isSafeInteger(amount))
      throw new Refused(400, 'parameter_invalid_integer', 'Invalid integer.');
    if (amount < LEAST) {
      throw new Refused(400, 'amount_too_small', 'The amount must convert to at least 50 cents.');
    }
    const ahead = expiresAt - seconds();
    if (ahead < 30 * 60 || ahead > 24 * 60 * 60) {
      throw new Refused(
        400,
        null,
        'The `expires_at` timestamp must be between 30 minutes and 24 hours ahead.',
      );
    }
    const metadata = Object.fromEntries(
      [...form].flatMap(([field, value]) => {
        const name = /^metadata\[(\w+)\]$/.exec(field)?.[1];
        return name === undefined ? [] : [[name, value]];
      }),
    );
    const pageId = id('cs_test');
    const { port } = this.#server.address() as AddressInfo;
    const page = checkoutSession({
      ...{ id: pageId, url: `http://127.0.0.1:${port}/c/pay/${pageId}`, amount, metadata, expiresAt },
      currency: form.get(`${price}[currency]`) ?? '',
      successUrl: form.get('success_url') ?? '',
      cancelUrl: form.get('cancel_url'),
      locale: form.get('locale') === 'en' ? 'en' : 'vi',
    });
    this.#pages.set(pageId, page);
    return page;
  }
}
