import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { isoInstant } from '../database/rows.ts';

/** Sent events stay this long, for whoever asks what was published. */
export const SENT_DAYS = 7;

/** A domain event as it is given to the event bus. */
export interface OutboxMessage {
  name: string;
  data: { id: string; at: string; actor: string } & Record<string, unknown>;
}

/** How the outbox stands: events that wait, since when the oldest does, and those that failed before. */
export interface OutboxStatus {
  waiting: number;
  /** ISO instant; null where none waits. */
  oldestAt: string | null;
  failing: number;
  lastError: string | null;
}

/** Adds events to the outbox inside the caller's transaction: published if, and only if, it commits. */
export async function addToOutbox(
  manager: SqlEntityManager,
  actor: string,
  events: readonly { event: string; data: object }[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ event, data }) => ({
    id: generateEntityId(undefined, 'trevent'),
    name: event,
    data: { ...data, actor },
  }));
  await manager.execute(
    `insert into trace_outbox (id, name, data, at, next_attempt_at)
     select id, name, data, now(), now()
     from jsonb_to_recordset(?::jsonb) as event(id text, name text, data jsonb)`,
    [JSON.stringify(rows)],
  );
}

interface Row {
  id: string;
  name: string;
  data: OutboxMessage['data'];
  at: string | Date;
}

/**
 * Hands up to `limit` waiting events to `emit`, oldest first, inside the caller's transaction. Rows
 * another process is sending are skipped, so that two processes do not send one twice. Where the
 * process dies after `emit` and before the commit they are sent again: at least once.
 * @returns how many were taken, and why the bus refused them, if it did; then they wait for
 * 2, 4, 8 … seconds, at most five minutes, and are tried again
 */
export async function sendWaiting(
  manager: SqlEntityManager,
  emit: (messages: OutboxMessage[]) => Promise<void>,
  limit: number,
): Promise<{ taken: number; error: unknown }> {
  const rows: Row[] = await manager.execute(
    `select id, name, data, at from trace_outbox
     where sent_at is null and next_attempt_at <= now()
     order by position limit ? for update skip locked`,
    [limit],
  );
  if (rows.length === 0) return { taken: 0, error: null };
  const ids = JSON.stringify(rows.map(({ id }) => id));
  try {
    await emit(rows.map(({ id, name, data, at }) => ({ name, data: { ...data, id, at: isoInstant(at) } })));
  } catch (error) {
    await manager.execute(
      `update trace_outbox set attempts = attempts + 1, last_error = ?, updated_at = now(),
         next_attempt_at = clock_timestamp()
           + least(interval '5 minutes', interval '1 second' * 2 ^ least(attempts + 1, 9))
       where id in (select jsonb_array_elements_text(?::jsonb))`,
      [String(error).slice(0, 500), ids],
    );
    return { taken: rows.length, error };
  }
  await manager.execute(
    `update trace_outbox set sent_at = now(), last_error = null, updated_at = now()
     where id in (select jsonb_array_elements_text(?::jsonb))`,
    [ids],
  );
  return { taken: rows.length, error: null };
}

/** Erases events sent more than {@link SENT_DAYS} days before `now`. @returns how many */
export async function eraseSentEvents(manager: SqlEntityManager, now: Date): Promise<number> {
  const rows: { erased: number }[] = await manager.execute(
    `with gone as (
       delete from trace_outbox
       where deleted_at is null and sent_at < ?::timestamptz - make_interval(days => ?) returning 1
     )
     select count(*)::int as erased from gone`,
    [now.toISOString(), SENT_DAYS],
  );
  return rows[0]?.erased ?? 0;
}

/** How many events wait, and how many of them failed before. */
export async function outboxStatus(manager: SqlEntityManager): Promise<OutboxStatus> {
  const [row]: (Omit<OutboxStatus, 'oldestAt'> & { oldestAt: string | Date | null })[] =
    await manager.execute(
      `select count(*)::int as waiting, min(at) as "oldestAt",
       (count(*) filter (where attempts > 0))::int as failing, max(last_error) as "lastError"
     from trace_outbox where sent_at is null`,
    );
  if (!row) throw new Error('A count always has one row.');
  return { ...row, oldestAt: row.oldestAt && isoInstant(row.oldestAt) };
}
