import { Migration } from '@medusajs/framework/mikro-orm/migrations';

const times = `"created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`;

export class Migration20261201110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "person" (
      "id" text not null,
      "actor_type" text check ("actor_type" in ('producer')) not null,
      "name" text not null,
      "login" text null,
      "disabled_at" timestamptz null,
      ${times},
      constraint "person_pkey" primary key ("id"));`);
    this.addSql(`create unique index if not exists "IDX_person_login" on "person" ("login");`);

    this.addSql(`create table if not exists "person_role_grant" (
      "id" text not null,
      "person_id" text not null references "person" ("id"),
      "role" text not null,
      "scope_kind" text check ("scope_kind" in ('producer', 'commune', 'province', 'round')) not null,
      "scope_id" text not null,
      "scope_name" text not null,
      "ended_at" timestamptz null,
      ${times},
      constraint "person_role_grant_pkey" primary key ("id"));`);
    this.addSql(`create unique index if not exists "IDX_person_role_grant_open"
      on "person_role_grant" ("person_id", "role", "scope_kind", "scope_id") where "ended_at" is null;`);

    this.addSql(`create table if not exists "person_invitation" (
      "id" text not null,
      "person_id" text not null references "person" ("id"),
      "code_hash" text not null,
      "expires_at" timestamptz not null,
      "used_at" timestamptz null,
      ${times},
      constraint "person_invitation_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_person_invitation_code" on "person_invitation" ("code_hash");`,
    );
    this.addSql(
      `create index if not exists "IDX_person_invitation_person" on "person_invitation" ("person_id");`,
    );

    this.addSql(`create table if not exists "sign_in_link" (
      "id" text not null,
      "token_hash" text not null,
      "email" text not null,
      "expires_at" timestamptz not null,
      "used_at" timestamptz null,
      ${times},
      constraint "sign_in_link_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_sign_in_link_token" on "sign_in_link" ("token_hash");`,
    );
    this.addSql(`create index if not exists "IDX_sign_in_link_expiry" on "sign_in_link" ("expires_at");`);

    this.addSql(`create table if not exists "person_session" (
      "id" text not null,
      "token_hash" text not null,
      "actor_type" text check ("actor_type" in ('customer', 'producer')) not null,
      "actor_id" text not null,
      "began_by" text check ("began_by" in ('password', 'link', 'invitation')) not null,
      "seen_at" timestamptz not null default now(),
      "ends_at" timestamptz not null,
      ${times},
      constraint "person_session_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_person_session_token" on "person_session" ("token_hash");`,
    );
    this.addSql(
      `create index if not exists "IDX_person_session_actor" on "person_session" ("actor_type", "actor_id");`,
    );
    this.addSql(`create index if not exists "IDX_person_session_end" on "person_session" ("ends_at");`);

    this.addSql(`create table if not exists "sign_in_count" (
      "id" text not null,
      "count_key" text not null,
      "failed" integer not null default 0,
      "window_ends_at" timestamptz not null,
      "known_until" timestamptz null,
      ${times},
      constraint "sign_in_count_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_sign_in_count_key" on "sign_in_count" ("count_key");`,
    );
    this.addSql(`create index if not exists "IDX_sign_in_count_end" on "sign_in_count" ("window_ends_at");`);

    this.addSql(`create table if not exists "person_change" (
      "id" text not null,
      "person_id" text not null references "person" ("id"),
      "what" text not null,
      "changed_by" text not null,
      "note" text null,
      "detail" jsonb null,
      ${times},
      constraint "person_change_pkey" primary key ("id"));`);
    this.addSql(`create index if not exists "IDX_person_change_at" on "person_change" ("created_at");`);
  }

  override async down(): Promise<void> {
    const tables = ['person_change', 'sign_in_count', 'person_session', 'sign_in_link', 'person_invitation'];
    for (const table of [...tables, 'person_role_grant', 'person']) {
      this.addSql(`drop table if exists "${table}" cascade;`);
    }
  }
}
