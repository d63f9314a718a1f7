import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';

/**
 * Codes of lots as they are registered, by what was typed: the code itself, or one that differs in capitals
 * alone. What leads to no lot is left out.
 */
export async function storedLotCodes(
  manager: SqlEntityManager,
  typed: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  // Exact spellings come last, so that they have the last word: old lots may differ in capitals alone.
  const rows: { typed: string; code: string }[] = await manager.execute(
    `with asked as (select distinct jsonb_array_elements_text(?::jsonb) as typed)
     select typed, lot.code, false as exact from asked
     join trace_lot lot on lot.code_key = upper(typed) and lot.deleted_at is null
     union all
     select typed, lot.code, true as exact from asked
     join trace_lot lot on lot.code = typed and lot.deleted_at is null
     order by exact`,
    [JSON.stringify(typed)],
  );
  return new Map(rows.map((row) => [row.typed, row.code]));
}

/** One code as it is registered; what was typed where it leads to no lot. */
export async function storedLotCode(manager: SqlEntityManager, typed: string): Promise<string> {
  return (await storedLotCodes(manager, [typed])).get(typed) ?? typed;
}
