import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';
import { MedusaService } from '@medusajs/framework/utils';
import type { NoteEntry, ProducerStatement } from '@ocop/contract/producer-statements';
import { StatementEntry } from './models/statement-entry.ts';

/** An entry as a statement shows it. */
export type StoredEntry = ProducerStatement['entries'][number] & { producer: string };

/** Keeps the fees and payments that staff note for producers. */
export class ProducerStatementsService extends MedusaService({ StatementEntry }) {
  readonly #repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }, options?: unknown) {
    super(container, options);
    this.#repository = container.baseRepository;
  }

  /** The entries of a month, those that were taken back too, the oldest first. */
  async ofMonth(month: string): Promise<StoredEntry[]> {
    const rows = await this.#run<Omit<StoredEntry, 'amount' | 'at'> & { amount: string; at: Date | string }>(
      `select id, producer, kind, amount::text as amount, remark, noted_by as by, created_at as at,
         taken_back_why as "takenBack"
       from statement_entry where month = ? order by created_at, id`,
      [month],
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount), at: new Date(row.at).toISOString() }));
  }

  /**
   * Notes an entry, once however often it is sent.
   * @returns false where this id stands for another entry
   */
  async note(producer: string, { id, month, kind, amount, remark }: NoteEntry, by: string): Promise<boolean> {
    await this.#run(
      `insert into statement_entry (id, producer, month, kind, amount, remark, noted_by)
       values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
      [id, producer, month, kind, amount, remark, by],
    );
    const same = await this.#run(
      'select id from statement_entry where id = ? and producer = ? and month = ? and kind = ? and amount = ?',
      [id, producer, month, kind, amount],
    );
    return same.length > 0;
  }

  /** Takes an entry back. @returns false where there is none, or it was taken back before */
  async takeBack(producer: string, id: string, why: string, by: string): Promise<boolean> {
    const rows = await this.#run(
      `update statement_entry
       set taken_back_at = now(), taken_back_by = ?, taken_back_why = ?, updated_at = now()
       where id = ? and producer = ? and taken_back_at is null returning id`,
      [by, why, id, producer],
    );
    return rows.length > 0;
  }

  #run<Row>(statement: string, values: unknown[]): Promise<Row[]> {
    return this.#repository.getFreshManager<SqlEntityManager>().execute<Row[]>(statement, values);
  }
}
