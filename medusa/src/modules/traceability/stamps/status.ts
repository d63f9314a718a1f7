import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import {
  stampLookupQuery,
  readLookupRows,
  type StampLookupRow,
  type StampStatus,
  type StampQuery,
} from '@ocop/rules/stamps/stamp-status';

/**
 * What is known of one stamp; null for a position that was never issued under that key. The public
 * site calls the same database function by itself, in batches.
 */
export async function stampStatus(
  manager: SqlEntityManager,
  stamp: StampQuery,
  today: PlainDate,
): Promise<StampStatus | null> {
  const { text, values } = stampLookupQuery([stamp]);
  const rows: StampLookupRow[] = await manager.execute(text.replace('$1', '?'), values);
  return readLookupRows(1, rows, today)[0] ?? null;
}
