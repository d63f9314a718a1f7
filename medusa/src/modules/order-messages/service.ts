import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL, Logger } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { MOST_TRIES, pauseAfter, type MessageKind } from '@ocop/rules/order-messages';
import { OrderMessage } from './models/order-message.ts';
import { OrderMessageSweep } from './models/sweep-mark.ts';

export type MessageState = 'waiting' | 'sent' | 'failed' | 'skipped';
export type MessageChannel = 'email' | 'sms';

export interface Resend {
  at: string;
  /** Id of the member of staff. */
  by: string;
  reason: string;
}

/** One thing a buyer is told of an order; see the model. */
export interface StoredMessage {
  id: string;
  orderId: string;
  kind: MessageKind;
  state: MessageState;
  channel: MessageChannel | null;
  tries: number;
  nextTryAt: Date;
  sentAt: Date | null;
  problem: string | null;
  resends: Resend[];
}

export interface SweepMark {
  since: Date;
  seenUntil: Date;
  allSeenAt: Date;
}

/** From the environment, see src/env.ts. */
export interface OrderMessageSettings {
  /** Origin of the site, which links lead to; null where it is not known. */
  siteUrl: string | null;
  /** Makes the addresses of receipts, as the site makes them; null where messages hold no link. */
  receiptSecret: string | null;
  /** Whether buyers who gave no e-mail address are told by the webhook. */
  webhook: boolean;
  /** Host and port; null where messages are written into `mailFolder` and nobody is sent them. */
  mailServer: string | null;
  mailFolder: string;
}

/** How long one process has for one message; far longer than a mail server is waited for. */
const LEASE_S = 180;

const columns = `id, order_id as "orderId", kind, state, channel, tries, next_try_at as "nextTryAt",
  sent_at as "sentAt", problem, resends`;

const withoutSettings: OrderMessageSettings = {
  siteUrl: null,
  receiptSecret: null,
  webhook: false,
  mailServer: null,
  mailFolder: 'order-mail',
};

function saidAtStart({ mailServer, mailFolder, receiptSecret }: OrderMessageSettings): string[] {
  const mail =
    mailServer === null
      ? `Order messages are sent to nobody: each is written to ${mailFolder} as an .eml file. Set SMTP_HOST and MAIL_FROM to send them.`
      : `Order messages are sent by ${mailServer}.`;
  const link = 'They hold no link to the receipt: set SITE_URL and RECEIPT_SECRET as the site is given them.';
  return receiptSecret === null ? [mail, link] : [mail];
}

/** The outbox of what buyers are told of their orders, with how far orders were looked through for it. */
export class OrderMessagesService extends MedusaService({ OrderMessage, OrderMessageSweep }) {
  readonly #repository: DAL.RepositoryService;
  readonly settings: Readonly<OrderMessageSettings>;

  readonly __hooks: { onApplicationStart(): Promise<void> };

  constructor(
    container: { baseRepository: DAL.RepositoryService; logger: Logger },
    options: Partial<OrderMessageSettings> = {},
  ) {
    super(container, options);
    this.#repository = container.baseRepository;
    this.settings = { ...withoutSettings, ...options };
    this.__hooks = {
      onApplicationStart: () => {
        for (const line of saidAtStart(this.settings)) container.logger.info(line);
        return Promise.resolve();
      },
    };
  }

