import { createHash, randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';

/** Runs one statement with `?` for its values and answers its rows. */
export type Run = <T extends object = { id: string }>(statement: string, values?: unknown[]) => Promise<T[]>;

/** The module's door to its tables. */
export interface Sql {
  run: Run;
  /** All of what `work` does, or none of it. */
  together<T>(work: (run: Run) => Promise<T>): Promise<T>;
}

export function sqlOf(repository: DAL.RepositoryService): Sql {
  const manager = () => repository.getFreshManager<SqlEntityManager>();
  const runOf =
    (of: SqlEntityManager): Run =>
    <T extends object>(statement: string, values: unknown[] = []) =>
      of.execute<T[]>(statement, values);
  return {
    run: (statement, values) => runOf(manager())(statement, values),
    together: (work) => manager().transactional((inside) => work(runOf(inside))),
  };
}

/**
 * What is kept of a secret that was drawn by chance: enough to know it again. Of passwords something else is kept,
 * for they are not drawn.
 */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** 256 bits nobody guesses, in 43 characters. */
export const drawToken = () => randomBytes(32).toString('base64url');
