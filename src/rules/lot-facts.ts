/** The facts of a lot that may be corrected. */
export const LOT_FACTS = ['gtin', 'madeOn', 'useBy', 'quantity', 'rawMaterial', 'sample'] as const;

export type LotFact = (typeof LOT_FACTS)[number];

/** A fact by itself; texts in two languages are told as one. */
export type LotFactValue = string | number | boolean | null;

/** One fact of a lot as it is registered, and as it would be. */
export interface LotChange {
  lot: string;
  fact: LotFact;
  from: LotFactValue;
  to: LotFactValue;
}

/** The facts themselves. Days are Vietnamese calendar days, YYYY-MM-DD; `quantity` counts packs. */
export interface LotFacts {
  code: string;
  gtin: string | null;
  madeOn: string;
  useBy: string | null;
  quantity: number;
  rawMaterial: { vi: string; en: string };
  sample: boolean;
}

/** What differs between a lot as it is registered and as it is declared now, fact by fact. */
export function lotChanges(before: LotFacts, now: LotFacts): LotChange[] {
  return LOT_FACTS.flatMap((fact) => {
    const [from, to] = [plain(before[fact]), plain(now[fact])];
    return from === to ? [] : [{ lot: before.code, fact, from, to }];
  });
}

function plain(value: LotFacts[LotFact]): LotFactValue {
  if (typeof value !== 'object' || value === null) return value;
  return [value.vi, value.en].filter(Boolean).join(' / ');
}
