import { generateEntityId } from '@medusajs/framework/utils';
import { FRESH_MINUTES, SESSION_DAYS, SESSION_IDLE_DAYS } from '@ocop/rules/people/account-times';
import { drawToken, hashOf, type Sql } from './sql.ts';

export type SessionActor = { type: 'customer' | 'producer'; id: string };
export type BeganBy = 'password' | 'link' | 'invitation';

export interface Session {
  id: string;
  actor: SessionActor;
  /** Begun a moment ago by something else than a password: a new one needs no former one. */
  fresh: boolean;
}

/** At most so many sessions of one person: the oldest ends when another begins. */
const MOST_SESSIONS = 20;

/**
 * Sessions on the site. The database's clock alone decides when one is over, so that two processes with different
 * clocks agree; a request that asks for one notes at most every ten minutes that it is in use.
 */
export function sessionsIn({ run, together }: Sql) {
  return {
    /** Begins one, always with a token of its own. @returns the token, which is kept nowhere */
    begin({ type, id }: SessionActor, by: BeganBy): Promise<string> {
      const token = drawToken();
      return together(async (inside) => {
        await inside(
          `insert into person_session (id, token_hash, actor_type, actor_id, began_by, ends_at)
           values (?, ?, ?, ?, ?, now() + ?::float8 * interval '1 day')`,
          [generateEntityId(undefined, 'psess'), hashOf(token), type, id, by, SESSION_DAYS],
        );
        await inside(
          `delete from person_session where id in (
             select id from person_session where actor_type = ? and actor_id = ?
             order by created_at desc offset ${MOST_SESSIONS})`,
          [type, id],
        );
        return token;
      });
    },

    /** @returns null for a session that ended, that nobody used for long, of somebody disabled, or that never was */
    async find(token: string): Promise<Session | null> {
      const [row] = await run<{
        id: string;
        type: SessionActor['type'];
        actor: string;
        fresh: boolean;
        stale: boolean;
      }>(
        `select s.id, s.actor_type as type, s.actor_id as actor, s.seen_at < now() - interval '10 minutes' as stale,
           s.began_by <> 'password' and s.created_at > now() - interval '${FRESH_MINUTES} minutes' as fresh
         from person_session s
         left join person p on s.actor_type = 'producer' and p.id = s.actor_id
         where s.token_hash = ? and s.ends_at > now()
           and s.seen_at > now() - interval '${SESSION_IDLE_DAYS} days'
           and (s.actor_type = 'customer' or (p.id is not null and p.disabled_at is null))`,
        [hashOf(token)],
      );
      if (!row) return null;
      if (row.stale) await run('update person_session set seen_at = now() where id = ?', [row.id]);
      return { id: row.id, actor: { type: row.type, id: row.actor }, fresh: row.fresh };
    },

    async end(id: string): Promise<void> {
      await run('delete from person_session where id = ?', [id]);
    },

    /** Ends all of a person's sessions: signed out everywhere, disabled, or with a new password. */
    async endAll({ type, id }: SessionActor): Promise<void> {
      await run('delete from person_session where actor_type = ? and actor_id = ?', [type, id]);
    },
  };
}
