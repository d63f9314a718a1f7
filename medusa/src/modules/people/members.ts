import { generateEntityId } from '@medusajs/framework/utils';
import type { MemberOnList, PeopleChange, ProducerGrant } from '@ocop/contract/people';
import { INVITATION_DAYS } from '@ocop/rules/people/account-times';
import { isRole, type Grant } from '@ocop/rules/people/actor';
import { hashOf, type Run, type Sql } from './sql.ts';

export interface Member {
  id: string;
  name: string;
  login: string | null;
  disabledAt: Date | null;
}

export interface OpenInvitation {
  id: string;
  member: Member;
  grants: ProducerGrant[];
}

interface GrantRow {
  personId: string;
  role: string;
  kind: Grant['scope']['kind'];
  scopeId: string;
  scopeName: string;
}

const memberColumns = `p.id, p.name, p.login, p.disabled_at as "disabledAt"`;

/** A grant of a role this release does not know is left out: it grants nothing. */
const producerGrant = ({ role, kind, scopeId, scopeName }: GrantRow): ProducerGrant[] =>
  isRole(role) && kind === 'producer' ? [{ role, producerId: scopeId, producerName: scopeName }] : [];

async function note(
  run: Run,
  personId: string,
  {
    what,
    by,
    text = null,
    detail = null,
  }: {
    what: PeopleChange['what'];
    by: string;
    text?: string | null;
    detail?: object | null;
  },
): Promise<void> {
  await run(
    `insert into person_change (id, person_id, what, changed_by, note, detail) values (?, ?, ?, ?, ?, ?::jsonb)`,
    [generateEntityId(undefined, 'pchg'), personId, what, by, text, detail && JSON.stringify(detail)],
  );
}

async function grantsOf(run: Run, personIds: readonly string[]): Promise<GrantRow[]> {
  if (personIds.length === 0) return [];
  return run<GrantRow>(
    `select person_id as "personId", role, scope_kind as kind, scope_id as "scopeId", scope_name as "scopeName"
     from person_role_grant where ended_at is null and person_id in (${personIds.map(() => '?').join(', ')})
     order by scope_name, role`,
    [...personIds],
  );
}

async function setGrants(run: Run, personId: string, wanted: readonly ProducerGrant[]): Promise<void> {
  const keep = JSON.stringify(wanted.map(({ role, producerId }) => ({ role, id: producerId })));
  await run(
    `update person_role_grant g set ended_at = now(), updated_at = now()
     where person_id = ? and ended_at is null and not exists (
       select 1 from jsonb_to_recordset(?::jsonb) as one(role text, id text)
       where one.role = g.role and one.id = g.scope_id and g.scope_kind = 'producer')`,
    [personId, keep],
  );
  for (const { role, producerId, producerName } of wanted) {
    await run(
      `insert into person_role_grant (id, person_id, role, scope_kind, scope_id, scope_name)
       values (?, ?, ?, 'producer', ?, ?)
       on conflict (person_id, role, scope_kind, scope_id) where ended_at is null do nothing`,
      [generateEntityId(undefined, 'grant'), personId, role, producerId, producerName],
    );
  }
}

/** An earlier code of the same person ends with a new one. */
async function invite(run: Run, personId: string, code: string): Promise<Date> {
  await run(`update person_invitation set used_at = now() where person_id = ? and used_at is null`, [
    personId,
  ]);
  const [row] = await run<{ expiresAt: Date }>(
    `insert into person_invitation (id, person_id, code_hash, expires_at)
     values (?, ?, ?, now() + interval '${INVITATION_DAYS} days') returning expires_at as "expiresAt"`,
    [generateEntityId(undefined, 'invt'), personId, hashOf(code)],
  );
  return new Date(row?.expiresAt ?? 0);
}

