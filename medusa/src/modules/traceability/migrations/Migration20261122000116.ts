import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122000116 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "trace_recall" ("id" text not null, "scope" text check ("scope" in ('lot', 'range', 'serial')) not null, "lot_code" text null, "range" integer null, "first" integer null, "last" integer null, "reason" jsonb not null, "advice" jsonb not null, "announced_at" timestamptz not null, "lifted_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_recall_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_recall_deleted_at" ON "trace_recall" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_recall_lot_code" ON "trace_recall" ("lot_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_recall_range_first" ON "trace_recall" ("range", "first") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_report" ("id" text not null, "number" serial, "request_key" text not null, "range" integer null, "index" integer null, "typed" text null, "lot_code" text null, "product" text null, "reason" text check ("reason" in ('opened', 'other-goods', 'looks-copied', 'label-differs', 'bad-quality', 'other')) not null, "words" text null, "contact" text null, "state" text check ("state" in ('new', 'looking', 'closed')) not null, "answer" text null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_report_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_report_number_unique" ON "trace_report" ("number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_report_request_key_unique" ON "trace_report" ("request_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_report_deleted_at" ON "trace_report" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_report_state_at" ON "trace_report" ("state", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_report_range_index" ON "trace_report" ("range", "index") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_report_at" ON "trace_report" ("at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_report_photo" ("id" text not null, "report_id" text not null, "jpeg" text not null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_report_photo_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_report_photo_report_id_unique" ON "trace_report_photo" ("report_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_report_photo_deleted_at" ON "trace_report_photo" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_stamp_span" ("id" text not null, "range" integer not null, "first" integer not null, "last" integer not null, "kind" text check ("kind" in ('activated', 'voided')) not null, "lot_code" text null, "at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_stamp_span_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_span_deleted_at" ON "trace_stamp_span" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_span_range_kind_first" ON "trace_stamp_span" ("range", "kind", "first") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_span_lot_code" ON "trace_stamp_span" ("lot_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "trace_event" ("id" text not null, "event_id" text not null, "lot_code" text null, "type" text not null, "event_time" timestamptz not null, "record_time" timestamptz not null, "biz_step" text null, "disposition" text null, "actor" text not null, "body" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_event_event_id_unique" ON "trace_event" ("event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_event_deleted_at" ON "trace_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_event_lot_code_event_time" ON "trace_event" ("lot_code", "event_time") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_event_event_time" ON "trace_event" ("event_time") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "trace_journal" drop constraint if exists "trace_journal_action_check";`);

    this.addSql(`alter table if exists "trace_stamp_range" drop constraint if exists "trace_stamp_range_state_check";`);

    this.addSql(`alter table if exists "trace_journal" add column if not exists "index" integer null;`);
    this.addSql(`alter table if exists "trace_journal" alter column "lot_code" drop not null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_journal_range_at" ON "trace_journal" ("range", "at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_journal_at" ON "trace_journal" ("at") WHERE deleted_at IS NULL;`);

    // Until now a recalled lot was a mark on the lot itself.
    this.addSql(`insert into "trace_recall" ("id", "scope", "lot_code", "reason", "advice", "announced_at")
      select 'recall_' || "id", 'lot', "code", '{"vi": "", "en": ""}', '{"vi": "", "en": ""}', "recalled_at"
      from "trace_lot" where "recalled_at" is not null;`);
    this.addSql(`alter table if exists "trace_lot" drop column if exists "recalled_at";`);

    this.addSql(`alter table if exists "trace_lot" add column if not exists "shipped_to" jsonb null;`);

    this.addSql(`alter table if exists "trace_stamp_exception" add column if not exists "ended_at" timestamptz null;`);
    this.addSql(`drop index if exists "IDX_trace_stamp_exception_range_index_kind_unique";`);
    this.addSql(`create unique index if not exists "IDX_trace_stamp_exception_range_index_kind_unique" on "trace_stamp_exception" ("range", "index", "kind") where ended_at is null and deleted_at is null;`);

    // Until now every range was activated whole when it was ordered.
    this.addSql(`insert into "trace_stamp_span" ("id", "range", "first", "last", "kind", "lot_code", "at")
      select 'stspan_' || "id", "number", 0, "count" - 1, 'activated', "lot_code", "activated_at"
      from "trace_stamp_range" where "activated_at" is not null;`);
    this.addSql(`update "trace_stamp_range" set "state" = 'delivered' where "state" = 'activated';`);
    this.addSql(`alter table if exists "trace_stamp_range" drop column if exists "activated_at";`);

    this.addSql(`alter table if exists "trace_stamp_range" add column if not exists "form" text check ("form" in ('tagged', 'signed')) not null default 'tagged', add column if not exists "product" text;`);
    this.addSql(`update "trace_stamp_range" set "product" = "trace_lot"."product" from "trace_lot" where "trace_lot"."code" = "trace_stamp_range"."lot_code";`);
    this.addSql(`alter table if exists "trace_stamp_range" alter column "product" set not null;`);
    this.addSql(`alter table if exists "trace_stamp_range" alter column "lot_code" drop not null;`);
    this.addSql(`alter table if exists "trace_stamp_range" add constraint "trace_stamp_range_state_check" check("state" in ('reserved', 'printed', 'delivered', 'voided'));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_range_product" ON "trace_stamp_range" ("product") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "trace_stamp_scan" add column if not exists "province" text null;`);

    this.addSql(`alter table if exists "trace_stamp_tally" add column if not exists "score" integer null, add column if not exists "reasons" jsonb null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_tally_score" ON "trace_stamp_tally" ("score") WHERE deleted_at IS NULL;`);

    // Nothing is edited away: what was written down stays, whatever program asks.
    this.addSql(`create or replace function "trace_refuse_change"() returns trigger language plpgsql as $$
      begin
        raise exception 'Rows of % are only ever added: % refused', tg_table_name, lower(tg_op);
      end $$;`);
    for (const table of ['trace_journal', 'trace_event']) {
      this.addSql(`create or replace trigger "${table}_append_only" before update or delete or truncate on "${table}" for each statement execute function "trace_refuse_change"();`);
    }
  }

  override async down(): Promise<void> {
    throw new Error('The history of stamps cannot be taken back; restore the backup made before this migration.');
  }

}
