import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import {
  FIND_STAMPS,
  stampAnswer,
  type StampAnswer,
  type StampAsked,
  type StampRecord,
} from '@ocop/rules/stamp-answer';

/**
 * What is known of one stamp; null for a position that was never issued under that key. The public
 * site asks the same function of the database by itself, for all its readers of a moment.
 */
export async function lookAtStamp(
  manager: SqlEntityManager,
  stamp: StampAsked,
  today: PlainDate,
): Promise<StampAnswer | null> {
  const rows: { stamp: StampRecord }[] = await manager.execute(
    FIND_STAMPS.text.replace('$1', '?'),
    [JSON.stringify([{ ...stamp, place: 0 }])],
  );
  return rows[0] ? stampAnswer(rows[0].stamp, today) : null;
}
