import { generateEntityId } from '@medusajs/framework/utils';
import { SIGN_IN_LINK_MINUTES } from '@ocop/rules/people/account-times';
import { drawToken, hashOf, type Sql } from './sql.ts';

/** Links to sign in, each good once. */
export function linksIn({ run }: Sql) {
  return {
    /** @returns the token, which is kept nowhere but in the message */
    async make(email: string): Promise<string> {
      const token = drawToken();
      await run(
        `insert into sign_in_link (id, token_hash, email, expires_at)
         values (?, ?, ?, now() + interval '${SIGN_IN_LINK_MINUTES} minutes')`,
        [generateEntityId(undefined, 'slink'), hashOf(token), email],
      );
      return token;
    },

    /** Uses a link up: of two at once one alone. @returns whose address it proves; null for any other */
    async use(token: string): Promise<string | null> {
      const [row] = await run<{ email: string }>(
        `update sign_in_link set used_at = now(), updated_at = now()
         where token_hash = ? and used_at is null and expires_at > now() returning email`,
        [hashOf(token)],
      );
      return row?.email ?? null;
    },

    /** Erases what opens nothing any more. */
    async eraseOld(): Promise<void> {
      await run(`delete from sign_in_link where expires_at < now() - interval '1 day'`);
      await run(`delete from person_session where ends_at < now() or seen_at < now() - interval '90 days'`);
      await run(
        `delete from sign_in_count where window_ends_at < now() - interval '1 day'
           and coalesce(known_until, now() - interval '1 day') < now()`,
      );
    },
  };
}
