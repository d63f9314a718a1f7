import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { PlainDate } from '@ocop/rules/date';
import { writeJournal } from '../audit-log/journal.ts';

/** A lot as the record declares it. `product` is the product's slug, `quantity` counts packs. */
export interface LotDeclaration {
  code: string;
  product: string;
  gtin: string | null;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  quantity: number;
  rawMaterial: { vi: string; en: string };
  sample: boolean;
}

/**
 * How many lots were new, corrected or already so. `product-differs` names lots whose code already
 * stands for another product: stamps may be on those goods, so a new lot code is needed.
 */
export type LotRegistration =
  | { ok: true; created: number; corrected: number; unchanged: number }
  | { ok: false; reason: 'product-differs'; lots: string[] };

interface StoredLot {
  code: string;
  product: string;
}

/** Creates missing lots and corrects changed ones; either all of `lots` or none are written. */
export async function registerLots(
  manager: SqlEntityManager,
  lots: readonly LotDeclaration[],
  actor: string,
): Promise<LotRegistration> {
  const stored: StoredLot[] = await manager.execute(
    `select code, product from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(lots.map((lot) => lot.code))],
  );
  const productOf = new Map(stored.map((lot) => [lot.code, lot.product]));
  const moved = lots.filter((lot) => (productOf.get(lot.code) ?? lot.product) !== lot.product);
  if (moved.length > 0) {
    return { ok: false, reason: 'product-differs', lots: moved.map((lot) => lot.code) };
  }

  const rows = lots.map((lot) => ({
    id: generateEntityId(undefined, 'lot'),
    code: lot.code,
    product: lot.product,
    gtin: lot.gtin,
    made_on: lot.madeOn,
    use_by: lot.useBy,
    quantity: lot.quantity,
    raw_material: lot.rawMaterial,
    sample: lot.sample,
  }));
  const written: { code: string }[] = await manager.execute(
    `insert into trace_lot
       (id, code, product, gtin, made_on, use_by, quantity, raw_material, sample)
     select id, code, product, gtin, made_on, use_by, quantity, raw_material, sample
     from jsonb_to_recordset(?::jsonb) as declared(
       id text, code text, product text, gtin text, made_on text, use_by text,
       quantity int, raw_material jsonb, sample boolean)
     on conflict (code) where deleted_at is null do update set
       gtin = excluded.gtin, made_on = excluded.made_on, use_by = excluded.use_by,
       quantity = excluded.quantity, raw_material = excluded.raw_material,
       sample = excluded.sample, updated_at = now()
     where (trace_lot.gtin, trace_lot.made_on, trace_lot.use_by, trace_lot.quantity,
            trace_lot.raw_material, trace_lot.sample)
       is distinct from
           (excluded.gtin, excluded.made_on, excluded.use_by, excluded.quantity,
            excluded.raw_material, excluded.sample)
     returning code`,
    [JSON.stringify(rows)],
  );
  const declared = new Map(lots.map((lot) => [lot.code, lot]));
  await writeJournal(
    manager,
    written.map(({ code }) => ({
      actor,
      action: productOf.has(code) ? ('lot-corrected' as const) : ('lot-registered' as const),
      lotCode: code,
      range: null,
      index: null,
      detail: declared.get(code) ?? {},
    })),
  );
  const corrected = written.filter(({ code }) => productOf.has(code)).length;
  return {
    ok: true,
    created: written.length - corrected,
    corrected,
    unchanged: lots.length - written.length,
  };
}
