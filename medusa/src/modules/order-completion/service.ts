import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { OrderCompletion } from './models/order-completion.ts';

/** How an attempt ended, or that it cannot end without staff. */
export type CompletionEnd = 'done' | 'failed' | 'undone' | 'stuck';

/** An attempt that has not ended. */
export interface OpenCompletion {
  id: string;
  cartId: string;
  state: 'begun' | 'stuck';
  problem: string | null;
  /** When it began. */
  at: Date;
}

const KEPT_DAYS = 30;

const open = `
  select id, cart_id as "cartId", state, problem, created_at as at from order_completion
  where state in ('begun', 'stuck')`;

/**
 * The journal of carts becoming orders: a line before anything is written, its end when the order is whole.
 * What has no end and nobody working on it was torn by the end of a process (see ordering/torn-orders).
 */
export class OrderCompletionService extends MedusaService({ OrderCompletion }) {
  readonly #repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }, options?: unknown) {
    super(container, options);
    this.#repository = container.baseRepository;
  }

  /** Begins an attempt; `null` where an earlier one of this cart has not ended. */
  async begin(cartId: string): Promise<string | null> {
    const rows = await this.#manager().execute<{ id: string }[]>(
      `insert into order_completion (id, cart_id, state) values (?, ?, 'begun')
       on conflict do nothing returning id`,
      [generateEntityId(undefined, 'ocomp'), cartId],
    );
    return rows[0]?.id ?? null;
  }

  /** Ends an attempt. */
  async end(
    id: string,
    state: CompletionEnd,
    of: { orderId?: string; problem?: string } = {},
  ): Promise<void> {
    await this.#manager().execute(
      `update order_completion set state = ?, order_id = coalesce(?, order_id), problem = ?, updated_at = now()
       where id = ?`,
      [state, of.orderId ?? null, of.problem ?? null, id],
    );
  }

  /** The attempt of a cart that has not ended, if any. */
  async openOf(cartId: string): Promise<OpenCompletion | null> {
    const rows = await this.#manager().execute<OpenCompletion[]>(`${open} and cart_id = ?`, [cartId]);
    return rows[0] ?? null;
  }

  /** Attempts that began more than `seconds` ago and have not ended, the oldest first. */
  openFor(seconds: number): Promise<OpenCompletion[]> {
    return this.#manager().execute<OpenCompletion[]>(
      `${open} and created_at < now() - ?::float8 * interval '1 second' order by created_at limit 100`,
      [seconds],
    );
  }

  /** Erases what ended long ago. */
  async eraseOld(): Promise<void> {
    await this.#manager().execute(
      `delete from order_completion
       where state in ('done', 'failed', 'undone') and created_at < now() - interval '${KEPT_DAYS} days'`,
    );
  }

  #manager(): SqlEntityManager {
    return this.#repository.getFreshManager<SqlEntityManager>();
  }
}
