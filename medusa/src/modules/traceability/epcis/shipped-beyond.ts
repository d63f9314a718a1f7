import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { EpcisEvent } from '@ocop/rules/epcis/event';
import { standingEvents } from '@ocop/rules/epcis/journey';
import type { StepEntry } from '@ocop/rules/epcis/step-entry';
import { countsPieces } from '@ocop/rules/epcis/units';
import type { StepFault } from './event-entry.ts';

/** Shipments of more packs than a lot has: those without a reason, and those that have one. */
export interface BeyondLots {
  faults: StepFault[];
  excused: { lot: string; product: string; quantity: number; shipped: number; why: string }[];
}

/**
 * Shipments of more packs than their lot has, those recorded before counted in: each wants a reason. The
 * lots are locked, so that of two shipments at once the second counts the first.
 * @param codes codes of lots as they are registered, by what was typed
 */
export async function shippedBeyondLot(
  manager: SqlEntityManager,
  entries: readonly StepEntry[],
  codes: ReadonlyMap<string, string>,
): Promise<BeyondLots> {
  const shipments = entries.flatMap((entry, at) =>
    entry.step === 'shipping' && entry.quantity !== null && countsPieces(entry.uom)
      ? [{ at, lot: codes.get(entry.lot) ?? entry.lot, packs: entry.quantity, why: entry.overReason }]
      : [],
  );
  const beyond: BeyondLots = { faults: [], excused: [] };
  if (shipments.length === 0) return beyond;
  const lots: { code: string; product: string; quantity: number }[] = await manager.execute(
    `select code, product, quantity from trace_lot
     where deleted_at is null and code in (select jsonb_array_elements_text(?::jsonb))
     order by code for update`,
    [JSON.stringify(shipments.map(({ lot }) => lot))],
  );
  for (const { code, product, quantity } of lots) {
    let shipped = await shippedPacks(manager, code);
    for (const { at, packs, why } of shipments.filter(({ lot }) => lot === code)) {
      shipped += packs;
      if (shipped <= quantity) continue;
      if (why !== null) {
        beyond.excused.push({ lot: code, product, quantity, shipped, why });
        continue;
      }
      const message =
        `would make ${shipped} packs shipped of lot ${code}, which has ${quantity}: ` +
        'correct it, correct the quantity of the lot, or say why';
      beyond.faults.push({
        entry: at,
        field: 'quantity',
        rule: 'more-than-lot',
        packs: { quantity, shipped },
        message,
      });
    }
  }
  return beyond;
}

/** Packs that standing events tell were shipped of a lot. */
async function shippedPacks(manager: SqlEntityManager, lot: string): Promise<number> {
  const rows: { body: EpcisEvent }[] = await manager.execute(
    `select body from trace_event
     where deleted_at is null and lot_code = ? and biz_step = 'shipping'`,
    [lot],
  );
  return standingEvents(rows.map(({ body }) => body))
    .flatMap(({ quantityList = [] }) => quantityList)
    .reduce((sum, { quantity = 0, uom = null }) => sum + (countsPieces(uom) ? quantity : 0), 0);
}
