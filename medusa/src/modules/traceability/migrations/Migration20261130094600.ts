import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261130094600 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "trace_outbox" ("id" text not null, "position" serial, "name" text not null, "data" jsonb not null, "at" timestamptz not null, "attempts" integer not null default 0, "last_error" text null, "next_attempt_at" timestamptz not null, "sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_outbox_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_outbox_deleted_at" ON "trace_outbox" ("deleted_at") WHERE deleted_at IS NULL;`);
    // Those that wait are few, however many were sent: the relay asks this index alone.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_outbox_waiting" ON "trace_outbox" ("position") WHERE sent_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_outbox_sent_at" ON "trace_outbox" ("sent_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "trace_outbox" cascade;`);
  }

}
