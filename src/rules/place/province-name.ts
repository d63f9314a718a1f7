// Code and name without its kind, as QĐ 19/2025/QĐ-TTg lists them.
const table =
  '01 Hà Nội|04 Cao Bằng|08 Tuyên Quang|11 Điện Biên|12 Lai Châu|14 Sơn La|15 Lào Cai|' +
  '19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Ninh|25 Phú Thọ|31 Hải Phòng|33 Hưng Yên|' +
  '37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Trị|46 Huế|48 Đà Nẵng|' +
  '51 Quảng Ngãi|52 Gia Lai|56 Khánh Hòa|66 Đắk Lắk|68 Lâm Đồng|75 Đồng Nai|79 Hồ Chí Minh|' +
  '80 Tây Ninh|82 Đồng Tháp|86 Vĩnh Long|91 An Giang|92 Cần Thơ|96 Cà Mau';

const names: ReadonlyMap<string, string> = new Map(
  table.split('|').map((row) => [row.slice(0, 2), row.slice(3)]),
);

/** The name of one of the 34 provinces since 1/7/2025; null when there is none with this code. */
export function provinceName(code: string): string | null {
  return names.get(code) ?? null;
}

const codes: ReadonlyMap<string, string> = new Map([...names].map(([code, name]) => [plain(name), code]));

function plain(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/^(?:tỉnh|thành phố)\s+/iu, '')
    .toLowerCase();
}

/** The code of one of today's provinces by its name, with or without its kind; null where it is none of them. */
export function provinceCode(name: string): string | null {
  return codes.get(plain(name)) ?? null;
}

/** Codes of all provinces, in the order of the decision that lists them. */
export const provinceCodes: readonly string[] = [...names.keys()];
