/** What the function has learnt since it was first written; a migration names what it had by then. */
export interface LookupFunctionVersion {
  /** Tells the stable id of the product of a lot and a range. */
  productId: boolean;
  /**
   * "Lately" is reckoned by the clock that dates the scans, which the query tells; one that does not is
   * answered by the database's.
   */
  at: boolean;
  /**
   * Tells the warning that stands instead of the last reckoning (decision 0037). Sites warn from a score of
   * 60 on, whatever release they are of: a reckoning that warns nobody is told as 59 at most. And scans of
   * a device are found by the device alone: a range of `at` may be taken for the better index while the
   * statistics know no scan of today.
   */
  warning?: boolean;
}

const reckoned = `'score', tally.score, 'reasons', tally.reasons`;

const warned = `'score', case
        when tally.warned_on is not null then greatest(tally.warned_score, 60)
        when tally.score >= 60 then 59
        else tally.score
      end,
      'reasons', coalesce(tally.warned_reasons, tally.reasons)`;

function lately(at: boolean, alone: boolean): string {
  const now = at ? 'coalesce(asked.at, now())' : 'now()';
  return alone
    ? `at + make_interval(mins => same_device_minutes) > ${now}`
    : `at > ${now} - make_interval(mins => same_device_minutes)`;
}

/**
 * The SQL function that looks stamps up (decision 0016), for the migrations. Released versions of it stay
 * as they are: a change is one more member of {@link LookupFunctionVersion} and one more migration.
 *
 * Every piece is found through an index by (range, index), so the cost is that of the stamps asked for,
 * however many are issued or scanned. Spans of a kind do not overlap: the last that begins at or before
 * the stamp is the only one that can hold it. PL/pgSQL keeps the plan for the session; the query would
 * else be planned at each call, which takes longer than running it.
 */
export function lookupFunction({ productId, at, warning = false }: LookupFunctionVersion): string {
  return `
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
${productId ? "    'productId', range.product_id,\n" : ''}    'gtin', range.gtin,
    'orderedAt', trace_iso(range.ordered_at),
    'activatedAt', trace_iso(active.at),
    'voided', coalesce(void.last >= asked.index, false),
    'lot', case when lot.code is not null then json_build_object(
      'code', lot.code, 'product', lot.product,${productId ? " 'productId', lot.product_id," : ''} 'madeOn', lot.made_on, 'useBy', lot.use_by,
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
      ${warning ? warned : reckoned}
    ) end,
    'seenLately', exists (
      select 1 from trace_stamp_scan
      where range = asked.range and index = asked.index and device = asked.device
        and deleted_at is null and ${lately(at, warning)}
    )
  )
  from jsonb_to_recordset(asked_stamps)
    as asked(place int, epoch text, range int, index int, device text${at ? ', at timestamptz' : ''})
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
}
