import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122001400 extends Migration {

  override async up(): Promise<void> {
    // One event may name many things, and each of them is asked for by itself.
    this.addSql(`alter table if exists "trace_event" add column if not exists "things" text[] not null default '{}';`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_event_things" ON "trace_event" USING GIN ("things") WHERE deleted_at IS NULL;`);
    // An error declaration has the eventID of another event; the key it is kept under says more.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_event_shared_id" ON "trace_event" (split_part("event_id", ' ', 1)) WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_trace_event_shared_id";`);
    this.addSql(`drop index if exists "IDX_trace_event_things";`);
    this.addSql(`alter table if exists "trace_event" drop column if exists "things";`);
  }

}
