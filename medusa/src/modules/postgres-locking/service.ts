import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { ILockingProvider } from '@medusajs/framework/types';
import { MedusaService } from '@medusajs/framework/utils';
import { LockLease } from './models/lock-lease.ts';
import { PROCESS_LOCK, ProcessSession } from './process-session.ts';

const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 200;

// One statement, so that of two who ask at once exactly one gets the row. A nameless owner never
// equals another: whoever asks without a name waits until the lock is free or expired, or its process gone.
// PostgreSQL may hear of a session's end before the process that lost it has opened another.
const take = `
  insert into lock_lease (id, owner, expires_at, process)
  values (?, ?, now() + ?::float8 * interval '1 second', ?)
  on conflict (id) do update
    set owner = excluded.owner,
        expires_at = case when lock_lease.owner = excluded.owner
                          then coalesce(excluded.expires_at, lock_lease.expires_at)
                          else excluded.expires_at end,
        process = excluded.process,
        updated_at = now()
    where lock_lease.expires_at <= now() or lock_lease.owner = excluded.owner
      or (lock_lease.process is not null and lock_lease.updated_at < now() - interval '3 seconds'
          and not exists (select from pg_locks where locktype = 'advisory' and classid = ${PROCESS_LOCK}
                          and objid = lock_lease.process and objsubid = 2 and granted
                          and database = (select oid from pg_database where datname = current_database())))
  returning id`;

const giveBack = `
  delete from lock_lease
  where id = ? and owner is not distinct from ? and process is not distinct from ?
  returning coalesce(expires_at > now(), true) as "wasHeld"`;

/**
 * Locks for Medusa kept in PostgreSQL, correct between several servers on one database. Medusa's
 * own `locking-postgres` (2.21.2) lets two nameless owners have one key at the same moment, and
 * completing a cart locks namelessly: a double click on "order" could make two orders.
 */
export class PostgresLeases extends MedusaService({ LockLease }) implements ILockingProvider {
  static identifier = 'postgres-leases';

  readonly #manager: SqlEntityManager;
  readonly #session: ProcessSession;

  constructor(...given: [{ manager: SqlEntityManager }, ...unknown[]]) {
    super(...given);
    this.#manager = given[0].manager;
    this.#session = new ProcessSession(this.#manager);
  }

  /** Runs `job` with all `keys` locked; throws when they are not free within `timeout` seconds. */
  async execute<T>(
    keys: string | string[],
    job: (signal?: AbortSignal) => Promise<T>,
    args?: { timeout?: number; expire?: number },
  ): Promise<T> {
    const ownerId = `execute:${randomUUID()}`;
    const expire = args?.expire ?? 60;
    const giveUpAt = Date.now() + (args?.timeout ?? 5) * 1000;
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        await this.acquire(keys, { ownerId, expire });
        break;
      } catch (error) {
        if (!(error instanceof LockTaken) || Date.now() >= giveUpAt) throw error;
      }
      await sleep(wait * (0.5 + Math.random() / 2));
    }

    const lost = new AbortController();
    const renewal = setInterval(
      () => {
        this.acquire(keys, { ownerId, expire }).catch((reason: unknown) => lost.abort(reason));
      },
      (expire * 1000) / 3,
    );
    try {
      return await job(lost.signal);
    } finally {
      clearInterval(renewal);
      await this.release(keys, { ownerId });
    }
  }

  /** Takes every key for `expire` seconds (for ever without it), or none and throws. */
  async acquire(keys: string | string[], args?: { ownerId?: string | null; expire?: number }): Promise<void> {
    const owner = args?.ownerId ?? null;
    const process = await this.#session.number();
    const held: string[] = [];
    // In one order for everybody, or two who want the same pair could each hold half of it.
    for (const key of [...new Set([keys].flat())].sort()) {
      const taken = await this.#manager.execute<object[]>(take, [key, owner, args?.expire ?? null, process]);
      if (taken.length > 0) held.push(key);
      else {
        if (held.length > 0) await this.release(held, { ownerId: owner });
        throw new LockTaken(key);
      }
    }
  }

  /** Gives the keys back; false when one of them was not this owner's any more. */
  async release(keys: string | string[], args?: { ownerId?: string | null }): Promise<boolean> {
    const process = await this.#session.number();
    let wereHeld = true;
    for (const key of new Set([keys].flat())) {
      const rows = await this.#manager.execute<{ wasHeld: boolean }[]>(giveBack, [
        key,
        args?.ownerId ?? null,
        process,
      ]);
      wereHeld &&= rows[0]?.wasHeld ?? false;
    }
    return wereHeld;
  }

  /** Gives back all locks of an owner, or all there are when no owner is named. */
  async releaseAll(args?: { ownerId?: string | null }): Promise<void> {
    const owner = args?.ownerId ?? null;
    await this.#manager.execute('delete from lock_lease where ?::text is null or owner = ?', [owner, owner]);
  }
}

class LockTaken extends Error {
  constructor(key: string) {
    super(`Somebody else is working on ${key} at this moment. Try again shortly.`);
    this.name = 'LockTaken';
  }
}
