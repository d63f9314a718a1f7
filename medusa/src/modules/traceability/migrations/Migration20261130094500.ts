import { Migration } from "@medusajs/framework/mikro-orm/migrations";

// The journal is called what it is elsewhere: an audit log. The rows, and the trigger that refuses
// to change them, stay with the table.
export class Migration20261130094500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table "trace_journal" rename to "trace_audit_log";`);
    this.addSql(`alter table "trace_audit_log" rename constraint "trace_journal_pkey" to "trace_audit_log_pkey";`);
    for (const columns of ['lot_code', 'deleted_at', 'range_at', 'at']) {
      this.addSql(`alter index "IDX_trace_journal_${columns}" rename to "IDX_trace_audit_log_${columns}";`);
    }
    this.addSql(`alter trigger "trace_journal_append_only" on "trace_audit_log" rename to "trace_audit_log_append_only";`);
    // While processes of the release before still run, they write under the old name. A view over
    // one table takes inserts, and whatever else it takes meets the table's trigger.
    this.addSql(`create view "trace_journal" as select * from "trace_audit_log";`);
    this.addSql(`comment on view "trace_journal" is 'For processes of the release before 2026-11-30; drop it in a later release.';`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop view if exists "trace_journal";`);
    this.addSql(`alter table "trace_audit_log" rename to "trace_journal";`);
    this.addSql(`alter table "trace_journal" rename constraint "trace_audit_log_pkey" to "trace_journal_pkey";`);
    for (const columns of ['lot_code', 'deleted_at', 'range_at', 'at']) {
      this.addSql(`alter index "IDX_trace_audit_log_${columns}" rename to "IDX_trace_journal_${columns}";`);
    }
    this.addSql(`alter trigger "trace_audit_log_append_only" on "trace_journal" rename to "trace_journal_append_only";`);
  }

}
