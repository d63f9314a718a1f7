import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261130160000 extends Migration {

  override async up(): Promise<void> {
    // Null for scans from before, and for those of a site that does not tell it yet.
    this.addSql(`alter table if exists "trace_stamp_scan" add column if not exists "network" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "trace_stamp_scan" drop column if exists "network";`);
  }

}