/** People with an account by invitation, and what staff did with it. */
export function membersIn({ run, together }: Sql) {
  const find = async (where: string, value: string): Promise<Member | null> =>
    (await run<Member>(`select ${memberColumns} from person p where ${where} = ?`, [value]))[0] ?? null;

  return {
    byId: (id: string) => find('p.id', id),
    byLogin: (login: string) => find('p.login', login),

    async grantsOf(id: string): Promise<ProducerGrant[]> {
      return (await grantsOf(run, [id])).flatMap(producerGrant);
    },

    add: (
      { name, grants }: { name: string; grants: readonly ProducerGrant[] },
      code: string,
      by: string,
    ): Promise<{ id: string; expiresAt: Date }> =>
      together(async (inside) => {
        const id = generateEntityId(undefined, 'prsn');
        await inside(`insert into person (id, actor_type, name) values (?, 'producer', ?)`, [id, name]);
        await setGrants(inside, id, grants);
        await note(inside, id, { what: 'invited', by, detail: { grants } });
        return { id, expiresAt: await invite(inside, id, code) };
      }),

    /** A new code for somebody who lost the first, or the password. @returns null for somebody disabled or unknown */
    inviteAgain: (id: string, code: string, by: string): Promise<Date | null> =>
      together(async (inside) => {
        const found = await inside(`select id from person where id = ? and disabled_at is null for update`, [
          id,
        ]);
        if (found.length === 0) return null;
        await note(inside, id, { what: 'invited-again', by });
        return invite(inside, id, code);
      }),

    /** @returns false where there is no such person */
    changeGrants: (
      id: string,
      grants: readonly ProducerGrant[],
      { by, text }: { by: string; text: string },
    ): Promise<boolean> =>
      together(async (inside) => {
        if ((await inside(`select id from person where id = ? for update`, [id])).length === 0) return false;
        await setGrants(inside, id, grants);
        await note(inside, id, { what: 'grants', by, text, detail: { grants } });
        return true;
      }),

    /** Ends sessions and open codes in the same step. @returns false where there is no such person */
    setDisabled: (
      id: string,
      disabled: boolean,
      { by, text }: { by: string; text: string },
    ): Promise<boolean> =>
      together(async (inside) => {
        const changed = await inside(
          `update person set disabled_at = case when ?::boolean then coalesce(disabled_at, now()) end,
             updated_at = now() where id = ? returning id`,
          [disabled, id],
        );
        if (changed.length === 0) return false;
        if (disabled) {
          await inside(`delete from person_session where actor_type = 'producer' and actor_id = ?`, [id]);
          await inside(
            `update person_invitation set used_at = now() where person_id = ? and used_at is null`,
            [id],
          );
        }
        await note(inside, id, { what: disabled ? 'disabled' : 'enabled', by, text });
        return true;
      }),

    /** The invitation of a code; null for a code that is none, was used, is too old, or whose person is disabled. */
    async invitation(code: string): Promise<OpenInvitation | null> {
      const [row] = await run<Member & { invitationId: string }>(
        `select i.id as "invitationId", ${memberColumns} from person_invitation i join person p on p.id = i.person_id
         where i.code_hash = ? and i.used_at is null and i.expires_at > now() and p.disabled_at is null`,
        [hashOf(code)],
      );
      if (!row) return null;
      const { invitationId, ...member } = row;
      return { id: invitationId, member, grants: (await grantsOf(run, [member.id])).flatMap(producerGrant) };
    },

    async isTaken(login: string, exceptId: string): Promise<boolean> {
      return (await run(`select id from person where login = ? and id <> ?`, [login, exceptId])).length > 0;
    },

    /** Uses the code up and gives the person the login. @returns what stood in the way, null where nothing did */
    async accept(invitationId: string, personId: string, login: string): Promise<'used' | 'taken' | null> {
      try {
        return await together(async (inside) => {
          const used = await inside(
            `update person_invitation set used_at = now(), updated_at = now()
             where id = ? and used_at is null and expires_at > now() returning id`,
            [invitationId],
          );
          if (used.length === 0) return 'used';
          await inside(`update person set login = ?, updated_at = now() where id = ?`, [login, personId]);
          await inside(`delete from person_session where actor_type = 'producer' and actor_id = ?`, [
            personId,
          ]);
          await note(inside, personId, { what: 'accepted', by: personId });
          return null;
        });
      } catch (error) {
        if (error instanceof Error && /IDX_person_login/.test(error.message)) return 'taken';
        throw error;
      }
    },

    notePassword: (id: string): Promise<void> => note(run, id, { what: 'password', by: id }),

    async list(): Promise<MemberOnList[]> {
      const rows = await run<Member & { invitedUntil: Date | null; lastSeenAt: Date | null }>(
        `select ${memberColumns},
           (select max(expires_at) from person_invitation i
              where i.person_id = p.id and i.used_at is null and i.expires_at > now()) as "invitedUntil",
           (select max(seen_at) from person_session s
              where s.actor_type = 'producer' and s.actor_id = p.id) as "lastSeenAt"
         from person p order by p.disabled_at is not null, p.name, p.id limit 500`,
      );
      const grants = await grantsOf(
        run,
        rows.map(({ id }) => id),
      );
      const iso = (at: Date | null) => at && new Date(at).toISOString();
      return rows.map(({ disabledAt, invitedUntil, lastSeenAt, ...member }) => ({
        ...member,
        disabledAt: iso(disabledAt),
        invitedUntil: iso(invitedUntil),
        lastSeenAt: iso(lastSeenAt),
        grants: grants.filter(({ personId }) => personId === member.id).flatMap(producerGrant),
      }));
    },

    /** The last hundred changes, the newest first. */
    async changes(): Promise<PeopleChange[]> {
      const rows = await run<Omit<PeopleChange, 'at'> & { at: Date }>(
        `select c.created_at as at, c.changed_by as by, p.name, c.what, c.note
         from person_change c join person p on p.id = c.person_id order by c.created_at desc, c.id desc limit 100`,
      );
      return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    },
  };
}
