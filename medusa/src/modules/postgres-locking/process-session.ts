import { randomInt } from 'node:crypto';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';

/** The first half of every advisory lock of ours, so that no other program's is taken for one. */
export const PROCESS_LOCK = 0x0c0b;

const MOST_PROCESS = 2 ** 31 - 1;

interface RawConnection {
  query(text: string, values: unknown[]): Promise<unknown>;
  on(event: 'error' | 'end', listener: () => void): unknown;
}

/**
 * A session of PostgreSQL that this process holds open, with an advisory lock on a number drawn for it.
 * PostgreSQL ends the session with the process, however that dies, so that every other process can see at
 * once who is gone. A process that is only slow keeps its session: no clock decides.
 */
export class ProcessSession {
  readonly #manager: SqlEntityManager;
  #opening: Promise<number> | null = null;

  constructor(manager: SqlEntityManager) {
    this.#manager = manager;
  }

  /**
   * The number of this process while its session is open; null where none can be had. A session that broke
   * off is opened again, with the same number, as soon as its end is heard of.
   */
  async number(): Promise<number | null> {
    this.#opening ??= this.#open(randomInt(1, MOST_PROCESS));
    return this.#opening.catch(() => null);
  }

  async #open(number: number): Promise<number> {
    try {
      const { client } = this.#manager.getKnex();
      const connection = (await client.acquireRawConnection()) as RawConnection;
      connection.on('error', () => undefined);
      connection.on('end', () => {
        this.#opening = this.#open(number);
        this.#opening.catch(() => undefined);
      });
      unref(connection);
      await connection.query('select pg_advisory_lock($1, $2)', [PROCESS_LOCK, number]);
      return number;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }
}

/** The session alone is no reason to go on living. */
function unref(connection: object): void {
  const { connection: inner } = connection as { connection?: { stream?: { unref?(): void } } };
  inner?.stream?.unref?.();
}
