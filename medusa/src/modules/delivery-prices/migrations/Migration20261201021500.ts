import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261201021500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "delivery_price_table" (
      "id" text not null,
      "version" integer not null,
      "prices" jsonb not null,
      "saved_by" text not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "delivery_price_table_pkey" primary key ("id"));`);
    // Of two who save at once over the same version, one is told that the other did.
    this.addSql(`create unique index if not exists "IDX_delivery_price_table_version"
      on "delivery_price_table" ("version");`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "delivery_price_table" cascade;`);
  }
}
