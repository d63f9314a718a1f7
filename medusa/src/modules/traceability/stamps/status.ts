import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import {
  findStamps,
  stampAnswers,
  type FoundStamp,
  type StampAnswer,
  type StampAsked,
} from '@ocop/rules/stamps/stamp-status';

/**
 * What is known of one stamp; null for a position that was never issued under that key. The public
 * site calls the same database function by itself, in batches.
 */
export async function stampStatus(
  manager: SqlEntityManager,
  stamp: StampAsked,
  today: PlainDate,
): Promise<StampAnswer | null> {
  const { text, values } = findStamps([stamp]);
  const rows: FoundStamp[] = await manager.execute(text.replace('$1', '?'), values);
  return stampAnswers(1, rows, today)[0] ?? null;
}
