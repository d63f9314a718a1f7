import { generateEntityId } from '@medusajs/framework/utils';
import { hashOf, type Sql } from './sql.ts';

/** What is counted: attempts that failed in a quarter of an hour, in the database, so that all processes count together. */
export const ATTEMPT_LIMITS = {
  /** Wrong passwords for one login, wherever they come from. */
  login: { failed: 10, minutes: 15 },
  /** Links asked for one address. */
  link: { failed: 4, minutes: 60 },
  /** Codes of invitations that are none, from one network. */
  invitation: { failed: 20, minutes: 15 },
} as const;

export type AttemptKind = keyof typeof ATTEMPT_LIMITS;

export interface Attempt {
  kind: AttemptKind;
  /** What is tried: a login, an address, a network. Kept as a hash. */
  about: string;
  /** Where it comes from; null where that makes no difference. */
  network: string | null;
}

export type Counted = { limited: false; key: string } | { limited: true; retryAfterSeconds: number };

/** For so long a network counts as one where somebody signed in before. */
const KNOWN_DAYS = 90;

/**
 * Counts attempts before it is known how they end: nothing dear is done for one that is over the limit. A network
 * from where somebody signed in has a count of its own for that login, so that nobody locks her out from elsewhere.
 */
export function attemptsIn({ run }: Sql) {
  const ownKey = ({ kind, about, network }: Attempt) => hashOf(`${kind}\n${about}\n${network}`);
  const isKnown = async (attempt: Attempt) =>
    attempt.network !== null &&
    (await run(`select id from sign_in_count where count_key = ? and known_until > now()`, [ownKey(attempt)]))
      .length > 0;

  return {
    async begin(attempt: Attempt): Promise<Counted> {
      const { failed, minutes } = ATTEMPT_LIMITS[attempt.kind];
      const key = (await isKnown(attempt)) ? ownKey(attempt) : hashOf(`${attempt.kind}\n${attempt.about}`);
      const [row] = await run<{ count: number; wait: number }>(
        `insert into sign_in_count as c (id, count_key, failed, window_ends_at)
         values (?, ?, 1, now() + ?::float8 * interval '1 minute')
         on conflict (count_key) do update set
           failed = case when c.window_ends_at <= now() then 1 else least(c.failed + 1, 1000000) end,
           window_ends_at = case when c.window_ends_at <= now() then excluded.window_ends_at else c.window_ends_at end,
           updated_at = now()
         returning failed as count, ceil(extract(epoch from window_ends_at - now()))::int as wait`,
        [generateEntityId(undefined, 'sicnt'), key, minutes],
      );
      if (row && row.count > failed) return { limited: true, retryAfterSeconds: Math.max(1, row.wait) };
      return { limited: false, key };
    },

    /** The attempt was right: it counts no more, and its network is known. */
    async succeeded(attempt: Attempt, key: string): Promise<void> {
      await run(`update sign_in_count set failed = greatest(0, failed - 1) where count_key = ?`, [key]);
      if (attempt.network === null) return;
      await run(
        `insert into sign_in_count (id, count_key, failed, window_ends_at, known_until)
         values (?, ?, 0, now(), now() + interval '${KNOWN_DAYS} days')
         on conflict (count_key) do update set known_until = excluded.known_until, updated_at = now()`,
        [generateEntityId(undefined, 'sicnt'), ownKey(attempt)],
      );
    },
  };
}
