import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Prices that packs were sold at, which a new one is held against; recalls that the stock is not of. */
export class Migration20261130220000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "trace_accepted_price" ("id" text not null, "amount" integer not null, "kept_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_accepted_price_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_accepted_price_deleted_at" ON "trace_accepted_price" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`alter table if exists "trace_recall" add column if not exists "stock_cleared_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_recall_announced_at" ON "trace_recall" ("announced_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_trace_recall_announced_at";`);
    this.addSql(`alter table if exists "trace_recall" drop column if exists "stock_cleared_at";`);
    this.addSql(`drop table if exists "trace_accepted_price" cascade;`);
  }

}
