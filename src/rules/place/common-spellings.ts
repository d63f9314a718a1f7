/**
 * Names of places as the press, road signs, timetables and address books write them beside the official
 * spelling. Only whole other names and initials stand here: missing marks, y for i, c for k, hyphens and
 * joined syllables ('Dak Lak', 'Qui Nhơn', 'Pleiku') are rules of {@link soundOf}, not entries.
 *
 * Sources: Nghị quyết of 2/7/1976 (Sài Gòn became Thành phố Hồ Chí Minh); vehicle registration and IATA
 * city codes in daily use (SG, HN, BMT); 'Ban Mê Thuột', 'Buôn Mê Thuột' as in Wikipedia (vi), "Buôn Ma
 * Thuột"; 'Thừa Thiên Huế' was the province's name until Nghị quyết 175/2024/QH15; Hà Tây went into Hà Nội by
 * Nghị quyết 15/2008/QH12.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'Hồ Chí Minh': ['Sài Gòn', 'SG', 'HCM', 'TPHCM', 'HCMC', 'TP HCM', 'Ho Chi Minh City'],
  'Hà Nội': ['HN', 'TPHN', 'Hà Tây'],
  'Đà Nẵng': ['ĐN', 'TPĐN'],
  'Hải Phòng': ['HP', 'TPHP'],
  Huế: ['Thừa Thiên Huế', 'TT Huế', 'Thừa Thiên'],
  'Bà Rịa Vũng Tàu': ['BRVT', 'BR VT'],
  'Buôn Ma Thuột': ['Ban Mê Thuột', 'Buôn Mê Thuột', 'BMT'],
};

/** Other spelling → official name without its kind, both with marks. */
export const officialOf: readonly (readonly [spelling: string, official: string])[] = Object.entries(
  spellings,
).flatMap(([official, others]) => others.map((other) => [other, official] as const));
