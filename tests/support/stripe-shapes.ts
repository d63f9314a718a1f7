/**
 * What the stand-in for Stripe answers, held to Stripe's own types of the version that Medusa's provider uses: a
 * field that is missing, or of another shape, is a fault of types.
 */
import type { CardPayment } from '../../medusa/src/modules/card-payment/provider.ts';

type Answer<Method extends 'retrievePage' | 'retrieveIntent' | 'payBack'> = Omit<
  NonNullable<Awaited<ReturnType<CardPayment[Method]>>>,
  'lastResponse'
>;
export type CheckoutSession = Answer<'retrievePage'>;
export type PaymentIntent = Answer<'retrieveIntent'>;
export type Refund = Answer<'payBack'>;
export type Charge = Exclude<PaymentIntent['latest_charge'], string | null>;

const now = () => Math.floor(Date.now() / 1000);

/** What a page is made of. `amount` in the smallest part of the currency, which đồng is itself. */
export interface NewPage {
  id: string;
  url: string;
  amount: number;
  currency: string;
  metadata: Record<string, string>;
  successUrl: string;
  cancelUrl: string | null;
  expiresAt: number;
  locale: CheckoutSession['locale'];
}

export function checkoutSession(page: NewPage): CheckoutSession {
  return {
    ...{ id: page.id, object: 'checkout.session', url: page.url, status: 'open', payment_status: 'unpaid' },
    ...{ mode: 'payment', amount_subtotal: page.amount, amount_total: page.amount, currency: page.currency },
    ...{ metadata: page.metadata, success_url: page.successUrl, cancel_url: page.cancelUrl },
    ...{ created: now(), expires_at: page.expiresAt, livemode: false, locale: page.locale },
    payment_intent: null,
    payment_method_types: ['card'],
    payment_method_options: {},
    ...{ after_expiration: null, allow_promotion_codes: null, billing_address_collection: null },
    automatic_tax: { enabled: false, liability: null, status: null },
    ...{ client_reference_id: null, client_secret: null, consent: null, consent_collection: null },
    ...{ currency_conversion: null, custom_fields: [], customer: null, customer_creation: 'if_required' },
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    ...{ customer_details: null, customer_email: null, invoice: null, invoice_creation: null },
    ...{ payment_link: null, payment_method_collection: 'if_required', recovered_from: null },
    ...{ payment_method_configuration_details: null, saved_payment_method_options: null, setup_intent: null },
    ...{ shipping_address_collection: null, shipping_cost: null, shipping_details: null },
    ...{ shipping_options: [], submit_type: null, subscription: null, ui_mode: 'hosted' },
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  } satisfies CheckoutSession;
}

/** The charge of a page. `received` is 0 where the bank has not answered yet. */
export function paymentIntent(
  id: string,
  page: CheckoutSession,
  { received, charge }: { received: number; charge: Charge | null },
): PaymentIntent {
  return {
    ...{ id, object: 'payment_intent', amount: page.amount_total ?? 0, amount_capturable: 0 },
    ...{ amount_received: received, currency: page.currency ?? 'vnd', metadata: page.metadata ?? {} },
    ...{ status: received > 0 ? 'succeeded' : 'processing', latest_charge: charge, created: now() },
    ...{ application: null, application_fee_amount: null, automatic_payment_methods: null },
    ...{ canceled_at: null, cancellation_reason: null, capture_method: 'automatic', client_secret: null },
    ...{ confirmation_method: 'automatic', customer: null, description: null, invoice: null },
    ...{ last_payment_error: null, livemode: false, next_action: null, on_behalf_of: null },
    ...{ payment_method: 'pm_card', payment_method_configuration_details: null, processing: null },
    ...{ payment_method_options: {}, payment_method_types: ['card'], receipt_email: null, review: null },
    ...{ setup_future_usage: null, shipping: null, statement_descriptor: null, transfer_data: null },
    ...{ statement_descriptor_suffix: null, source: null, transfer_group: null },
  } satisfies PaymentIntent;
}

export function charge(id: string, intent: string, amount: number, currency: string): Charge {
  return {
    ...{ id, object: 'charge', amount, amount_captured: amount, amount_refunded: 0, currency },
    ...{ payment_intent: intent, paid: true, captured: true, refunded: false, status: 'succeeded' },
    ...{ application: null, application_fee: null, application_fee_amount: null, balance_transaction: null },
    billing_details: { address: null, email: null, name: null, phone: null },
    ...{ calculated_statement_descriptor: null, created: now(), customer: null, description: null },
    ...{ disputed: false, failure_balance_transaction: null, failure_code: null, failure_message: null },
    ...{ fraud_details: null, invoice: null, livemode: false, metadata: {}, on_behalf_of: null },
    ...{ outcome: null, payment_method: 'pm_card', payment_method_details: null, receipt_email: null },
    ...{ receipt_number: null, receipt_url: null, review: null, shipping: null, source: null },
    ...{ source_transfer: null, statement_descriptor: null, statement_descriptor_suffix: null },
    ...{ transfer_data: null, transfer_group: null },
  } satisfies Charge;
}

export function refund(id: string, of: Charge, amount: number): Refund {
  return {
    ...{ id, object: 'refund', amount, currency: of.currency, status: 'succeeded', created: now() },
    ...{ charge: of.id, payment_intent: of.payment_intent, balance_transaction: null, metadata: {} },
    ...{ reason: null, receipt_number: null, source_transfer_reversal: null, transfer_reversal: null },
  } satisfies Refund;
}
