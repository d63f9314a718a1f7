import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261201010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "order_message" (
      "id" text not null,
      "order_id" text not null,
      "kind" text not null,
      "state" text check ("state" in ('waiting', 'sent', 'failed', 'skipped')) not null,
      "channel" text check ("channel" in ('email', 'sms')) null,
      "tries" integer not null default 0,
      "next_try_at" timestamptz not null default now(),
      "leased_until" timestamptz null,
      "sent_at" timestamptz null,
      "problem" text null,
      "resends" jsonb not null default '[]',
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "order_message_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_order_message_order_kind" on "order_message" ("order_id", "kind");`,
    );
    this.addSql(`create index if not exists "IDX_order_message_waiting"
      on "order_message" ("next_try_at") where "state" = 'waiting';`);
    this.addSql(`create index if not exists "IDX_order_message_created" on "order_message" ("created_at");`);
    this.addSql(`create table if not exists "order_message_sweep" (
      "id" text not null,
      "since" timestamptz not null,
      "seen_until" timestamptz not null,
      "all_seen_at" timestamptz not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "order_message_sweep_pkey" primary key ("id"));`);
    // Switched on now: no buyer is told of what an earlier release did.
    this.addSql(`insert into "order_message_sweep" ("id", "since", "seen_until", "all_seen_at")
      values ('orders', now(), now(), now()) on conflict do nothing;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_message_sweep" cascade;`);
    this.addSql(`drop table if exists "order_message" cascade;`);
  }
}
