import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { PlainDate } from '@ocop/rules/date';
import { recordChanges } from '../audit-log/record-change.ts';

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

/**
 * Creates missing lots and corrects changed ones; either all of `lots` or none are written, for the
 * caller's transaction is rolled back where the answer is a refusal.
 */
export async function registerLots(
  manager: SqlEntityManager,
  lots: readonly LotDeclaration[],
  actor: string,
): Promise<LotRegistration> {
  // In one order everywhere, so that two registrations of the same lots wait for each other.
  const declared = [...lots].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = JSON.stringify(declared.map(rowOf));
  // Waits for whoever is creating one of these lots, and leaves to them what they create.
  const created: { code: string }[] = await manager.execute(
    `insert into trace_lot
       (id, code, product, gtin, made_on, use_by, quantity, raw_material, sample)
     select id, code, product, gtin, made_on, use_by, quantity, raw_material, sample
     from ${declaredRows}
     on conflict (code) where deleted_at is null do nothing
     returning code`,
    [rows],
  );
  // Every lot is there now, created here or by somebody else, and stays as it is read until we are done.
  const stored: { code: string; product: string }[] = await manager.execute(
    `select code, product from trace_lot
     where deleted_at is null and code in (select code from ${declaredRows})
     order by code for update`,
    [rows],
  );
  const lotOf = new Map(declared.map((lot) => [lot.code, lot]));
  const others = stored.filter(({ code, product }) => lotOf.get(code)?.product !== product);
  if (others.length > 0) {
    return { ok: false, reason: 'product-differs', lots: others.map(({ code }) => code) };
  }

  const corrected: { code: string }[] = await manager.execute(
    `update trace_lot lot set
       gtin = declared.gtin, made_on = declared.made_on, use_by = declared.use_by,
       quantity = declared.quantity, raw_material = declared.raw_material,
       sample = declared.sample, updated_at = now()
     from ${declaredRows}
     where lot.code = declared.code and lot.deleted_at is null
       and (lot.gtin, lot.made_on, lot.use_by, lot.quantity, lot.raw_material, lot.sample)
         is distinct from
           (declared.gtin, declared.made_on, declared.use_by, declared.quantity,
            declared.raw_material, declared.sample)
     returning lot.code`,
    [rows],
  );
  const changesOf = (event: 'lot.registered' | 'lot.corrected', codes: readonly { code: string }[]) =>
    codes.flatMap(({ code }) => {
      const lot = lotOf.get(code);
      return lot ? [{ event, ...changeOf(lot) }] : [];
    });
  await recordChanges(manager, actor, [
    ...changesOf('lot.registered', created),
    ...changesOf('lot.corrected', corrected),
  ]);
  return {
    ok: true,
    created: created.length,
    corrected: corrected.length,
    unchanged: lots.length - created.length - corrected.length,
  };
}

const declaredRows = `jsonb_to_recordset(?::jsonb) as declared(
  id text, code text, product text, gtin text, made_on text, use_by text,
  quantity int, raw_material jsonb, sample boolean)`;

function rowOf(lot: LotDeclaration) {
  return {
    id: generateEntityId(undefined, 'lot'),
    code: lot.code,
    product: lot.product,
    gtin: lot.gtin,
    made_on: lot.madeOn,
    use_by: lot.useBy,
    quantity: lot.quantity,
    raw_material: lot.rawMaterial,
    sample: lot.sample,
  };
}

function changeOf({ code, rawMaterial, ...facts }: LotDeclaration) {
  const { product } = facts;
  return { data: { ...facts, lot: code }, staffOnly: { code, product, rawMaterial } };
}
