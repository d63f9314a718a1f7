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
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from '@medusajs/framework/types';
import {
  AbstractPaymentProvider,
  BigNumber,
  ContainerRegistrationKeys,
  generateEntityId,
  PaymentActions,
} from '@medusajs/framework/utils';

/** The part of Knex that is needed: Medusa hands its connection to the providers of every module. */
interface Connection {
  raw(statement: string, values: readonly unknown[]): Promise<{ rows: { money: string }[] }>;
}

/**
 * Payment by transfer to the seller's bank account. An order is placed while its money is awaited
 * (`pending_authorization`); that it came stands in `awaited_transfer` and is believed from there alone, whatever
 * a session's data say. No bank pays back for a program: a refund is noted, to be made by hand.
 */
export class TransferPayment extends AbstractPaymentProvider {
  static override identifier = 'transfer';

  readonly #connection: Connection;

  constructor(container: Record<string, unknown>, options?: Record<string, unknown>) {
    super(container, options);
    this.#connection = container[ContainerRegistrationKeys.PG_CONNECTION] as Connection;
  }

  override initiatePayment({ data }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const id = sessionOf(data);
    return Promise.resolve({ id, status: 'pending', data: { session_id: id } });
  }

  override async authorizePayment({ data }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    return { status: await this.#statusOf(sessionOf(data)), data: data ?? {} };
  }

  override async getPaymentStatus({ data }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    return { status: await this.#statusOf(sessionOf(data)) };
  }

  override capturePayment({ data }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  /** The money is owed to the buyer from here on; asked again for one refund it is owed once. */
  override async refundPayment({ data, amount, context }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const { numeric } = new BigNumber(amount);
    await this.#connection.raw(
      `insert into transfer_refund (id, key, awaited_id, amount, why)
       select ?, ?, id, ?, 'refund' from awaited_transfer where session_id = ?
       on conflict (key) do nothing`,
      [
        generateEntityId(undefined, 'trf'),
        context?.idempotency_key ?? generateEntityId(undefined, 'once'),
        Math.round(numeric),
        sessionOf(data),
      ],
    );
    return { data: data ?? {} };
  }

  override cancelPayment({ data }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  override deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  override retrievePayment({ data }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  override updatePayment({ data }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    return Promise.resolve({ data: data ?? {} });
  }

  /** What banks tell comes in by the site and is kept before it is believed (src/payment), not by this road. */
  override getWebhookActionAndData(): Promise<WebhookActionResult> {
    return Promise.resolve({ action: PaymentActions.NOT_SUPPORTED });
  }

  async #statusOf(sessionId: string): Promise<PaymentSessionStatus> {
    const { rows } = await this.#connection.raw('select money from awaited_transfer where session_id = ?', [
      sessionId,
    ]);
    const money = rows[0]?.money;
    if (money === 'captured') return 'captured';
    return money === 'awaiting' ? 'pending_authorization' : 'canceled';
  }
}

/** Medusa puts the session's id into its data, last. */
function sessionOf(data: Record<string, unknown> | undefined): string {
  const id = data?.session_id;
  if (typeof id !== 'string') throw new Error('A payment by transfer has no session.');
  return id;
}
