/**
 * Places of today as a line a reader understands: names of administrative units are proper names, their
 * kinds ('Phường', 'thôn') are words of the language.
 */

/** Kinds of units as official lists write them, each with its English word. */
const UNIT_KINDS: readonly (readonly [vi: string, en: string])[] = [
  ['Thị trấn ', 'township'],
  ['Đặc khu ', 'special zone'],
  ['Phường ', 'ward'],
  ['Xã ', 'commune'],
  ['Thành phố ', 'city'],
  ['Thị xã ', 'town'],
  ['Huyện ', 'district'],
  ['Quận ', 'district'],
  ['Tỉnh ', 'province'],
];

/** What stands before a name below the commune; matched without regard to case. */
const DETAIL_KINDS: readonly (readonly [vi: string, en: string])[] = [
  ['tổ dân phố ', 'residential group'],
  ['khu phố ', 'quarter'],
  ['quốc lộ ', 'National Road'],
  ['tỉnh lộ ', 'Provincial Road'],
  ['đường ', 'Street'],
  ['phố ', 'Street'],
  ['ngõ ', 'Alley'],
  ['hẻm ', 'Alley'],
  ['thôn ', 'village'],
  ['làng ', 'village'],
  ['bản ', 'village'],
  ['buôn ', 'village'],
  ['xóm ', 'hamlet'],
  ['ấp ', 'hamlet'],
  ['khóm ', 'quarter'],
  ['khu ', 'area'],
  ['tổ ', 'group'],
];

/** Whether the name of a unit begins with its kind. */
export function beginsWithKind(name: string): boolean {
  return UNIT_KINDS.some(([vi]) => name.startsWith(vi));
}

/**
 * The name of a unit in a language. @example unitNameIn('Phường Phan Thiết', 'en') // 'Phan Thiết ward'
 * @param name as official lists write it; one without a kind stays as it is
 */
export function unitNameIn(name: string, lang: 'vi' | 'en'): string {
  if (lang === 'vi') return name;
  const kind = UNIT_KINDS.find(([vi]) => name.startsWith(vi));
  return kind ? withKind(name.slice(kind[0].length), kind[1]) : name;
}

/**
 * Hamlet, street and house of an address, for an English reader: 'thôn Phù Lãng' is 'Phù Lãng village',
 * 'Số 8 đường Lê Lợi' is '8 Lê Lợi Street'. What begins with no known kind stays as it is.
 */
export function detailInEnglish(detail: string): string {
  return detail
    .split(/,\s*/)
    .map((part) => {
      const [, number = '', rest = part] = /^(?:số(?: nhà)? )?(\d\S* )?(.*)$/iu.exec(part) ?? [];
      const small = rest.toLowerCase();
      const kind = DETAIL_KINDS.find(([vi]) => small.startsWith(vi) && small.length > vi.length);
      return number + (kind ? withKind(rest.slice(kind[0].length), kind[1]) : rest);
    })
    .join(', ');
}

/** A place from small to large in one line, '' where nothing of it is known. */
export function placeLine(
  place: {
    detail?: { vi: string; en: string } | null | undefined;
    commune: { name: string } | null;
    province: { name: string } | null;
  },
  lang: 'vi' | 'en',
): string {
  const units = [place.commune, place.province].map((unit) => unit && unitNameIn(unit.name, lang));
  return [place.detail?.[lang], ...units].filter(Boolean).join(', ');
}

/** English writes a number after the kind, a name before it: 'ward 5', 'Phan Thiết ward'. */
function withKind(name: string, kind: string): string {
  const isRoad = kind.endsWith('Road');
  if (!/^\d/.test(name) && !isRoad) return `${name} ${kind}`;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}
