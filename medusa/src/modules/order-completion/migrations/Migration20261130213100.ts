import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261130213100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "order_completion" (
      "id" text not null,
      "cart_id" text not null,
      "state" text check ("state" in ('begun', 'done', 'failed', 'undone', 'stuck')) not null,
      "order_id" text null,
      "problem" text null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "order_completion_pkey" primary key ("id"));`);
    // One attempt at a time for a cart, whoever holds its lock.
    this.addSql(`create unique index if not exists "IDX_order_completion_open"
      on "order_completion" ("cart_id") where "state" in ('begun', 'stuck');`);
    this.addSql(
      `create index if not exists "IDX_order_completion_age" on "order_completion" ("created_at");`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_completion" cascade;`);
  }
}
