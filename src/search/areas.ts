import { readPlace, type UnitTable } from '@ocop/rules/place/address';
import type { Address } from '../record/types.ts';
import {
  bareName,
  formerProvinceArea,
  gazetteer,
  namedPlaces,
  provinceArea,
  unitArea,
} from './understanding/places.ts';
import { tokensOf } from './understanding/tokens.ts';

/** Every area that addresses lie in and names speak of, old units and today's. */
export type AreaReader = (
  addresses: readonly (Address | null | undefined)[],
  names: readonly string[],
) => string[];

interface OldPlace {
  province: string;
  district: string;
  commune: string;
}

/**
 * Reads areas with a table of units. Where only today's commune is known, every old one that went into it
 * may be meant; where only the province is known, every old province. A printed address says which.
 */
export function areaReader(table: UnitTable): AreaReader {
  const byCommune = new Map<string, OldPlace[]>();
  const byProvince = new Map<string, Set<string>>();
  for (const { unit, successors } of table.oldEntries) {
    for (const { code, provinceCode } of successors) {
      byCommune.set(code, [...(byCommune.get(code) ?? []), unit]);
      byProvince.set(provinceCode, (byProvince.get(provinceCode) ?? new Set()).add(unit.province));
    }
  }
  const today = new Set([...table.provinces.values()].map(({ name }) => formerProvinceArea(bareName(name))));
  const places = gazetteer(namedPlaces(table));

  function ofAddress({ printed, current }: Address): string[] {
    const said = printed === null ? {} : readPlace(table, printed);
    const [commune, district, province] = [said.commune, said.district, said.province].map(
      (name) => name && bareName(capitalised(name)),
    );
    const areas = [commune, district].flatMap((name) => (name ? [unitArea(name)] : []));
    // Only a paper of the time before says which of the old units is meant.
    const isOld =
      district !== undefined || (province !== undefined && !today.has(formerProvinceArea(province)));
    if (isOld && province) areas.push(formerProvinceArea(province));
    if (!current) return areas;
    areas.push(provinceArea(current.province));
    const unit = current.commune === null ? undefined : table.units.get(current.commune);
    if (unit) areas.push(unitArea(bareName(unit.name)));
    const olds = unit ? (byCommune.get(unit.code) ?? []) : [];
    for (const old of olds) {
      if (!isOld || !commune) areas.push(unitArea(bareName(old.commune)));
      if (!isOld || !district) areas.push(unitArea(bareName(old.district)));
    }
    if (isOld && province) return areas;
    const provinces = unit ? olds.map((old) => old.province) : (byProvince.get(current.province) ?? []);
    for (const one of provinces) areas.push(formerProvinceArea(bareName(one)));
    return areas;
  }

  return (addresses, names) => {
    const areas = addresses.flatMap((address) => (address ? ofAddress(address) : []));
    const named = names.flatMap((name) => places.namedIn(tokensOf(name)));
    areas.push(...named.flatMap((fact) => [...fact.areas, ...(fact.around ?? [])]));
    return [...new Set(areas)].sort();
  };
}

/** 'tỉnh Nam Định' → 'Tỉnh Nam Định', so that its kind is seen. */
function capitalised(name: string): string {
  const text = name.trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
