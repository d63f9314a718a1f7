import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import type { Closing } from '@ocop/contract/bank-transfers';
import { TRANSFER_WITHIN_HOURS } from '@ocop/rules/payment/order-money';
import type { TransferDoubt, TransferNotice } from '@ocop/rules/payment/bank-transfer';
import { AwaitedTransfer as AwaitedTransferModel } from './models/awaited-transfer.ts';
import { BankTransfer } from './models/bank-transfer.ts';
import { TransferRefund } from './models/transfer-refund.ts';
import {
  awaitedColumns,
  refundColumns,
  transferColumns,
  type AwaitedTransfer,
  type OwedRefund,
  type StoredTransfer,
} from './rows.ts';
import type { TransferOptions, TransferSecrets, TransferSettings } from './settings.ts';

/** How long the words of a payer are kept with a transfer that is dealt with, days. */
const NOTE_DAYS = 180;

/** Two services tell the time of one transfer within this, minutes. */
const SAME_TRANSFER_MINUTES = 30;

/** The most rows of one list; what is beyond it comes up as rows are dealt with. */
export const MOST_LISTED = 100;

/** Who settles, closes or pays back: staff by their id. */
interface Decision {
  by: string;
  remark: string | null;
}

/** Orders that wait for a transfer, transfers that were told of, and what is to be transferred back. */
export class BankTransferService extends MedusaService({
  AwaitedTransfer: AwaitedTransferModel,
  BankTransfer,
  TransferRefund,
}) {
  readonly #repository: DAL.RepositoryService;
  /** Null where the shop takes no transfers. */
  readonly settings: Readonly<TransferSettings> | null;
  readonly secrets: Readonly<TransferSecrets>;

  constructor(container: { baseRepository: DAL.RepositoryService }, options: Partial<TransferOptions> = {}) {
    super(container, options);
    this.#repository = container.baseRepository;
    this.settings = options.settings ?? null;
    this.secrets = options.secrets ?? {};
  }

  /** Notes, before the order of a cart is placed, that it is paid by transfer; an earlier attempt's is replaced. */
  async expect(cartId: string, sessionId: string, amount: number): Promise<void> {
    await this.#run(
      `insert into awaited_transfer (id, cart_id, session_id, amount, money, due_at)
       values (?, ?, ?, ?, 'awaiting', now() + ?::float8 * interval '1 hour')
       on conflict (cart_id) do update set session_id = excluded.session_id, amount = excluded.amount,
         due_at = excluded.due_at, updated_at = now()
         where awaited_transfer.order_id is null and awaited_transfer.money = 'awaiting'`,
      [
        generateEntityId(undefined, 'awtr'),
        cartId,
        sessionId,
        amount,
        this.settings?.withinHours ?? TRANSFER_WITHIN_HOURS,
      ],
    );
  }

  /** Forgets an attempt that came to no order: the cart may become one that is paid another way. */
  async forget(cartId: string): Promise<void> {
    const sql = `delete from awaited_transfer where cart_id = ? and order_id is null and money = 'awaiting'`;
    await this.#run(sql, [cartId]);
  }

  /** Names the order that was placed. */
  async placed(cartId: string, orderId: string): Promise<void> {
    await this.#run(
      'update awaited_transfer set order_id = ?, updated_at = now() where cart_id = ? and order_id is null',
      [orderId, cartId],
    );
  }

  /** Names the orders whose process ended before it could. */
  async nameOrders(): Promise<void> {
    await this.#run(
      `update awaited_transfer a set order_id = l.order_id, updated_at = now() from order_cart l
       where a.money = 'awaiting' and a.order_id is null and l.cart_id = a.cart_id and l.deleted_at is null`,
    );
  }

  async ofCart(cartId: string): Promise<AwaitedTransfer | null> {
    const sql = `select ${awaitedColumns} from awaited_transfer where cart_id = ?`;
    return (await this.#run<AwaitedTransfer>(sql, [cartId]))[0] ?? null;
  }

  async ofOrder(orderId: string): Promise<AwaitedTransfer | null> {
    const sql = `select ${awaitedColumns} from awaited_transfer where order_id = ?`;
    return (await this.#run<AwaitedTransfer>(sql, [orderId]))[0] ?? null;
  }

  /** Orders still waited for, the most urgent first. */
  awaited(): Promise<AwaitedTransfer[]> {
    return this.#run(
      `select ${awaitedColumns} from awaited_transfer
       where money = 'awaiting' and order_id is not null order by due_at limit ${MOST_LISTED}`,
    );
  }

  /**
   * Those whose time is over by the clock that gave it to them, also where no order was noted; not those for which
   * money came that a person has to look at.
   */
  due(): Promise<AwaitedTransfer[]> {
    return this.#run(
      `select ${awaitedColumns} from awaited_transfer
       where money = 'awaiting' and due_at <= now() and not exists (
         select 1 from bank_transfer b where b.order_id = awaited_transfer.order_id and b.state = 'doubted')
       order by due_at limit ${MOST_LISTED}`,
    );
  }

  /** Paid for, and not yet held by Medusa as a payment: the process that did it ended before. */
  unbooked(): Promise<AwaitedTransfer[]> {
    return this.#run(
      `select ${awaitedColumns} from awaited_transfer
       where money = 'captured' and booked_at is null and captured_at < now() - interval '15 seconds'
       order by captured_at limit ${MOST_LISTED}`,
    );
  }

  async booked(id: string): Promise<void> {
    await this.#run('update awaited_transfer set booked_at = now(), updated_at = now() where id = ?', [id]);
  }

  /** Ends the waiting for money that did not come. @returns false where it was not waited for any more */
  async giveUp(id: string, money: 'cancelled' | 'expired'): Promise<boolean> {
    const rows = await this.#run(
      `update awaited_transfer set money = ?, updated_at = now() where id = ? and money = 'awaiting' returning id`,
      [money, id],
    );
    return rows.length > 0;
  }

  /** Keeps what was told of a transfer. @returns its id, or null where it was told before */
  async take(notice: TransferNotice): Promise<string | null> {
    const rows = await this.#run<{ id: string }>(
      `insert into bank_transfer (id, source, source_id, account, amount, booked_at, note, reference)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, source_id) do nothing returning id`,
      [
        ...[generateEntityId(undefined, 'btr'), notice.source, notice.sourceId, notice.account],
        ...[notice.amount, notice.at, notice.note, notice.reference],
      ],
    );
    return rows[0]?.id ?? null;
  }

  async transfer(id: string): Promise<StoredTransfer | null> {
    const sql = `select ${transferColumns} from bank_transfer where id = ?`;
    return (await this.#run<StoredTransfer>(sql, [id]))[0] ?? null;
  }

  /** Kept and not judged: the process that kept them ended before. */
  unjudged(): Promise<StoredTransfer[]> {
    return this.#run(
      `select ${transferColumns} from bank_transfer
       where state = 'new' and created_at < now() - interval '15 seconds' order by created_at limit ${MOST_LISTED}`,
    );
  }

  /** Those a person has to look at, the oldest first. */
  doubted(): Promise<StoredTransfer[]> {
    return this.#run(
      `select ${transferColumns} from bank_transfer where state = 'doubted' order by created_at limit ${MOST_LISTED}`,
    );
  }

  /** Transfers that were put down to one order, whatever became of them. */
  transfersOf(orderId: string): Promise<StoredTransfer[]> {
    return this.#run(
      `select ${transferColumns} from bank_transfer where order_id = ? order by booked_at, created_at`,
      [orderId],
    );
  }

  /** Whether another service told of the same transfer before: of two that came at once the later one is it. */
  async isToldByAnother({ id, source, reference, amount, bookedAt }: StoredTransfer): Promise<boolean> {
    if (reference === null) return false;
    const rows = await this.#run(
      `select id from bank_transfer
       where reference = ? and amount = ? and source <> ? and id <> ? and (closing is distinct from 'told-twice')
         and (created_at, id) < (select created_at, id from bank_transfer where id = ?)
         and booked_at between ?::timestamptz - interval '${SAME_TRANSFER_MINUTES} minutes'
           and ?::timestamptz + interval '${SAME_TRANSFER_MINUTES} minutes'
       limit 1`,
      [reference, amount, source, id, id, bookedAt, bookedAt],
    );
    return rows.length > 0;
  }

  /**
   * Lets transfers pay an order, all or none: it is captured, and they are settled.
   * @param owed what they bring above its sum, to be transferred back
   * @returns false where the order is not waited for, or one of them was dealt with meanwhile
   */
  settle(
    transferIds: readonly string[],
    { id: awaitedId, orderId }: { id: string; orderId: string },
    { owed = 0, decision = null }: { owed?: number; decision?: Decision | null } = {},
  ): Promise<boolean> {
    return this.#manager()
      .transactional(async (manager) => {
        const captured = await manager.execute<object[]>(
          `update awaited_transfer set money = 'captured', captured_at = now(), order_id = ?, updated_at = now()
         where id = ? and money = 'awaiting' returning id`,
          [orderId, awaitedId],
        );
        if (captured.length === 0) return false;
        const settled = await manager.execute<object[]>(
          `update bank_transfer set state = 'settled', order_id = ?, awaited_id = ?, remark = ?, decided_by = ?,
           decided_at = now(), updated_at = now()
         where id in (${transferIds.map(() => '?').join(', ')}) and state in ('new', 'doubted') returning id`,
          [orderId, awaitedId, decision?.remark ?? null, decision?.by ?? null, ...transferIds],
        );
        if (settled.length < transferIds.length) throw new DealtWith();
        if (owed > 0) {
          await manager.execute(
            `insert into transfer_refund (id, key, awaited_id, amount, why) values (?, ?, ?, ?, 'overpaid')`,
            [generateEntityId(undefined, 'trf'), `overpaid:${awaitedId}`, awaitedId, owed],
          );
        }
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof DealtWith) return false;
        throw error;
      });
  }

  /** Leaves a transfer to a person. */
  async doubt(id: string, doubt: TransferDoubt, orderId: string | null): Promise<void> {
    await this.#run(
      `update bank_transfer set state = 'doubted', doubt = ?, order_id = ?, updated_at = now()
       where id = ? and state = 'new'`,
      [doubt, orderId, id],
    );
  }

  /** Ends a transfer that pays no order. @returns false where it was dealt with before */
  async close(
    id: string,
    closing: Closing | 'told-twice',
    decision: Decision | null = null,
  ): Promise<boolean> {
    const rows = await this.#run(
      `update bank_transfer set state = 'closed', closing = ?, remark = ?, decided_by = ?, decided_at = now(),
         updated_at = now()
       where id = ? and state in ('new', 'doubted') returning id`,
      [closing, decision?.remark ?? null, decision?.by ?? null, id],
    );
    return rows.length > 0;
  }

  /** What is to be transferred back by hand, the oldest first. */
  owedRefunds(): Promise<OwedRefund[]> {
    return this.#run(
      `select ${refundColumns} from transfer_refund r join awaited_transfer a on a.id = r.awaited_id
       where r.paid_back_at is null order by r.created_at limit ${MOST_LISTED}`,
    );
  }

  /** Notes that money was transferred back. @returns false where it was noted before, or is not owed */
  async paidBack(id: string, { by, remark }: Decision): Promise<boolean> {
    const sql = `update transfer_refund set paid_back_at = now(), paid_back_by = ?, remark = ?, updated_at = now()
       where id = ? and paid_back_at is null returning id`;
    return (await this.#run(sql, [by, remark, id])).length > 0;
  }

  /** Erases payers' words from transfers that were dealt with long ago; sums and dates are the books'. */
  async eraseOldNotes(): Promise<void> {
    await this.#run(
      `update bank_transfer set note = '', updated_at = now()
       where state in ('settled', 'closed') and note <> ''
         and booked_at < now() - interval '${NOTE_DAYS} days' and decided_at < now() - interval '${NOTE_DAYS} days'`,
    );
  }

  #manager(): SqlEntityManager {
    return this.#repository.getFreshManager<SqlEntityManager>();
  }

  #run<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.#manager().execute<T[]>(statement, values);
  }
}

/** Undoes a settlement of which a part was settled or closed by somebody else. */
class DealtWith extends Error {}
