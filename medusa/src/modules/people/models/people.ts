import { model } from '@medusajs/framework/utils';

/**
 * Somebody with an account by invitation. `login` is null until the invitation was accepted; the password lies with
 * Medusa's auth module, under the person's id.
 */
export const Person = model.define(
  { name: 'Person', tableName: 'person' },
  {
    id: model.id({ prefix: 'prsn' }).primaryKey(),
    actor_type: model.text(),
    name: model.text(),
    login: model.text().nullable(),
    disabled_at: model.dateTime().nullable(),
  },
);

/** What a person may do, and where (@ocop/rules/people/actor). A grant that ended stays, for whoever asks later. */
export const RoleGrant = model.define(
  { name: 'RoleGrant', tableName: 'person_role_grant' },
  {
    id: model.id({ prefix: 'grant' }).primaryKey(),
    person_id: model.text(),
    role: model.text(),
    scope_kind: model.text(),
    scope_id: model.text(),
    scope_name: model.text(),
    ended_at: model.dateTime().nullable(),
  },
);

/** An invitation: the hash of its code alone. */
export const Invitation = model.define(
  { name: 'Invitation', tableName: 'person_invitation' },
  {
    id: model.id({ prefix: 'invt' }).primaryKey(),
    person_id: model.text(),
    code_hash: model.text(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  },
);

/** A link to sign in that was sent by e-mail: the hash of its token alone. */
export const SignInLink = model.define(
  { name: 'SignInLink', tableName: 'sign_in_link' },
  {
    id: model.id({ prefix: 'slink' }).primaryKey(),
    token_hash: model.text(),
    email: model.text(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  },
);

/** A session on the site: the hash of its token alone. `began_by` says what somebody showed to begin it. */
export const PersonSession = model.define(
  { name: 'PersonSession', tableName: 'person_session' },
  {
    id: model.id({ prefix: 'psess' }).primaryKey(),
    token_hash: model.text(),
    actor_type: model.text(),
    actor_id: model.text(),
    began_by: model.text(),
    seen_at: model.dateTime(),
    ends_at: model.dateTime(),
  },
);

/** Attempts that failed, by hashes of what they were made for. */
export const SignInCount = model.define(
  { name: 'SignInCount', tableName: 'sign_in_count' },
  {
    id: model.id({ prefix: 'sicnt' }).primaryKey(),
    count_key: model.text(),
    failed: model.number(),
    window_ends_at: model.dateTime(),
    known_until: model.dateTime().nullable(),
  },
);

/** What was changed of a person's account, by whom; only ever added. */
export const PersonChange = model.define(
  { name: 'PersonChange', tableName: 'person_change' },
  {
    id: model.id({ prefix: 'pchg' }).primaryKey(),
    person_id: model.text(),
    what: model.text(),
    changed_by: model.text(),
    note: model.text().nullable(),
    detail: model.json().nullable(),
  },
);
