import { Migration } from "@medusajs/framework/mikro-orm/migrations";

// The key is filled in here and not by whoever writes, so that the release before, which knows none, is
// refused a second lot of one code too.
const fillCodeKey = `
create or replace function trace_fill_lot_code_key() returns trigger
language plpgsql
as $function$
begin
  new.code_key := coalesce(new.code_key, upper(new.code));
  return new;
end
$function$;`;

/**
 * Lots are told apart by their code without regard to capitals, and products of the record have names. Of
 * lots that were registered under two spellings of one code all stay: the oldest gets the key, the others a
 * key that nobody can type, and are found by their own spelling as before.
 */
export class Migration20261130220100 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "trace_product" add column if not exists "name" text null;`);
    this.addSql(`alter table if exists "trace_lot" add column if not exists "code_key" text null;`);
    this.addSql(fillCodeKey);
    this.addSql(`drop trigger if exists "trace_lot_fill_code_key" on "trace_lot";`);
    this.addSql(`create trigger "trace_lot_fill_code_key" before insert on "trace_lot" for each row execute function trace_fill_lot_code_key();`);
    this.addSql(`update "trace_lot" lot set "code_key" = case when keyed.place = 1 then upper(lot."code") else upper(lot."code") || ' ' || lot."id" end from (select "id", row_number() over (partition by upper("code"), "deleted_at" is null order by "created_at", "id") as place from "trace_lot") keyed where keyed."id" = lot."id" and lot."code_key" is null;`);
    this.addSql(`alter table "trace_lot" alter column "code_key" set not null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_trace_lot_code_key_unique" ON "trace_lot" ("code_key") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists "trace_lot_fill_code_key" on "trace_lot";`);
    this.addSql(`drop function if exists trace_fill_lot_code_key();`);
    this.addSql(`drop index if exists "IDX_trace_lot_code_key_unique";`);
    this.addSql(`alter table if exists "trace_lot" drop column if exists "code_key";`);
    this.addSql(`alter table if exists "trace_product" drop column if exists "name";`);
  }

}
