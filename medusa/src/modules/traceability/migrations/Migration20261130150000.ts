import { Migration } from "@medusajs/framework/mikro-orm/migrations";
import { lookupFunction } from '../stamps/lookup-function.ts';

// A lot or a range is written with the slug its product has that day. The id beside it is filled in
// here and not by whoever writes, so that no writer forgets it, those of the release before included.
const fillProductId = `
create function trace_fill_product_id() returns trigger
language plpgsql
as $function$
declare
  known trace_product;
begin
  if new.product_id is null then
    select * into known from trace_product
    where slug = new.product or former_slugs @> array[new.product]
    order by slug = new.product desc
    limit 1;
    if found then
      new.product_id := known.id;
      new.producer_id := coalesce(new.producer_id, known.producer_id);
    end if;
  end if;
  return new;
end
$function$;`;

/** Products of the record by their stable id; lots and ranges hold it, and that of their producer. */
export class Migration20261130150000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "trace_product" ("id" text not null, "slug" text not null, "former_slugs" text[] not null, "producer_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "trace_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_product_deleted_at" ON "trace_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_product_slug" ON "trace_product" ("slug") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_trace_product_former_slugs" ON "trace_product" USING gin ("former_slugs");`);
    for (const table of ['trace_lot', 'trace_stamp_range']) {
      this.addSql(`alter table if exists "${table}" add column if not exists "product_id" text null, add column if not exists "producer_id" text null;`);
      this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_${table}_product_id" ON "${table}" ("product_id") WHERE deleted_at IS NULL;`);
      this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_${table}_producer_id" ON "${table}" ("producer_id") WHERE deleted_at IS NULL;`);
    }
    this.addSql(fillProductId);
    for (const table of ['trace_lot', 'trace_stamp_range']) {
      this.addSql(`create trigger "${table}_fill_product_id" before insert on "${table}" for each row execute function trace_fill_product_id();`);
    }
    // Rows of before get their ids from the next synchronisation, which brings the products.
    this.addSql(lookupFunction({ productId: true, at: false }));
  }

  override async down(): Promise<void> {
    this.addSql(lookupFunction({ productId: false, at: false }));
    for (const table of ['trace_lot', 'trace_stamp_range']) {
      this.addSql(`drop trigger if exists "${table}_fill_product_id" on "${table}";`);
      this.addSql(`alter table if exists "${table}" drop column if exists "product_id", drop column if exists "producer_id";`);
    }
    this.addSql(`drop function if exists trace_fill_product_id();`);
    this.addSql(`drop table if exists "trace_product" cascade;`);
  }

}
