import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';

export type JournalAction =
  | 'lot-registered'
  | 'lot-corrected'
  | 'stamps-ordered'
  | 'stamps-printed'
  | 'stamps-delivered'
  | 'stamps-activated'
  | 'stamps-voided'
  | 'exception-noted'
  | 'exception-ended'
  | 'scans-erased'
  | 'recall-announced'
  | 'recall-lifted'
  | 'report-received'
  | 'report-taken-up'
  | 'report-closed';

/**
 * One line of the history of a lot, a range or one stamp; what it is not about is null. `actor` is a
 * Medusa user or key id, `detail` holds the figures of the change.
 */
export interface JournalLine {
  actor: string;
  action: JournalAction;
  lotCode: string | null;
  range: number | null;
  index: number | null;
  detail: object;
}

/** A line as it is read: `at` is an ISO instant in UTC. */
export interface JournalEntryRead {
  at: string;
  actor: string;
  action: JournalAction;
  lot: string | null;
  range: number | null;
  index: number | null;
  detail: object;
}

/** Adds lines to the journal inside the caller's transaction, all at the database's own time. */
export async function writeJournal(manager: SqlEntityManager, lines: readonly JournalLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: generateEntityId(undefined, 'trjour'),
    actor: line.actor,
    action: line.action,
    lot_code: line.lotCode,
    range: line.range,
    index: line.index,
    detail: line.detail,
  }));
  await manager.execute(
    `insert into trace_journal (id, at, actor, action, lot_code, range, index, detail)
     select id, now(), actor, action, lot_code, range, index, detail
     from jsonb_to_recordset(?::jsonb)
       as line(id text, actor text, action text, lot_code text, range int, index int, detail jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** What a reader asks the journal for; what is left out does not narrow the answer. */
export interface JournalQuery {
  lot?: string | undefined;
  range?: number | undefined;
  /** Of `range`: lines about this stamp alone, and about the whole range or a part it lies in. */
  index?: number | undefined;
}

/** The journal, newest first. */
export async function readJournal(
  manager: SqlEntityManager,
  query: JournalQuery,
  page: Page,
): Promise<Paged<JournalEntryRead>> {
  const { lot = null, range = null, index = null } = query;
  const rows: (JournalEntryRead & { total: number })[] = await manager.execute(
    `select at, actor, action, lot_code as lot, range, index, detail, count(*) over ()::int as total
     from trace_journal
     where deleted_at is null
       and (?::text is null or lot_code = ?) and (?::int is null or range = ?)
       and (?::int is null or index = ? or (index is null
         and ? between coalesce((detail->>'first')::int, 0)
                   and coalesce((detail->>'last')::int, 2147483647)))
     order by at desc, id desc limit ? offset ?`,
    [lot, lot, range, range, index, index, index ?? 0, page.limit, page.offset],
  );
  return paged(rows, (row) => ({ ...row, at: isoInstant(row.at) }));
}
