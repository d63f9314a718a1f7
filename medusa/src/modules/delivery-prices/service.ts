import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { generateEntityId, MedusaService } from '@medusajs/framework/utils';
import { deliveryTable } from '@ocop/contract/delivery-prices';
import type { DeliveryTable } from '@ocop/rules/delivery-price';
import { DeliveryPriceTable } from './models/delivery-price-table.ts';

/** Keeps the table of delivery prices and every one before it. */
export class DeliveryPricesService extends MedusaService({ DeliveryPriceTable }) {
  readonly #repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }, options?: unknown) {
    super(container, options);
    this.#repository = container.baseRepository;
  }

  /**
   * The table in force; null as long as none was saved.
   * @throws where the stored table is not one: selling at prices nobody set would be worse than not selling
   */
  async current(): Promise<{ version: number; table: DeliveryTable } | null> {
    const [row] = await this.#run<{ version: number; prices: unknown }>(
      'select version, prices from delivery_price_table order by version desc limit 1',
      [],
    );
    if (!row) return null;
    const read = deliveryTable.safeParse(row.prices);
    if (!read.success) {
      throw new Error(
        `Version ${row.version} of the delivery prices cannot be read. Save the table anew under ` +
          `Truy xuất nguồn gốc, Phí giao hàng. ${read.error.message}`,
      );
    }
    return { version: row.version, table: read.data };
  }

  /** Who put which version in force, the newest first; ten at most. */
  async changes(): Promise<{ version: number; by: string; at: string }[]> {
    const rows = await this.#run<{ version: number; by: string; at: Date | string }>(
      `select version, saved_by as by, created_at as at from delivery_price_table
       order by version desc limit 10`,
      [],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  }

  /**
   * Puts a table in force.
   * @param version the one it was made from
   * @returns false where another was saved since
   */
  async save(version: number, table: DeliveryTable, by: string): Promise<boolean> {
    const rows = await this.#run<{ id: string }>(
      `insert into delivery_price_table (id, version, prices, saved_by)
       select ?, ?, ?::jsonb, ?
       where coalesce((select max(version) from delivery_price_table), 0) = ?
       on conflict (version) do nothing returning id`,
      [generateEntityId(undefined, 'dprice'), version + 1, JSON.stringify(table), by, version],
    );
    return rows.length > 0;
  }

  #run<Row>(statement: string, values: unknown[]): Promise<Row[]> {
    return this.#repository.getFreshManager<SqlEntityManager>().execute<Row[]>(statement, values);
  }
}
