import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { DAL } from '@medusajs/framework/types';

/** The module's door to PostgreSQL. */
export interface Database {
  /** A connection for reading, outside any transaction. */
  reader(): SqlEntityManager;
  /**
   * Runs `work` in a transaction. It is rolled back where `work` throws, and where it answers
   * `{ok: false}`: a refusal leaves nothing behind, whatever was written before it was decided.
   */
  transaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T>;
}

/** Carries a refusal out of the transaction that it rolls back. */
class Refusal extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('Refused, rolled back.');
    this.answer = answer;
  }
}

/** The database behind a repository of Medusa's. */
export function databaseOf(repository: DAL.RepositoryService): Database {
  return {
    reader: () => repository.getFreshManager<SqlEntityManager>(),
    async transaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T> {
      try {
        return await repository.transaction<SqlEntityManager>(async (manager) => {
          const answer = await work(manager);
          if (isRefusal(answer)) throw new Refusal(answer);
          return answer;
        });
      } catch (error) {
        if (error instanceof Refusal) return error.answer as T;
        throw error;
      }
    },
  };
}

/** Calls `committed` after each transaction that was not refused. */
export function thenCall(database: Database, committed: () => void): Database {
  return {
    ...database,
    async transaction<T>(work: (manager: SqlEntityManager) => Promise<T>): Promise<T> {
      const answer = await database.transaction(work);
      if (!isRefusal(answer)) committed();
      return answer;
    },
  };
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}
