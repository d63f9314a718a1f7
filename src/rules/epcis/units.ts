/**
 * Units of a quantity as people write them, and the codes EPCIS wants for them (UN/ECE Recommendation 20;
 * EPCIS 2.0.1, 7.3.3.3). Without a unit a quantity counts pieces.
 */
import { foldVietnamese } from '../vietnamese/vietnamese.ts';

export const UNITS = ['KGM', 'GRM', 'TNE', 'LTR', 'MLT', 'MTR', 'H87'] as const;

export type Unit = (typeof UNITS)[number];

/** How each is written, the first the way it is shown. */
const written: Readonly<Record<Unit, { vi: readonly string[]; en: readonly string[] }>> = {
  KGM: { vi: ['kg', 'ki lô', 'ki-lô', 'ki lô gam', 'kilôgam', 'cân'], en: ['kg', 'kilogram', 'kilograms'] },
  GRM: { vi: ['g', 'gr', 'gam', 'gram'], en: ['g', 'gram', 'grams'] },
  TNE: { vi: ['tấn'], en: ['tonnes', 'tonne', 'ton', 't'] },
  LTR: { vi: ['lít', 'l'], en: ['litres', 'litre', 'liter', 'liters', 'l'] },
  MLT: { vi: ['ml', 'mi li lít', 'mililít'], en: ['ml', 'millilitre', 'millilitres', 'milliliter'] },
  MTR: { vi: ['mét', 'm'], en: ['metres', 'metre', 'meter', 'm'] },
  H87: {
    vi: ['gói', 'cái', 'chiếc', 'hộp', 'hũ', 'chai', 'túi', 'thùng', 'món'],
    en: ['packs', 'pack', 'pieces', 'piece'],
  },
};

const unitOf: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) =>
    [unit, ...written[unit].vi, ...written[unit].en].map((word): [string, Unit] => [
      foldVietnamese(word),
      unit,
    ]),
  ),
);

/**
 * The code of a typed unit: 'kg' and 'KG' are KGM, though Rec. 20 has a KG of its own (a keg). Another code of
 * Rec. 20 is taken in capitals alone. Null for what is no unit.
 */
export function readUnit(typed: string): string | null {
  const text = typed.trim();
  return unitOf.get(foldVietnamese(text).replace(/\.$/, '')) ?? (/^[A-Z0-9]{2,3}$/.test(text) ? text : null);
}

/** Whether a quantity with this unit counts pieces, of which there are whole ones only. */
export function countsPieces(unit: string | null): boolean {
  return unit === null || unit === 'H87';
}

/** A unit in words; the KG and the like that were stored before they were read are told as what was meant. */
export function unitWord(unit: string | null, lang: 'vi' | 'en'): string {
  const known = unit === null ? 'H87' : unitOf.get(foldVietnamese(unit));
  return known ? (written[known][lang][0] ?? known) : (unit ?? '');
}
