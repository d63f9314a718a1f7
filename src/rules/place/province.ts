/**
 * Where the 34 provinces lie, as far as a stamp's scans need it: which province a content delivery
 * network's region code means, and how far two provinces are apart.
 */

/** Degrees of the WGS 84 grid, rounded to a tenth: a province is some 100 km wide. */
export interface Place {
  lat: number;
  lon: number;
}

// Columns: code (QĐ 19/2025/QĐ-TTg), latitude and longitude of its middle, then the ISO 3166-2:VN
// codes of the provinces that went into it on 1/7/2025, without 'VN-', the one that gave its name
// first (the codes of 1998–2025, 63 provinces; 'VN-15' was Hà Tây, in Hà Nội since 2008).
const table = `
01 21.0 105.7 HN 15
04 22.7 106.1 04
08 22.5 105.1 07 03
11 21.7 103.0 71
12 22.3 103.2 01
14 21.2 104.1 05
15 22.0 104.4 02 06
19 21.9 105.8 69 53
20 21.8 106.6 09
22 21.3 107.2 13
24 21.3 106.4 56 54
25 21.0 105.2 68 70 14
31 20.9 106.5 HP 61
33 20.7 106.2 66 20
37 20.4 106.0 18 63 67
38 20.1 105.3 21
40 19.2 104.9 22
42 18.3 105.7 23
44 17.2 106.6 25 24
46 16.3 107.5 26
48 15.7 107.9 DN 27
51 14.8 108.3 29 28
52 13.9 108.5 30 31
56 12.1 109.0 34 36
66 12.9 108.5 33 32
68 11.7 108.1 35 72 40
75 11.4 106.9 39 58
79 10.8 106.8 SG 57 43
80 11.0 106.2 37 41
82 10.5 106.0 45 46
86 10.0 106.3 49 50 51
91 10.2 105.1 44 47
92 9.8 105.7 CT 52 73
96 9.2 105.2 59 55
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', lat, lon, ...iso] = line.split(' ');
    return { code, place: { lat: Number(lat), lon: Number(lon) }, iso };
  });

const places: ReadonlyMap<string, Place> = new Map(rows.map(({ code, place }) => [code, place]));
const byIso: ReadonlyMap<string, string> = new Map(
  rows.flatMap(({ code, iso }) => iso.map((part): [string, string] => [part, code])),
);

/** Codes of the 34 provinces since 1/7/2025, ascending (QĐ 19/2025/QĐ-TTg). */
export const provinceCodes: readonly string[] = rows.map(({ code }) => code);

/** The middle of a province; null when there is no province with this code. */
export function provinceMiddle(code: string): Place | null {
  return places.get(code) ?? null;
}

/**
 * The province of today for a region code of ISO 3166-2:VN, as 'VN-56', 'vn-hn' or without the
 * country ('HN', the form of Cloudflare's `cf-region-code`). Old and present provinces answer alike,
 * for a province that took others in kept its own code. Null when the code is none of Vietnam's.
 */
export function provinceOfIso(code: string): string | null {
  return byIso.get(code.trim().toUpperCase().replace(/^VN-/, '')) ?? null;
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance in km (haversine). */
export function kmBetween(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
