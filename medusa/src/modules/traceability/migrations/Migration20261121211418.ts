import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121211418 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "trace_stamp_range" drop constraint if exists "trace_stamp_range_number_unique";`);
    this.addSql(`alter table if exists "trace_stamp_exception" drop constraint if exists "trace_stamp_exception_range_index_kind_unique";`);
    this.addSql(`alter table if exists "trace_lot" drop constraint if exists "trace_lot_code_unique";`);
    this.addSql(`create table if not exists "trace_journal" ("id" text not null, "at" timestamptz not null, "actor" text not null, "action" text check ("action" in ('lot-registered', 'lot-corrected', 'stamps-ordered', 'stamps-activated')) not null, "lot_code" text not null, "range" integer null, "detail" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_journal_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_journal_lot_code" ON "trace_journal" ("lot_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_journal_deleted_at" ON "trace_journal" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_lot" ("id" text not null, "code" text not null, "product" text not null, "gtin" text null, "made_on" text not null, "use_by" text null, "quantity" integer not null, "raw_material" jsonb not null, "sample" boolean not null default false, "recalled_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_lot_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_lot_code_unique" ON "trace_lot" ("code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_lot_product" ON "trace_lot" ("product") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_lot_deleted_at" ON "trace_lot" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_stamp_exception" ("id" text not null, "range" integer not null, "index" integer not null, "kind" text check ("kind" in ('sold', 'recalled', 'expired', 'voided', 'reported', 'frozen')) not null, "since" timestamptz not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_stamp_exception_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_exception_deleted_at" ON "trace_stamp_exception" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_stamp_exception_range_index_kind_unique" ON "trace_stamp_exception" ("range", "index", "kind") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_stamp_range" ("id" text not null, "number" serial, "epoch" text not null, "count" integer not null, "lot_code" text not null, "gtin" text null, "state" text check ("state" in ('reserved', 'printed', 'delivered', 'activated', 'voided')) not null, "ordered_at" timestamptz not null, "activated_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_stamp_range_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_stamp_range_number_unique" ON "trace_stamp_range" ("number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_range_lot_code" ON "trace_stamp_range" ("lot_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_range_deleted_at" ON "trace_stamp_range" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_stamp_scan" ("id" text not null, "range" integer not null, "index" integer not null, "device" text null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_stamp_scan_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_scan_deleted_at" ON "trace_stamp_scan" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_scan_range_index_device_at" ON "trace_stamp_scan" ("range", "index", "device", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_scan_at" ON "trace_stamp_scan" ("at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_stamp_tally" ("id" text not null, "range" integer not null, "index" integer not null, "count" integer not null, "first_at" timestamptz null, "last_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_stamp_tally_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_tally_deleted_at" ON "trace_stamp_tally" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "trace_journal" cascade;`);

    this.addSql(`drop table if exists "trace_lot" cascade;`);

    this.addSql(`drop table if exists "trace_stamp_exception" cascade;`);

    this.addSql(`drop table if exists "trace_stamp_range" cascade;`);

    this.addSql(`drop table if exists "trace_stamp_scan" cascade;`);

    this.addSql(`drop table if exists "trace_stamp_tally" cascade;`);
  }

}
