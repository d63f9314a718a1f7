import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261201130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "statement_entry" (
      "id" text not null,
      "producer" text not null,
      "month" text not null check ("month" ~ '^20[0-9]{2}-[0-9]{2}$'),
      "kind" text check ("kind" in ('fee', 'paid-out')) not null,
      "amount" bigint not null check ("amount" > 0),
      "remark" text not null,
      "noted_by" text not null,
      "taken_back_at" timestamptz null,
      "taken_back_by" text null,
      "taken_back_why" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "statement_entry_pkey" primary key ("id"));`);
    this.addSql(
      `create index if not exists "IDX_statement_entry_month" on "statement_entry" ("month", "producer");`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "statement_entry" cascade;`);
  }
}
