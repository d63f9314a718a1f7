import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';

/** One line of the history of a lot or a range; `actor` is a Medusa user or key id. */
export interface JournalLine {
  actor: string;
  action: 'lot-registered' | 'lot-corrected' | 'stamps-ordered' | 'stamps-activated';
  lotCode: string;
  range: number | null;
  detail: object;
}

/** Adds lines to the journal inside the caller's transaction, all at the database's own time. */
export async function writeJournal(
  manager: SqlEntityManager,
  lines: readonly JournalLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: generateEntityId(undefined, 'trjour'),
    actor: line.actor,
    action: line.action,
    lot_code: line.lotCode,
    range: line.range,
    detail: line.detail,
  }));
  await manager.execute(
    `insert into trace_journal (id, at, actor, action, lot_code, range, detail)
     select id, now(), actor, action, lot_code, range, detail
     from jsonb_to_recordset(?::jsonb)
       as line(id text, actor text, action text, lot_code text, range int, detail jsonb)`,
    [JSON.stringify(rows)],
  );
}
