import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { PlainDate } from '@ocop/rules/date';
import { isLotCode, lotKey } from '@ocop/rules/lot-code';
import { lotChanges, type LotChange } from '@ocop/rules/lot-facts';
import { recordChanges } from '../audit-log/record-change.ts';
import { presentSlugs } from '../products/known-products.ts';
import { storedLotCodes } from './stored-code.ts';

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
 * How many lots were new, corrected or already so.
 * - `product-differs`: the code already stands for another product, and stamps may be on those goods.
 * - `lot-differs`: the code is registered with other facts, and no reason was given to correct them.
 * - `code-characters`: no code of a lot may be written so.
 * - `unlisted-product`: the record holds no such product.
 */
export type LotRegistration =
  | { ok: true; created: number; corrected: number; unchanged: number }
  | { ok: false; reason: 'product-differs' | 'code-characters'; lots: string[] }
  | { ok: false; reason: 'lot-differs'; lots: string[]; changes: LotChange[] }
  | { ok: false; reason: 'unlisted-product'; lots: string[]; product: string };

/**
 * Creates missing lots, and corrects changed ones where there is a `reason` for it; either all of `lots` or
 * none are written, for the caller's transaction is rolled back where the answer is a refusal. A code that
 * differs from a registered one in capitals alone means that lot.
 */
export async function registerLots(
  manager: SqlEntityManager,
  lots: readonly LotDeclaration[],
  reason: string | null,
  actor: string,
): Promise<LotRegistration> {
  const slugs = await presentSlugs(
    manager,
    lots.map(({ product }) => product),
  );
  // In one order everywhere, so that two registrations of the same lots wait for each other.
  const declared = lots
    .map((lot) => ({ ...lot, product: slugs.get(lot.product) ?? lot.product }))
    .sort((a, b) => (lotKey(a.code) < lotKey(b.code) ? -1 : 1));
  // Waits for whoever is creating one of these lots, and leaves to them what they create.
  const created: { code: string }[] = await manager.execute(
    `insert into trace_lot
       (id, code, product, gtin, made_on, use_by, quantity, raw_material, sample)
     select id, code, product, gtin, made_on, use_by, quantity, raw_material, sample
     from ${declaredRows}
     on conflict do nothing
     returning code`,
    [JSON.stringify(declared.map(rowOf))],
  );
  const isNew = new Set(created.map(({ code }) => code));
  const news = declared.filter(({ code }) => isNew.has(code));
  const odd = news.filter(({ code }) => !isLotCode(code));
  if (odd.length > 0) return { ok: false, reason: 'code-characters', lots: odd.map(({ code }) => code) };
  const listed = new Set(slugs.values());
  const unlisted = news.filter(({ product }) => !listed.has(product));
  if (unlisted[0]) {
    const { product } = unlisted[0];
    return { ok: false, reason: 'unlisted-product', lots: unlisted.map(({ code }) => code), product };
  }

  // Every lot is there now, created here or by somebody else, and stays as it is read until we are done.
  const codes = await storedLotCodes(
    manager,
    declared.map(({ code }) => code),
  );
  const asStored = declared.map((lot) => ({ ...lot, code: codes.get(lot.code) ?? lot.code }));
  const stored: LotDeclaration[] = await manager.execute(
    `select code, product, gtin, made_on as "madeOn", use_by as "useBy", quantity,
            raw_material as "rawMaterial", sample
     from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))
     order by code for update`,
    [JSON.stringify(asStored.map(({ code }) => code))],
  );
  const storedOf = new Map(stored.map((lot) => [lot.code, lot]));
  const others = asStored.filter(({ code, product }) => storedOf.get(code)?.product !== product);
  if (others.length > 0) {
    return { ok: false, reason: 'product-differs', lots: others.map(({ code }) => code) };
  }
  const changes = asStored.flatMap((lot) => {
    const before = storedOf.get(lot.code);
    return before ? lotChanges(before, lot) : [];
  });
  const changed = new Set(changes.map(({ lot }) => lot));
  if (changed.size > 0 && reason === null) {
    return { ok: false, reason: 'lot-differs', lots: [...changed], changes };
  }

  const corrected = asStored.filter(({ code }) => changed.has(code));
  await manager.execute(
    `update trace_lot lot set
       gtin = declared.gtin, made_on = declared.made_on, use_by = declared.use_by,
       quantity = declared.quantity, raw_material = declared.raw_material,
       sample = declared.sample, updated_at = now()
     from ${declaredRows}
     where lot.code = declared.code and lot.deleted_at is null`,
    [JSON.stringify(corrected.map(rowOf))],
  );
  await recordChanges(manager, actor, [
    ...news.map((lot) => ({ event: 'lot.registered' as const, ...changeOf(lot) })),
    ...corrected.map((lot) => {
      const { data, staffOnly } = changeOf(lot);
      const own = changes.filter((change) => change.lot === lot.code).map(({ lot: _, ...rest }) => rest);
      return { event: 'lot.corrected' as const, data, staffOnly: { ...staffOnly, reason, changes: own } };
    }),
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