  async sweepMark(): Promise<SweepMark> {
    const [mark] = await this.#run<SweepMark>(
      `select since, seen_until as "seenUntil", all_seen_at as "allSeenAt" from order_message_sweep where id = 'orders'`,
      [],
    );
    if (!mark) throw new Error('The table order_message_sweep is empty. Run npm run migrate -w medusa.');
    return mark;
  }

  /** Moves the mark on; two sweeps at once leave the later of the two. */
  async markSwept(seenUntil: Date, allSeenAt: Date): Promise<void> {
    await this.#run(
      `update order_message_sweep set seen_until = greatest(seen_until, ?::timestamptz),
         all_seen_at = greatest(all_seen_at, ?::timestamptz),
         updated_at = now() where id = 'orders'`,
      [seenUntil.toISOString(), allSeenAt.toISOString()],
    );
  }

  /** The kinds each order has a row of. */
  async kindsOf(orderIds: readonly string[]): Promise<Map<string, Set<MessageKind>>> {
    const rows = await this.#run<{ orderId: string; kind: MessageKind }>(
      `select order_id as "orderId", kind from order_message where order_id = any(string_to_array(?, ','))`,
      [orderIds.join(',')],
    );
    const kinds = new Map<string, Set<MessageKind>>();
    for (const { orderId, kind } of rows) kinds.set(orderId, (kinds.get(orderId) ?? new Set()).add(kind));
    return kinds;
  }

  /** Adds messages to be sent; one that is there already stays as it is. @returns how many are new */
  async add(messages: readonly { orderId: string; kind: MessageKind }[]): Promise<number> {
    if (messages.length === 0) return 0;
    const rows = messages.map((one) => ({ id: generateEntityId(undefined, 'omsg'), ...one }));
    const added = await this.#run(
      `insert into order_message (id, order_id, kind, state)
       select id, "orderId", kind, 'waiting' from jsonb_to_recordset(?::jsonb) as one(id text, "orderId" text, kind text)
       on conflict (order_id, kind) do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return added.length;
  }

  /**
   * Takes one message to be sent, for this process alone until its lease ends: by then it was noted what became of
   * it, or the process is gone and another takes it. The try is counted before it is made.
   */
  async claim(): Promise<StoredMessage | null> {
    const [claimed] = await this.#run<StoredMessage>(
      `update order_message set tries = tries + 1, leased_until = now() + ?::float8 * interval '1 second',
         updated_at = now()
       where id = (
         select id from order_message
         where state = 'waiting' and next_try_at <= now() and (leased_until is null or leased_until < now())
         order by next_try_at, id limit 1 for update skip locked)
       returning ${columns}`,
      [LEASE_S],
    );
    return claimed ?? null;
  }

  async noteSent(id: string, channel: MessageChannel): Promise<void> {
    await this.#run(
      `update order_message set state = 'sent', channel = ?, sent_at = now(), problem = null, leased_until = null,
         updated_at = now() where id = ?`,
      [channel, id],
    );
  }

  async noteSkipped(id: string, problem: string): Promise<void> {
    await this.#run(
      `update order_message set state = 'skipped', problem = ?, leased_until = null, updated_at = now() where id = ?`,
      [problem, id],
    );
  }

  /**
   * Notes that a message was not sent: it is tried again after a pause, or given up.
   * @param problem names no address
   * @param forGood whether another try would end the same way
   */
  async noteFailed(
    { id, tries }: StoredMessage,
    { channel, problem, forGood }: { channel: MessageChannel | null; problem: string; forGood: boolean },
  ): Promise<MessageState> {
    const pause = forGood ? null : pauseAfter(tries);
    const state = pause === null ? 'failed' : 'waiting';
    await this.#run(
      `update order_message set state = ?, channel = ?, problem = ?, leased_until = null, updated_at = now(),
         next_try_at = now() + ?::float8 * interval '1 minute' where id = ?`,
      [state, channel, problem, pause ?? 0, id],
    );
    return state;
  }

  /** Gives up what was tried too often by processes that were killed each time. */
  async giveUp(): Promise<number> {
    const rows = await this.#run(
      `update order_message set state = 'failed', problem = coalesce(problem, 'process-ended'), leased_until = null,
         updated_at = now()
       where state = 'waiting' and tries >= ? and (leased_until is null or leased_until < now()) returning id`,
      [MOST_TRIES],
    );
    return rows.length;
  }

  /** What was sent, or is to be sent, of one order; in the order in which it came up. */
  ofOrder(orderId: string): Promise<StoredMessage[]> {
    return this.#run(`select ${columns} from order_message where order_id = ? order by created_at, id`, [
      orderId,
    ]);
  }

  /** Messages staff have to look at: given up, the newest first; at most 100. */
  failed(): Promise<StoredMessage[]> {
    return this.#run(
      `select ${columns} from order_message where state = 'failed' order by updated_at desc limit 100`,
      [],
    );
  }

  /** Has a message sent again. @returns false where it is waiting to be sent already, or there is none */
  async sendAgain(orderId: string, kind: MessageKind, { by, reason }: Omit<Resend, 'at'>): Promise<boolean> {
    const rows = await this.#run(
      `update order_message set state = 'waiting', tries = 0, next_try_at = now(), leased_until = null, problem = null,
         sent_at = null, updated_at = now(),
         resends = resends || jsonb_build_array(jsonb_build_object('at', now(), 'by', ?::text, 'reason', ?::text))
       where order_id = ? and kind = ? and state <> 'waiting' returning id`,
      [by, reason, orderId, kind],
    );
    return rows.length > 0;
  }

  #run<T = { id: string }>(statement: string, values: unknown[]): Promise<T[]> {
    return this.#repository.getFreshManager<SqlEntityManager>().execute<T[]>(statement, values);
  }
}
