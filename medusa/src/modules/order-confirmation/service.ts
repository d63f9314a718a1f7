import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { CONFIRM_WITHIN_HOURS, LARGE_SUM, type ConfirmationReason } from '@ocop/rules/order-confirmation';
import { OrderConfirmation } from './models/order-confirmation.ts';

export interface Confirmation {
  id: string;
  cartId: string;
  /** Null until the order is placed. */
  orderId: string | null;
  reasons: ConfirmationReason[];
  /** When the goods are released unless somebody confirmed. */
  dueAt: Date;
  state: 'awaited' | 'confirmed' | 'released' | 'ended';
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** From the environment, see src/env.ts. */
export interface ConfirmationSettings {
  /** Whole đồng; orders above it are confirmed. */
  largeSum: number;
  /** How long goods are held for an order that nobody confirmed, hours. */
  withinHours: number;
}

const select = `
  select id, cart_id as "cartId", order_id as "orderId", reasons, due_at as "dueAt", state,
    decided_by as "decidedBy", decided_at as "decidedAt"
  from order_confirmation`;

/** Orders that are to be confirmed by telephone, from before they are placed to what came of it. */
export class OrderConfirmationService extends MedusaService({ OrderConfirmation }) {
  readonly #repository: DAL.RepositoryService;
  readonly settings: Readonly<ConfirmationSettings>;

  constructor(
    container: { baseRepository: DAL.RepositoryService },
    options: Partial<ConfirmationSettings> = {},
  ) {
    super(container, options);
    this.#repository = container.baseRepository;
    this.settings = { largeSum: LARGE_SUM, withinHours: CONFIRM_WITHIN_HOURS, ...options };
  }

  /** Notes, before the order of a cart is placed, whether it is to be confirmed; an earlier note is replaced. */
  async expect(cartId: string, reasons: readonly ConfirmationReason[]): Promise<void> {
    if (reasons.length === 0) {
      await this.#run('delete from order_confirmation where cart_id = ? and order_id is null', [cartId]);
      return;
    }
    await this.#run(
      `insert into order_confirmation (id, cart_id, reasons, due_at, state)
       values (?, ?, string_to_array(?, ','), now() + ?::float8 * interval '1 hour', 'awaited')
       on conflict (cart_id) do update set reasons = excluded.reasons, due_at = excluded.due_at, updated_at = now()
         where order_confirmation.order_id is null`,
      [generateEntityId(undefined, 'oconf'), cartId, reasons.join(','), this.settings.withinHours],
    );
  }

  /** Names the order that was placed. */
  async placed(cartId: string, orderId: string): Promise<void> {
    await this.#run('update order_confirmation set order_id = ?, updated_at = now() where cart_id = ?', [
      orderId,
      cartId,
    ]);
  }

  async ofOrder(orderId: string): Promise<Confirmation | null> {
    return (await this.#run(`${select} where order_id = ?`, [orderId]))[0] ?? null;
  }

  /** Orders nobody has confirmed, the most urgent first. */
  awaited(limit: number): Promise<Confirmation[]> {
    return this.#run(`${select} where state = 'awaited' and order_id is not null order by due_at limit ?`, [
      limit,
    ]);
  }

  /** Those whose time is over by the clock that gave it to them, also where no order was noted. */
  due(): Promise<Confirmation[]> {
    return this.#run(`${select} where state = 'awaited' and due_at <= now() order by due_at limit 100`, []);
  }

  async isAwaited(id: string): Promise<boolean> {
    return (await this.#run(`${select} where id = ? and state = 'awaited'`, [id])).length > 0;
  }

  /**
   * Ends the waiting of one order.
   * @param by who decided; null where time did
   * @returns false where it was not awaited any more
   */
  async decide(id: string, state: 'confirmed' | 'released' | 'ended', by: string | null): Promise<boolean> {
    const rows = await this.#run(
      `update order_confirmation set state = ?, decided_by = ?, decided_at = now(), updated_at = now()
       where id = ? and state = 'awaited' returning id`,
      [state, by, id],
    );
    return rows.length > 0;
  }

  #run(statement: string, values: unknown[]): Promise<Confirmation[]> {
    return this.#repository.getFreshManager<SqlEntityManager>().execute<Confirmation[]>(statement, values);
  }
}
