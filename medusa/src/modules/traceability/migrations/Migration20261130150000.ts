import { Migration } from "@medusajs/framework/mikro-orm/migrations";

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

const findStamps = (productId: string, lotProductId: string): string => `
create or replace function trace_find_stamps(asked_stamps jsonb, same_device_minutes int)
returns table (place int, stamp json)
language plpgsql stable security definer
set search_path = public, pg_temp
as $function$
#variable_conflict use_column
begin
  return query
  select asked.place, json_build_object(
    'range', range.state,
    'form', range.form,
    'product', range.product,
${productId}    'gtin', range.gtin,
    'orderedAt', trace_iso(range.ordered_at),
    'activatedAt', trace_iso(active.at),
    'voided', coalesce(void.last >= asked.index, false),
    'lot', case when lot.code is not null then json_build_object(
      'code', lot.code, 'product', lot.product,${lotProductId} 'madeOn', lot.made_on, 'useBy', lot.use_by,
      'rawMaterial', lot.raw_material, 'sample', lot.sample
    ) end,
    'exceptions', array(
      select kind from trace_stamp_exception
      where range = asked.range and index = asked.index and ended_at is null and deleted_at is null
    ),
    'recall', case when recall.reason is not null then json_build_object(
      'reason', recall.reason, 'advice', recall.advice, 'announcedAt', trace_iso(recall.announced_at)
    ) end,
    'tally', case when tally.id is not null then json_build_object(
      'count', tally.count, 'firstAt', trace_iso(tally.first_at), 'lastAt', trace_iso(tally.last_at),
      'score', tally.score, 'reasons', tally.reasons
    ) end,
    'seenLately', exists (
      select 1 from trace_stamp_scan
      where range = asked.range and index = asked.index and device = asked.device
        and deleted_at is null and at > now() - make_interval(mins => same_device_minutes)
    )
  )
  from jsonb_to_recordset(asked_stamps)
    as asked(place int, epoch text, range int, index int, device text)
  join trace_stamp_range range
    on range.number = asked.range and range.epoch = asked.epoch and asked.index < range.count
      and range.deleted_at is null
  left join lateral (
    select at, lot_code, last from trace_stamp_span
    where range = asked.range and kind = 'activated' and first <= asked.index and deleted_at is null
    order by first desc limit 1
  ) active on active.last >= asked.index
  left join lateral (
    select last from trace_stamp_span
    where range = asked.range and kind = 'voided' and first <= asked.index and deleted_at is null
    order by first desc limit 1
  ) void on true
  left join trace_lot lot on lot.code = active.lot_code and lot.deleted_at is null
  left join lateral (
    select reason, advice, announced_at from (
      select * from trace_recall where lot_code = lot.code and scope = 'lot' and lifted_at is null
      union all
      select * from trace_recall
      where range = asked.range and first <= asked.index and last >= asked.index
        and lifted_at is null
    ) announced
    order by announced_at desc limit 1
  ) recall on true
  left join trace_stamp_tally tally on tally.id = asked.range || '-' || asked.index;
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
    this.addSql(findStamps("    'productId', range.product_id,\n", " 'productId', lot.product_id,"));
  }

  override async down(): Promise<void> {
    this.addSql(findStamps('', ''));
    for (const table of ['trace_lot', 'trace_stamp_range']) {
      this.addSql(`drop trigger if exists "${table}_fill_product_id" on "${table}";`);
      this.addSql(`alter table if exists "${table}" drop column if exists "product_id", drop column if exists "producer_id";`);
    }
    this.addSql(`drop function if exists trace_fill_product_id();`);
    this.addSql(`drop table if exists "trace_product" cascade;`);
  }

}
