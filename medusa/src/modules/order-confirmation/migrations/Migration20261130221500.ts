import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261130221500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "order_confirmation" (
      "id" text not null,
      "cart_id" text not null,
      "order_id" text null,
      "reasons" text[] not null,
      "due_at" timestamptz not null,
      "state" text check ("state" in ('awaited', 'confirmed', 'released', 'ended')) not null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "order_confirmation_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_order_confirmation_cart" on "order_confirmation" ("cart_id");`,
    );
    this.addSql(
      `create index if not exists "IDX_order_confirmation_order" on "order_confirmation" ("order_id");`,
    );
    this.addSql(`create index if not exists "IDX_order_confirmation_due"
      on "order_confirmation" ("due_at") where "state" = 'awaited';`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_confirmation" cascade;`);
  }
}
