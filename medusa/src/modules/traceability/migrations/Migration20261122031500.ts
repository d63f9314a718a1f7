import { Migration } from "@medusajs/framework/mikro-orm/migrations";
import { lookupFunction } from '../stamps/lookup-function.ts';

export class Migration20261122031500 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`
      create function trace_iso(instant timestamptz) returns text
      language sql stable parallel safe
      return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');`);
    this.addSql(lookupFunction({ productId: false, at: false }));
    // The one thing a role of the public site may do here is to ask for stamps whose place it knows.
    this.addSql(`revoke execute on function trace_find_stamps(jsonb, int) from public;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists trace_find_stamps(jsonb, int);`);
    this.addSql(`drop function if exists trace_iso(timestamptz);`);
  }

}
