import { Migration } from "@medusajs/framework/mikro-orm/migrations";
import { lookupFunction } from '../stamps/lookup-function.ts';

/** A warning to buyers stands until staff lift it; of one network few scans of a stamp are stored. */
export class Migration20261130213000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "trace_stamp_tally" add column if not exists "warned_on" text null, add column if not exists "warned_score" integer null, add column if not exists "warned_reasons" jsonb null, add column if not exists "cleared_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_tally_warned_on" ON "trace_stamp_tally" ("warned_on") WHERE deleted_at IS NULL;`);
    this.addSql(`alter table if exists "trace_stamp_scan" add column if not exists "redated" boolean not null default false;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_stamp_scan_range_index_network_at" ON "trace_stamp_scan" ("range", "index", "network", "at") WHERE deleted_at IS NULL;`);
    // Buyers are warned of these today, and a warning does not go by itself.
    this.addSql(`update "trace_stamp_tally" set "warned_on" = to_char(coalesce("last_at", now()) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), "warned_score" = "score", "warned_reasons" = "reasons" where "score" >= 60 and "warned_on" is null;`);
    this.addSql(lookupFunction({ productId: true, at: true, warning: true }));
  }

  override async down(): Promise<void> {
    this.addSql(lookupFunction({ productId: true, at: true }));
    this.addSql(`drop index if exists "IDX_trace_stamp_scan_range_index_network_at";`);
    this.addSql(`alter table if exists "trace_stamp_scan" drop column if exists "redated";`);
    this.addSql(`alter table if exists "trace_stamp_tally" drop column if exists "warned_on", drop column if exists "warned_score", drop column if exists "warned_reasons", drop column if exists "cleared_at";`);
  }

}
